export interface MailSearch {
  /** One's own e-mails; otherwise, for admins, every mail. */
  view?: 'written';
  state?: string;
  q?: string;
  /** The mail that is open beside the list. */
  open?: string;
  /** A new e-mail is being written beside the list. */
  write?: true;
  /** Of one's own, the one somebody came for. */
  email?: string;
}

export function mailSearch(search: Record<string, unknown>): MailSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    view: search['view'] === 'written' ? 'written' : undefined,
    state: text(search['state']),
    q: text(search['q']),
    open: text(search['open']),
    write: search['write'] === true ? true : undefined,
    email: text(search['email']),
  };
}
