import { minuteFromIso } from '#engine/minutes.ts';
import type { Chair, HostSnapshot, Offer, ReasonCode } from '#engine/snapshot.ts';
import { zoneNamed, type Zone } from '#engine/zone.ts';
import { busyIntervals } from '#calendars/busy.ts';
import { isStale } from '#calendars/outside/staleness.ts';
import { hoursFromWritten, toAbsences, toHolidays, toHours } from '#hours/stored-hours.ts';
import { incrementOf, isExpired, isTeamLink, ruleOf, type Link } from '#links/link.ts';
import type { FoundLink } from '#links/store-public.ts';
import { isoNow, minuteAhead, minuteNow, type Clock } from '#platform/clock.ts';
import { NO_CAPS, type CappedDates } from './caps.ts';
import { NEVER_BOOKED, type Counts } from './counts.ts';
import { horizonOf } from './offer-window.ts';
import { rotationChair, type Standings } from '#bookings/rotation/rotation-standing.ts';
import { pairsFrom } from './spans.ts';
import type { BusyRow } from './store-busy.ts';
import type { AbsenceRow, HostRow } from './store-snapshot.ts';

/** The link with what else decides about it. */
export type BookableLink = Pick<FoundLink, 'link' | 'isAppointmentPage' | 'holidayDays'>;

/** What was read about a link's hosts and its bookings, by member. */
export interface Readings {
  /** In the order of the link's candidates; who is gone is left out. */
  hosts: HostRow[];
  absencesOf: ReadonlyMap<string, AbsenceRow[]>;
  busyOf: ReadonlyMap<string, BusyRow[]>;
  caps: CappedDates;
  counts: ReadonlyMap<string, Counts>;
  /** L3: whether a single-use link has had its booking. */
  used: boolean;
  /** R10: the rotations that fill its chairs. */
  rotations: Standings;
}

interface Wish {
  durationMinutes: number;
  clock: Clock;
  /** One host for each chair, instead of its candidates. */
  only?: string[];
  /** Hosts whose calendars could not be read just now (A9). */
  unread?: ReadonlySet<string>;
}

/** The engine's offer from what was read; reads nothing itself, so that many links can share one reading. */
export function offerFrom(bookable: BookableLink, wish: Wish, readings: Readings): Offer {
  const { link } = bookable;
  const { hosts, absencesOf, busyOf, caps, counts, used, rotations } = readings;
  return {
    ...ruleBook(bookable, zoneNamed(link.settings.timeZone)!, wish.durationMinutes, wish.clock),
    ...linkCaps(caps),
    times: timesOf(link),
    unbookable: whyOver(link, used, wish.clock),
    chairs: chairsOf(bookable, hosts, rotations, wish.only),
    hosts: hosts.map((row) => ({
      ...hostAsItIs(link, row, wish),
      absences: toAbsences(absencesOf.get(row.member_id) ?? []),
      ...busyTime(row, busyOf.get(row.member_id) ?? []),
      cappedDays: caps.hostDays.get(row.member_id) ?? NO_CAPS,
      ...(counts.get(row.member_id) ?? NEVER_BOOKED),
    })),
  };
}

function ruleBook(bookable: BookableLink, zone: Zone, lengthMinutes: number, clock: Clock) {
  const { settings } = bookable.link;
  return {
    // A6: a start within the minute that runs has begun already.
    now: minuteAhead(clock),
    zone,
    lengthMinutes,
    bufferBefore: settings.bufferBeforeMinutes,
    bufferAfter: settings.bufferAfterMinutes,
    increment: incrementOf(settings, lengthMinutes),
    noticeMinutes: settings.minimumNoticeMinutes,
    horizon: horizonOf(settings.horizon, zone, minuteNow(clock)),
    ownHours: settings.hours && hoursFromWritten({ timeZone: settings.timeZone, ...settings.hours }),
    withinHostHours: settings.withinHostHours,
    holidays: toHolidays(bookable.holidayDays),
    offerAnyway: settings.offerAnyway,
  };
}

function linkCaps(caps: CappedDates) {
  return { cappedDays: caps.days, cappedWeeks: caps.weeks };
}

/** Losing activity or a seat closes a host, never the page (B4); so does a calendar that nobody could read (A9). */
function hostAsItIs(
  link: Link,
  row: HostRow,
  { clock, unread }: Wish,
): Pick<HostSnapshot, 'id' | 'hours' | 'holidays' | 'unbookable'> {
  const unbookable: ReasonCode[] = [];
  if (row.active === 0) unbookable.push('inactive');
  if (row.seat === 0 && isTeamLink(link)) unbookable.push('no-seat');
  if (isStale(row, clock) || unread?.has(row.member_id)) unbookable.push('calendar-stale');
  return {
    id: row.member_id,
    hours: toHours({
      time_zone: row.time_zone ?? row.own_zone,
      weekly: row.weekly ?? '[]',
      overrides: row.overrides ?? '[]',
    }),
    holidays: toHolidays(row.holidays),
    unbookable,
  };
}

function busyTime(row: HostRow, rows: BusyRow[]): Pick<HostSnapshot, 'busy' | 'claims'> {
  const spans = (kind: 'claims' | 'events' | 'days') => pairsFrom(textOf(rows, kind));
  const zone = zoneNamed(row.time_zone ?? row.own_zone)!;
  return { busy: busyIntervals(spans('events'), spans('days'), zone), claims: spans('claims') };
}

/** Events come from calendars of two kinds, all else from one. */
function textOf(rows: BusyRow[], kind: 'claims' | 'events' | 'days'): string {
  return rows.flatMap((row) => row[kind] ?? []).join(' ');
}

export function chairsOf(
  { link, isAppointmentPage }: BookableLink,
  hosts: HostRow[],
  rotations: Standings,
  only?: string[],
): Chair[] {
  const index = new Map(hosts.map((row, at) => [row.member_id, at]));
  const { weights } = link.settings;
  return link.settings.chairs.map((chair, at) => {
    const standing = chair.rotationId && !only ? rotations.get(chair.rotationId) : undefined;
    if (standing) return rotationChair(standing, chair, index);
    const wanted = only ? [only[at] ?? ''] : chair.candidateIds;
    const known = wanted.filter((id) => index.has(id));
    return {
      candidates: known.map((id) => index.get(id)!),
      rule: chair.rule ?? ruleOf(link.settings, isAppointmentPage),
      ...(weights && { weights: known.map((id) => weights[id] ?? 1) }),
    };
  });
}

/** L3: a single-use link is over with its booking, an offer with its end. */
function whyOver({ settings }: Link, used: boolean, clock: Clock): ReasonCode[] {
  return [
    ...(used ? (['used'] as const) : []),
    ...(isExpired(settings, isoNow(clock)) ? (['ended'] as const) : []),
  ];
}

/** L3: exactly the picked times. */
function timesOf(link: Link): Offer['times'] {
  if (link.kind !== 'specific-times') return null;
  return link.settings.times.map(({ start, end }) => ({
    start: minuteFromIso(start)!,
    end: minuteFromIso(end)!,
  }));
}
