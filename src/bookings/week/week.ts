import { isoFromMinute, textFromDay } from '#engine/minutes.ts';
import type { Window } from '#engine/link-starts.ts';
import { localDayOf, zoneNamed } from '#engine/zone.ts';
import { ALL_DAY_REACH } from '#calendars/busy.ts';
import { readShownEvents } from '#calendars/outside/store-shown.ts';
import { readEventsOf } from '#calendars/store.ts';
import { keepsTimeOf } from '#hours/own-time.ts';
import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { readOffered, type OfferedTime } from './offered-by-links.ts';
import { readHosts, type HostRow } from '#bookings/store-snapshot.ts';
import { readReasonedAbsences, readWeekOf } from './store-week.ts';
import type { CalendarSpan, CalendarWeek } from './week-fields.ts';
import { readSourcesOfEvents } from './week-sources.ts';
import { bookingSpan, closedSpans, eventSpans, outsideSpans } from './week-spans.ts';

interface Asked {
  memberIds: string[];
  window: Window;
  /** Also what active links would offer, which takes the engine. */
  offered: boolean;
}

/**
 * Several calendars side by side: five statements, one or two for records that one's events are kept on, six more for
 * what links offer, however many links there are.
 */
export async function readWeek(platform: Platform, caller: Caller, asked: Asked): Promise<CalendarWeek> {
  const { memberIds, window } = asked;
  const { workspaceId } = caller;
  const db = platform.db.read;
  const hosts = new Map((await readHosts(db, workspaceId, memberIds)).map((row) => [row.member_id, row]));
  if (hosts.size < memberIds.length) throw notFound();
  const absences = await readReasonedAbsences(db, workspaceId, memberIds, datesAround(window));
  const reach = { from: window.from - ALL_DAY_REACH, to: window.to + ALL_DAY_REACH };
  const events = await readEventsOf(db, workspaceId, memberIds, reach);
  const outside = await readShownEvents(db, workspaceId, memberIds, window);
  const outsideOf = Map.groupBy(outside, (event) => event.memberId);
  const sourcesOf = await readSourcesOfEvents(db, caller, events);
  const now = isoNow(platform.clock);
  const bookings = await readWeekOf(db, caller.memberId, { workspaceId, memberIds, ...window, now });
  const offered = asked.offered ? await readOffered(platform, workspaceId, memberIds, window) : NOTHING;
  const rowsOf = <T>(rows: T[], memberOf: (row: T) => string, member: HostRow): T[] =>
    rows.filter((row) => memberOf(row) === member.member_id);
  const spansOf = (member: HostRow): CalendarSpan[] => [
    ...closedSpans(
      caller,
      member,
      rowsOf(absences, (row) => row.member_id, member),
      window,
    ),
    ...eventSpans(
      caller,
      member,
      rowsOf(events, (row) => row.memberId, member),
      sourcesOf,
      window,
    ),
    ...outsideSpans(caller, member, outsideOf.get(member.member_id)),
    ...rowsOf(bookings, (row) => row.host_id, member).map((row) => bookingSpan(caller, row, now)),
    ...(offered.timesOf.get(member.member_id) ?? []).map(offeredSpan),
  ];
  const present = (member: HostRow) => ({ ...aboutMember(caller, member), spans: byStart(spansOf(member)) });
  return { members: memberIds.map((id) => present(hosts.get(id)!)), links: offered.links };
}

const NOTHING: Awaited<ReturnType<typeof readOffered>> = { links: [], timesOf: new Map() };

function aboutMember(caller: Caller, member: HostRow) {
  return {
    memberId: member.member_id,
    name: member.name,
    timeZone: member.time_zone ?? member.own_zone,
    active: member.active === 1,
    editable: keepsTimeOf(caller, member.member_id),
  };
}

function offeredSpan({ start, end, linkIds }: OfferedTime): CalendarSpan {
  return { kind: 'offered', start: isoFromMinute(start), end: isoFromMinute(end), linkIds, editable: false };
}

/** Every local date that the window touches, whatever the zone. */
function datesAround({ from, to }: Window): { first: string; last: string } {
  const utc = zoneNamed('UTC')!;
  return { first: textFromDay(localDayOf(utc, from) - 2), last: textFromDay(localDayOf(utc, to) + 2) };
}

function byStart(spans: CalendarSpan[]): CalendarSpan[] {
  return spans.toSorted((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0));
}
