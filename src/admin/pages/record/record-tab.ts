/** What stands in the middle of a record's page: what happened, or what is to be done and written. */
export type RecordTab = 'history' | 'activities';

export interface RecordSearch {
  tab?: 'activities';
  /** The e-mail a notice leads to. */
  email?: string;
}

/** The address of a record's page: '?tab=activities', or nothing for its history. */
export function recordSearch({ tab, email }: Record<string, unknown>): RecordSearch {
  if (tab !== 'activities') return {};
  return typeof email === 'string' ? { tab, email } : { tab };
}
