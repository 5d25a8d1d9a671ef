import { dayFromText, isoFromMinute, minuteFromIso, textFromDay, type Minute } from '#engine/minutes.ts';
import type { Chair, HostSnapshot, Offer, ReasonCode } from '#engine/snapshot.ts';
import { zoneNamed, type Zone } from '#engine/zone.ts';
import { ALL_DAY_REACH, busyIntervals } from '#calendars/busy.ts';
import { hoursFromWritten, toAbsences, toHolidays, toHours } from '#hours/stored-hours.ts';
import { candidateIds, incrementOf, isTeamLink, ruleOf, type Link } from '#links/link.ts';
import type { FoundLink } from '#links/store-public.ts';
import { isoNow, minuteAhead, minuteNow, type Clock } from '#platform/clock.ts';
import type { Reader } from '#platform/db/database.ts';
import { cappedDates, NO_CAPS, type CappedDates } from './caps.ts';
import { hostCounts, NEVER_BOOKED } from './counts.ts';
import { horizonOf } from './offer-window.ts';
import { onTerms, type Terms } from './terms.ts';
import { pairsFrom } from './spans.ts';
import { readBusy, type BusyRow } from './store-busy.ts';
import { isUsed, readAbsences, readHosts, type HostRow } from './store-snapshot.ts';

/** The link with what else decides about it. */
export type BookableLink = Pick<FoundLink, 'link' | 'isAppointmentPage' | 'holidayDays'>;

export interface Question {
  durationMinutes: number;
  /** Which starts are asked about, half-open. */
  window: { from: Minute; to: Minute };
  /** A booking that is to be moved or confirmed and does not stand in its own way (E8, F4). */
  except?: string;
  /** Set when a host is to be chosen for this start: then the counts of D1 are read too. */
  choosingFor?: Minute;
  /** What a time that is not simply on offer goes by. */
  terms?: Terms;
}

export interface Snapshot {
  offer: Offer;
  /** The rows behind `offer.hosts`, in the same order. */
  hosts: HostRow[];
}

/** Reads all that decides about a link's times: three statements, one or two more for choosing, one for caps. */
export async function readSnapshot(
  db: Reader,
  clock: Clock,
  bookable: BookableLink,
  question: Question,
): Promise<Snapshot> {
  const { link } = bookable;
  const zone = zoneNamed(link.settings.timeZone)!;
  const wanted = candidateIds(link.settings);
  const hosts = sorted(await readHosts(db, link.workspaceId, wanted), wanted);
  const span = reachOf(link, question);
  const [first, last] = [textFromDay(dayOf(span.from) - 1), textFromDay(dayOf(span.to) + 1)];
  const except = question.except ?? null;
  const now = isoNow(clock);
  const asked = { workspaceId: link.workspaceId, hostIds: wanted, now, except };
  const absences = await readAbsences(db, { ...asked, first, last });
  const busy = await readBusy(db, { ...asked, ...span }, ALL_DAY_REACH);
  const caps = await cappedDates(db, link, zone, { ...span, now, except });
  const chairs = chairsOf(bookable, hosts, question.terms?.only);
  const counts = await hostCounts(db, link, { hostIds: wanted, chairs, except, start: question.choosingFor });
  const times = await timesOf(db, link, now, except);
  const absencesOf = Map.groupBy(absences, (row) => row.member_id);
  const busyOf = Map.groupBy(busy, (row) => row.host_id);
  const offer: Offer = {
    ...ruleBook(bookable, zone, question.durationMinutes, clock),
    ...linkCaps(caps),
    times,
    chairs,
    hosts: hosts.map((row) => ({
      ...hostAsItIs(link, row),
      absences: toAbsences(absencesOf.get(row.member_id) ?? []),
      ...busyTime(row, busyOf.get(row.member_id) ?? []),
      cappedDays: caps.hostDays.get(row.member_id) ?? NO_CAPS,
      ...(counts.get(row.member_id) ?? NEVER_BOOKED),
    })),
  };
  return { hosts, offer: onTerms(offer, question.terms) };
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

/** A9 asks nothing of the built-in calendar; losing activity or a seat closes a host, never the page (B4). */
function hostAsItIs(
  link: Link,
  row: HostRow,
): Pick<HostSnapshot, 'id' | 'hours' | 'holidays' | 'unbookable'> {
  const unbookable: ReasonCode[] = [];
  if (row.active === 0) unbookable.push('inactive');
  if (row.seat === 0 && isTeamLink(link)) unbookable.push('no-seat');
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
  const spans = (kind: 'claims' | 'events' | 'days') => pairsFrom(rows.find((found) => found[kind])?.[kind]);
  const zone = zoneNamed(row.time_zone ?? row.own_zone)!;
  return { busy: busyIntervals(spans('events'), spans('days'), zone), claims: spans('claims') };
}

function chairsOf({ link, isAppointmentPage }: BookableLink, hosts: HostRow[], only?: string[]): Chair[] {
  const index = new Map(hosts.map((row, at) => [row.member_id, at]));
  const { weights } = link.settings;
  return link.settings.chairs.map((chair, at) => {
    const wanted = only ? [only[at] ?? ''] : chair.candidateIds;
    const known = wanted.filter((id) => index.has(id));
    return {
      candidates: known.map((id) => index.get(id)!),
      rule: chair.rule ?? ruleOf(link.settings, isAppointmentPage),
      ...(weights && { weights: known.map((id) => weights[id] ?? 1) }),
    };
  });
}

/** L3: exactly the picked times; a single-use link that was used offers none. */
async function timesOf(db: Reader, link: Link, now: string, except: string | null): Promise<Offer['times']> {
  if (link.kind !== 'specific-times') return null;
  const asked = { workspaceId: link.workspaceId, linkId: link.id, now, except };
  if (link.settings.singleUse && (await isUsed(db, asked))) return [];
  return link.settings.times.map(({ start, end }) => ({
    start: minuteFromIso(start)!,
    end: minuteFromIso(end)!,
  }));
}

/** Busy time is read a day wider than asked, so that no padded neighbour is missed. */
function reachOf(link: Link, { window, durationMinutes }: Question): { from: Minute; to: Minute } {
  const { bufferBeforeMinutes, bufferAfterMinutes } = link.settings;
  const longest = link.kind === 'specific-times' ? 1440 : durationMinutes;
  return { from: window.from - bufferBeforeMinutes - 5, to: window.to + longest + bufferAfterMinutes + 5 };
}

function sorted(rows: HostRow[], order: string[]): HostRow[] {
  const position = new Map(order.map((id, at) => [id, at]));
  return rows.toSorted((one, other) => position.get(one.member_id)! - position.get(other.member_id)!);
}

function dayOf(minute: Minute): number {
  return dayFromText(isoFromMinute(minute).slice(0, 10)) ?? 0;
}
