import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { seesView } from './saved-view.ts';
import { readView } from './store-saved-views.ts';
import { putDefault, removeDefault } from './store-view-defaults.ts';

/** From now on this member's list opens with the view, or (`false`) no longer does. Any view one sees (404). */
export async function openWithView(
  { db }: Platform,
  caller: Caller,
  viewId: string,
  isDefault: boolean,
): Promise<void> {
  await db.transact(async (tx) => {
    const view = await readView(tx, caller.workspaceId, viewId);
    if (!view || !seesView(caller, view)) throw notFound();
    await (isDefault ? putDefault : removeDefault)(tx, view, caller.memberId);
  });
}
