import { may, type Caller } from '#platform/http/caller.ts';

export const VIEW_LISTS = [
  'bookings',
  'leads',
  'contacts',
  'companies',
  'deals',
  'tickets',
  'links',
  'mail',
] as const;
export type ViewList = (typeof VIEW_LISTS)[number];

/** A list that somebody keeps by name (P10): which list, and its filters as its address takes them. */
export interface SavedView {
  workspaceId: string;
  id: string;
  ownerId: string;
  list: ViewList;
  name: string;
  filter: Record<string, string>;
  /** Seen by everybody; else by its maker alone. */
  shared: boolean;
  version: number;
  createdAt: string;
}

export type SavedViewChange = Partial<Pick<SavedView, 'name' | 'filter' | 'shared'>>;

export const MOST_VIEWS = 200;

export function seesView({ memberId }: Caller, { ownerId, shared }: SavedView): boolean {
  return shared || ownerId === memberId;
}

/** A shared one also by whoever keeps the settings of all. */
export function changesView(caller: Caller, { ownerId, shared }: SavedView): boolean {
  return ownerId === caller.memberId || (shared && may(caller, 'manage-settings'));
}
