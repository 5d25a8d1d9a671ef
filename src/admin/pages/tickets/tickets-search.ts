import { listSearch, type ListSearch } from '#crm/records/screens/list-search.ts';

export const TICKET_STATUSES = ['open', 'pending', 'solved', 'closed'] as const;
export const TICKET_PRIORITIES = ['low', 'normal', 'high'] as const;

/** `?status=solved` was the address of the view of this name, and is kept for whoever has it. */
export function ticketsSearch({ status, mine, ...search }: Record<string, unknown>): ListSearch {
  const view = mine === true ? 'mine' : status;
  return listSearch({ ...(typeof view === 'string' && { view }), ...search });
}
