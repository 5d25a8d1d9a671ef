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
    ...(typeof sort === 'string' && /^-?[\w.-]{1,80}$/.test(sort) && { sort }),
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

/** Which view is shown: the address's, else the one the member's list opens with; undefined while that is not known. */
export function viewOf(
  search: ListSearch,
  { saved, first }: { saved: readonly SavedView[] | undefined; first: string },
): string | undefined {
  if (search.view !== undefined) return search.view;
  if (isChanged(search)) return first;
  return saved && (saved.find((view) => view.default)?.id ?? first);
}

/** As the address says itself, else as its view was kept; null while that is not known. `isTab`: a view of ours. */
export function stateOf(
  search: ListSearch,
  { saved, view, isTab }: { saved: readonly SavedView[] | undefined; view?: string; isTab: boolean },
): ListState | null {
  if (isChanged(search)) return listState({ ...search });
  if (isTab) return {};
  if (!saved || view === undefined) return null;
  return keptState(saved.find(({ id }) => id === view)?.filter ?? {});
}

/** The address of a view, changed or not. What opens without saying so is left out. */
export function addressOf(
  view: string | undefined,
  state: ListState,
  { saved, first }: { saved: readonly SavedView[]; first: string },
): ListSearch {
  const opensWith = saved.find((one) => one.default)?.id ?? first;
  const isSilent = isChanged(state) ? view === first : view === opensWith;
  return { ...state, ...(view !== undefined && !isSilent && { view }) };
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
