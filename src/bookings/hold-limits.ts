import { slots } from '#engine/slots.ts';
import { localDayOf, startOfDay, zoneNamed } from '#engine/zone.ts';
import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { foldAddress } from '#platform/fold.ts';
import { countUp } from '#platform/limits/store.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import { expireBookings } from './expire.ts';
import { readSnapshot } from './snapshot.ts';
import { countHolds, readHoldsOf } from './store-holds.ts';
import { lockLink } from './store-locks.ts';
import type { Visit } from './visit.ts';

/** F7: on the word of one address at most this many times are held. */
const HOLDS_OF_ONE_ADDRESS = 2;
/** Below this many holds a day is not crowded, however short it is. */
const ALWAYS_ALLOWED = 4;

/**
 * F7: beyond the limit the new booking stands and the answer is the same; the oldest of the address's holds
 * gives way, so that nobody fills a calendar in somebody else's name. The one just claimed is not written yet.
 * A counter row of the address makes parallel holds take turns, or each would count without the others.
 */
export async function giveWay(tx: Tx, platform: Platform, workspaceId: string, email: string): Promise<void> {
  const today = isoNow(platform.clock).slice(0, 10);
  await countUp(tx, workspaceId, `hold:${foldAddress(email)}`, today);
  const holds = await readHoldsOf(tx, workspaceId, email, isoNow(platform.clock));
  const tooMany = holds.slice(0, Math.max(0, holds.length + 1 - HOLDS_OF_ONE_ADDRESS));
  await expireBookings(
    tx,
    platform,
    workspaceId,
    tooMany.map((hold) => hold.booking_id),
  );
}

/**
 * Unconfirmed holds may take half of what a link offers on a day, not more: the rest stays for people who confirm.
 * Bookings of the link take turns from here on, so that the share holds in a rush as well.
 */
export async function isCrowded(
  tx: Tx,
  platform: Platform,
  found: FoundLink,
  visit: Visit,
): Promise<boolean> {
  const { link } = found;
  await lockLink(tx, link.workspaceId, link.id);
  const zone = zoneNamed(link.settings.timeZone)!;
  const day = localDayOf(zone, visit.start);
  const window = { from: startOfDay(zone, day), to: startOfDay(zone, day + 1) };
  const now = isoNow(platform.clock);
  const held = await countHolds(tx, { workspaceId: link.workspaceId, linkId: link.id, ...window, now });
  if (held < ALWAYS_ALLOWED) return false;
  const { durationMinutes } = visit;
  const { offer } = await readSnapshot(tx, platform.clock, found, { durationMinutes, window });
  return held >= slots(offer, window).length;
}
