export interface PeopleSearch {
  q?: string;
  status?: string;
  /** Only one's own. */
  mine?: true;
  sort?: string;
}

const SORTS = ['createdAt', '-createdAt', 'name', '-name'];

export function peopleSearch(search: Record<string, unknown>): PeopleSearch {
  const { q, status, mine, sort } = search;
  return {
    ...(typeof q === 'string' && q !== '' && { q: q.slice(0, 200) }),
    ...(typeof status === 'string' && { status }),
    ...(mine === true && { mine }),
    ...(typeof sort === 'string' && SORTS.includes(sort) && { sort }),
  };
}
