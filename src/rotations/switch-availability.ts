import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { holdRotation } from './store-locks.ts';
import { readHosts, switchHost } from './store-hosts.ts';

/**
 * R8: off, somebody is neither proposed nor selectable in this rotation until on again. Who switched and when is kept;
 * saying what is so already changes neither. 404 for whoever is not in it.
 */
export async function switchAvailability(
  platform: Platform,
  caller: Caller,
  { rotationId, memberId, available }: { rotationId: string; memberId: string; available: boolean },
): Promise<void> {
  await platform.db.transact(async (tx) => {
    const rotation = await holdRotation(tx, caller.workspaceId, rotationId);
    const host = rotation && (await readHosts(tx, rotation)).find((one) => one.memberId === memberId);
    if (!host) throw notFound();
    if (host.available === available) return;
    const at = isoNow(platform.clock);
    await switchHost(tx, rotation, memberId, { available, by: caller.memberId, at });
  });
}
