import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { notAllowed, notFound, Problem } from '#platform/refusal.ts';
import { changesView, MOST_VIEWS, seesView, type SavedView, type SavedViewChange } from './saved-view.ts';
import { countViews, deleteView, insertView, readView, updateView } from './store-saved-views.ts';

export async function saveView(
  { db, clock }: Platform,
  { workspaceId, memberId }: Caller,
  given: Pick<SavedView, 'list' | 'name' | 'filter' | 'shared'>,
): Promise<SavedView> {
  const view = {
    ...given,
    workspaceId,
    id: newId(),
    ownerId: memberId,
    version: 1,
    createdAt: isoNow(clock),
  };
  return db.transact(async (tx) => {
    if ((await countViews(tx, workspaceId, memberId)) >= MOST_VIEWS) {
      throw new Problem(409, 'conflict', `You keep ${MOST_VIEWS} views. Delete one to save another.`);
    }
    await insertView(tx, view);
    return view;
  });
}

/** `version` is what the caller last read; when somebody was faster, the present state comes back. */
export async function changeView(
  { db }: Platform,
  caller: Caller,
  viewId: string,
  change: SavedViewChange,
  version?: number,
): Promise<SavedView | { changedMeanwhile: SavedView }> {
  return db.transact(async (tx) => {
    const before = await viewToChange(tx, caller, viewId);
    if (version !== undefined && version !== before.version) return { changedMeanwhile: before };
    const after = { ...before, ...change, version: before.version + 1 };
    await updateView(tx, after);
    return after;
  });
}

export async function removeView({ db }: Platform, caller: Caller, viewId: string): Promise<void> {
  await db.transact(async (tx) => {
    await viewToChange(tx, caller, viewId);
    await deleteView(tx, caller.workspaceId, viewId);
  });
}

async function viewToChange(tx: Tx, caller: Caller, viewId: string): Promise<SavedView> {
  const view = await readView(tx, caller.workspaceId, viewId);
  if (!view || !seesView(caller, view)) throw notFound();
  if (!changesView(caller, view)) {
    throw notAllowed('Only who made this view, or someone with manage-settings, changes it. Save your own.');
  }
  return view;
}
