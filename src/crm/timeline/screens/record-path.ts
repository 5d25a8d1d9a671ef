const PLURALS: Record<string, string> = {
  company: 'companies',
  contact: 'contacts',
  lead: 'leads',
  deal: 'deals',
  ticket: 'tickets',
};

/** Where a record is asked for: '/api/leads/018f…'. */
export function recordPath({ kind, id }: { kind: string; id: string }): string {
  return `/api/${PLURALS[kind]}/${id}`;
}

/** Where it is shown, for the app's own router: '/leads/018f…'. */
export function recordPage(record: { kind: string; id: string }): string {
  return recordPath(record).slice('/api'.length);
}
