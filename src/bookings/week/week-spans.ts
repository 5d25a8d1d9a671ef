import { dayFromText, isoFromMinute, type Interval } from '#engine/minutes.ts';
import type { Window } from '#engine/link-starts.ts';
import { zoneNamed } from '#engine/zone.ts';
import { wholeDays } from '#calendars/busy.ts';
import type { CalendarEvent } from '#calendars/event.ts';
import type { ShownEvent } from '#calendars/outside/store-shown.ts';
import { closedTime } from '#hours/closed-time.ts';
import { keepsTimeOf } from '#hours/own-time.ts';
import { toHours, toNamedHolidays } from '#hours/stored-hours.ts';
import type { Caller } from '#platform/http/caller.ts';
import { statusAt } from '#bookings/booking.ts';
import { seesAll } from '#bookings/rights.ts';
import type { HostRow } from '#bookings/store-snapshot.ts';
import type { WeekRow } from './store-week.ts';
import type { CalendarSource, CalendarSpan } from './week-fields.ts';
import { sourcesOfBooking } from './week-sources.ts';

interface AbsenceRow {
  from_date: string;
  to_date: string;
  reason: string | null;
}

/** What a member's hours leave closed, and why; reasons of absences are for them and for admins. */
export function closedSpans(
  caller: Caller,
  member: HostRow,
  rows: AbsenceRow[],
  { from, to }: Window,
): CalendarSpan[] {
  const tells = keepsTimeOf(caller, member.member_id);
  const hours = toHours({
    time_zone: member.time_zone ?? member.own_zone,
    weekly: member.weekly ?? '[]',
    overrides: member.overrides ?? '[]',
  });
  const absences = rows.map(({ from_date, to_date, reason }) => ({
    from: dayFromText(from_date)!,
    to: dayFromText(to_date)!,
    ...(tells && reason !== null && { reason }),
  }));
  const closed = closedTime({ hours, absences, holidays: toNamedHolidays(member.holidays) }, from, to);
  return closed.map(({ why, title, ...span }) => ({
    kind: 'closed',
    ...instants(span),
    why,
    ...(title !== undefined && { title }),
    ...(why === 'holiday' && { sources: holidaysOf(member) }),
    editable: false,
  }));
}

function holidaysOf({ holiday_list: name }: HostRow): CalendarSource[] {
  return name === null ? [] : [{ kind: 'holidays', name }];
}

/** Own events as they are; colleagues see when somebody is busy and no more. */
export function eventSpans(
  caller: Caller,
  member: HostRow,
  events: CalendarEvent[],
  sourcesOf: (eventId: string) => CalendarSource[],
  { from, to }: Window,
): CalendarSpan[] {
  const own = keepsTimeOf(caller, member.member_id);
  const zone = zoneNamed(member.time_zone ?? member.own_zone)!;
  return events
    .filter((event) => own || event.transparency === 'busy')
    .map((event) => ({ event, span: event.allDay ? wholeDays(event, zone) : event }))
    .filter(({ span }) => span.end > from && span.start < to)
    .map(({ event, span }) => ({
      kind: event.transparency,
      ...instants(span),
      allDay: event.allDay,
      ...(own && {
        title: event.title,
        eventId: event.id,
        version: event.version,
        sources: sourcesOf(event.id),
      }),
      editable: own,
    }));
}

/**
 * Outside events: one's own with title and calendar, to be changed there; colleagues see what closes time and no more.
 * What does not close any, be it for its calendar's sake, is free.
 */
export function outsideSpans(caller: Caller, member: HostRow, events: ShownEvent[] = []): CalendarSpan[] {
  const own = keepsTimeOf(caller, member.member_id);
  return events
    .filter(({ blocks }) => own || blocks)
    .map(({ calendarId, calendarName, title, allDay, blocks, ...span }) => ({
      kind: blocks ? 'busy' : 'free',
      ...instants(span),
      allDay,
      ...(own && {
        title,
        calendarId,
        calendarName,
        sources: [{ kind: 'outside', id: calendarId, name: calendarName }],
      }),
      editable: false,
    }));
}

/** A booking the caller may see, else only that its time is taken. */
export function bookingSpan(caller: Caller, row: WeekRow, now: string): CalendarSpan {
  const span = instants({ start: row.start_minute, end: row.end_minute });
  if (!isSeen(caller, row)) return { kind: 'busy', ...span, allDay: false, editable: false };
  const { status: kept, end_minute: end, expires_at: expiresAt } = row;
  const status = statusAt({ status: kept, end, expiresAt }, now);
  return {
    kind: status === 'unverified' ? 'held' : 'booked',
    ...span,
    title: row.title,
    bookingId: row.booking_id,
    ...(row.link_id !== null && { linkIds: [row.link_id] }),
    sources: sourcesOfBooking(row),
    ...(row.visitor_name !== null && { visitor: row.visitor_name }),
    status,
    ...(status === 'unverified' && expiresAt !== null && { expiresAt }),
    version: row.version,
    editable: status === 'scheduled',
  };
}

function isSeen(caller: Caller, row: WeekRow): boolean {
  const own = [row.own_host_id, row.made_by, row.link_owner_id].includes(caller.memberId);
  return own || seesAll(caller);
}

function instants({ start, end }: Interval): { start: string; end: string } {
  return { start: isoFromMinute(start), end: isoFromMinute(end) };
}
