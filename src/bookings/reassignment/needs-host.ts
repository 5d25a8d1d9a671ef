import { dayFromText, isoFromMinute, type Minute } from '#engine/minutes.ts';
import { localDayOf, zoneNamed } from '#engine/zone.ts';
import { isTeamLink, type LinkSettings } from '#links/link.ts';
import type { Among } from '#platform/db/among.ts';
import type { Reader } from '#platform/db/database.ts';
import { readMeetingsInDoubt, type MeetingInDoubtRow } from './store-needs-host.ts';

/** Who cannot hold a meeting any more, and why. */
export interface Need {
  hostId: string;
  why: 'inactive' | 'no-seat' | 'absence';
}

/**
 * N2: meetings still to come whose host left, lost the seat that a team's meeting asks for (B4), or is away on one of
 * its dates, as the host's own zone dates them. A question, never an event. By booking; of several hosts in the order
 * of the chairs. `among` asks of some bookings only.
 */
export async function meetingsInNeed(
  db: Reader,
  workspaceId: string,
  now: Minute,
  among?: Among,
): Promise<Map<string, Need[]>> {
  const rows = await readMeetingsInDoubt(db, { workspaceId, now, since: dateLongOver(now), among });
  const needs = new Map<string, Need[]>();
  for (const row of rows.toSorted((one, other) => one.chair - other.chair)) {
    const why = whyNeeded(row);
    const known = needs.get(row.booking_id) ?? [];
    if (!why || known.some(({ hostId }) => hostId === row.host_id)) continue;
    needs.set(row.booking_id, [...known, { hostId: row.host_id, why }]);
  }
  return needs;
}

function whyNeeded(row: MeetingInDoubtRow): Need['why'] | null {
  if (row.active === 0) return 'inactive';
  if (row.seat === 0 && asksForSeat(row)) return 'no-seat';
  return isAway(row) ? 'absence' : null;
}

/** B4: of the hosts of a team's link, and of those whom a rotation chose. */
function asksForSeat({ rotation_id, link_kind, link_settings }: MeetingInDoubtRow): boolean {
  if (rotation_id !== null) return true;
  if (link_kind === null) return false;
  const settings = link_settings === null ? { chairs: [] } : (JSON.parse(link_settings) as LinkSettings);
  return isTeamLink({ kind: link_kind, settings });
}

/** An absence closes every minute of its dates (A1): a meeting that reaches into one is met. */
function isAway({ zone: name, start_minute, end_minute, from_date, to_date }: MeetingInDoubtRow): boolean {
  if (from_date === null || to_date === null) return false;
  const zone = zoneNamed(name)!;
  const [first, last] = [localDayOf(zone, start_minute), localDayOf(zone, end_minute - 1)];
  return dayFromText(from_date)! <= last && dayFromText(to_date)! >= first;
}

function dateLongOver(now: Minute): string {
  return isoFromMinute(now - 2 * 1440).slice(0, 10);
}
