/** Open tickets are what one comes for; `all` is every status. */
export interface TicketsSearch {
  q?: string;
  status?: string;
  /** Only one's own. */
  mine?: true;
  sort?: string;
}

export const TICKET_STATUSES = ['open', 'pending', 'solved', 'closed'] as const;
export const TICKET_PRIORITIES = ['low', 'normal', 'high'] as const;

const SORTS = ['createdAt', '-createdAt', 'name', '-name'];
const STATUSES: readonly string[] = [...TICKET_STATUSES, 'all'];

export function ticketsSearch(search: Record<string, unknown>): TicketsSearch {
  const { q, status, mine, sort } = search;
  return {
    ...(typeof q === 'string' && q !== '' && { q: q.slice(0, 200) }),
    ...(typeof status === 'string' && STATUSES.includes(status) && { status }),
    ...(mine === true && { mine }),
    ...(typeof sort === 'string' && SORTS.includes(sort) && { sort }),
  };
}
