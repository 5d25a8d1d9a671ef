import type { Minute } from '#engine/minutes.ts';
import type { Chair, HostSnapshot } from '#engine/snapshot.ts';
import { localDayOf, startOfDay, zoneNamed } from '#engine/zone.ts';
import type { Link } from '#links/link.ts';
import type { Reader } from '#platform/db/database.ts';
import { readCounts, readCountsOfDay } from './store-snapshot.ts';

export type Counts = Pick<HostSnapshot, 'booked' | 'lastScheduledAt' | 'bookedThatDay'>;

export const NEVER_BOOKED: Counts = { booked: 0, lastScheduledAt: null, bookedThatDay: 0 };

/**
 * How often each host was booked, for choosing one for `start` (D1); hosts never booked are left out. Without a
 * start nobody is chosen and nothing is read; the day is counted only where a chair goes by it.
 */
export async function hostCounts(
  db: Reader,
  link: Pick<Link, 'workspaceId' | 'id' | 'countingFrom' | 'settings'>,
  asked: { hostIds: string[]; chairs: Chair[]; except: string | null; start: Minute | undefined },
): Promise<Map<string, Counts>> {
  const found = new Map<string, Counts>();
  if (asked.start === undefined) return found;
  const { hostIds, except, start } = asked;
  const who = { workspaceId: link.workspaceId, hostIds, except };
  for (const row of await readCounts(db, { ...who, linkId: link.id, countingFrom: link.countingFrom })) {
    const lastScheduledAt = row.last_made_at === null ? null : Date.parse(row.last_made_at);
    found.set(row.host_id, { booked: row.booked ?? 0, lastScheduledAt, bookedThatDay: 0 });
  }
  if (!asked.chairs.some((chair) => chair.rule === 'fewest-that-day')) return found;
  for (const row of await readCountsOfDay(db, { ...who, ...localDay(link, start) })) {
    found.set(row.host_id, { ...(found.get(row.host_id) ?? NEVER_BOOKED), bookedThatDay: row.booked });
  }
  return found;
}

/** The day of the link's zone that a start falls on, in minutes UTC, half-open. */
function localDay({ settings }: Pick<Link, 'settings'>, start: Minute): { from: Minute; to: Minute } {
  const zone = zoneNamed(settings.timeZone)!;
  const day = localDayOf(zone, start);
  return { from: startOfDay(zone, day), to: startOfDay(zone, day + 1) };
}
