import type { Reader } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { overWith } from '#bookings/offered-times.ts';
import { opennessOf } from '#links/open.ts';
import type { FoundLink } from '#links/store-public.ts';

/** Whether nobody can book by a link any more: gone, closed, beyond its last day, or its one booking made (L3, L8). */
export async function hasEnded(db: Reader, platform: Platform, found: FoundLink): Promise<boolean> {
  return opennessOf(found) !== 'open' || (await overWith(db, platform, found)) !== null;
}
