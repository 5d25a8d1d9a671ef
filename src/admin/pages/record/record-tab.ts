/** What stands in the middle of a record's page: what happened, or what is to be done and written. */
export type RecordTab = 'history' | 'activities';

export interface RecordSearch {
  tab?: 'activities';
}

/** The address of a record's page: '?tab=activities', or nothing for its history. */
export function recordSearch({ tab }: Record<string, unknown>): RecordSearch {
  return tab === 'activities' ? { tab } : {};
}
