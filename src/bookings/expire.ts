import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { insertHistory } from './store.ts';
import { releaseTime } from './store-claims.ts';
import { markExpired } from './store-upkeep.ts';

/** Lets held times go (F3). Nothing was promised and nobody was told, so nobody is. */
export async function expireBookings(
  tx: Tx,
  platform: Platform,
  workspaceId: string,
  ids: string[],
): Promise<void> {
  for (const id of ids) {
    if (!(await markExpired(tx, workspaceId, id, isoNow(platform.clock)))) continue;
    await releaseTime(tx, workspaceId, id);
    await insertHistory(tx, platform.clock, { workspaceId, id }, { kind: 'expired', by: { kind: 'system' } });
  }
}
