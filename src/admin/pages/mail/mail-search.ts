export interface MailSearch {
  state?: string;
  q?: string;
  /** The mail that is open beside the list. */
  open?: string;
}

export function mailSearch(search: Record<string, unknown>): MailSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return { state: text(search['state']), q: text(search['q']), open: text(search['open']) };
}
