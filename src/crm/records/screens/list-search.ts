import type { SavedView } from '#people/screens/view-queries.ts';
import type { ChosenColumn } from '#ui/column-order.ts';
import type { Condition } from '#ui/conditions.ts';

/** How a list of records stands: what is typed, the order, what it is narrowed by, its columns. */
export interface ListState {
  q?: string;
  sort?: string;
  filter?: Condition[];
  /** 'name,-email,owner': in this order, those with - hidden. */
  columns?: string;
}

/** A list's address: a view by name or id, or the list as it was changed since. */
export interface ListSearch extends ListState {
  view?: string;
}

const MOST = 20;

export function listSearch({ view, ...search }: Record<string, unknown>): ListSearch {
  return { ...listState(search), ...(typeof view === 'string' && view !== '' && { view }) };
}

function listState({ q, sort, filter, columns }: Record<string, unknown>): ListState {
  const conditions = Array.isArray(filter) ? filter.filter(isCondition).slice(0, MOST) : [];
  return {
    ...(typeof q === 'string' && q !== '' && { q: q.slice(0, 200) }),
    ...(typeof sort === 'string' && /^-?[A-Za-z]{1,40}$/.test(sort) && { sort }),
    ...(conditions.length > 0 && { filter: conditions }),
    ...(typeof columns === 'string' && columns !== '' && { columns: columns.slice(0, 2_000) }),
  };
}

function isCondition(one: unknown): one is Condition {
  const { field, is } = (one ?? {}) as Partial<Condition>;
  return typeof field === 'string' && typeof is === 'string';
}

/** Whether the address says more than which view it is. */
export function isChanged({ view: _view, ...state }: ListSearch): boolean {
  return Object.values(state).some((one) => one !== undefined);
}

/** As the address says itself, else as its view was kept; null while that is not known. */
export function stateOf(
  search: ListSearch,
  { saved, me }: { saved: readonly SavedView[] | undefined; me: string },
): ListState | null {
  if (isChanged(search)) return listState({ ...search });
  if (search.view === undefined) return {};
  if (search.view === 'mine') return { filter: [{ field: 'ownerId', is: 'is', value: me }] };
  if (!saved) return null;
  return keptState(saved.find(({ id }) => id === search.view)?.filter ?? {});
}

/** A view keeps texts only. */
export function keptState({ filter, ...kept }: Record<string, string>): ListState {
  return listState({ ...kept, filter: conditionsFrom(filter) });
}

export function toKeep({ filter, ...state }: ListState): Record<string, string> {
  const texts = Object.entries(state).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(texts), ...(filter?.length && { filter: JSON.stringify(filter) }) };
}

function conditionsFrom(written: string | undefined): unknown {
  try {
    return JSON.parse(written ?? '[]') as unknown;
  } catch {
    return [];
  }
}

export function columnsFrom(written: string): ChosenColumn[] {
  return written
    .split(',')
    .filter(Boolean)
    .map((key) => ({ key: key.replace(/^-/, ''), shown: !key.startsWith('-') }));
}

export function columnsText(chosen: readonly ChosenColumn[]): string {
  return chosen.map(({ key, shown }) => (shown ? key : `-${key}`)).join(',');
}
