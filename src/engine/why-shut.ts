import { holidaysCloseWholeDates } from './free.ts';
import type { Absence, ClosedDates, Hours } from './hours.ts';
import { isAbsent, NOTHING_CLOSED, openTime } from './hours.ts';
import type { Interval, LocalDay, Minute } from './minutes.ts';
import { textFromDay } from './minutes.ts';
import type { HostSnapshot, Offer, Reason } from './snapshot.ts';
import type { Zone } from './zone.ts';
import { eachDate, localDayOf } from './zone.ts';

/** Whether hours, holidays and absences leave every minute of the meeting open for the host. */
export function isOpen(offer: Offer, host: HostSnapshot, meeting: Interval): boolean {
  if (offer.times && offer.offerAnyway) return true;
  return (
    hoursThatHold(offer, host).every(({ hours, closed }) => covers(hours, closed, meeting)) &&
    absenceIn(host, meeting) === null &&
    wholeHoliday(offer, host, meeting) === null &&
    holidayOfStart(offer, meeting.start) === null
  );
}

/**
 * Why it is shut: hours by themselves, else what a holiday took from them, else what an absence took.
 * Never empty when `isOpen` says no.
 */
export function whyShut(offer: Offer, host: HostSnapshot, meeting: Interval): Reason[] {
  const reasons = hoursThatHold(offer, host).flatMap((layer) => whyHours(layer, meeting));
  const holiday = wholeHoliday(offer, host, meeting);
  const linkHoliday = holidayOfStart(offer, meeting.start);
  const absence = absenceIn(host, meeting);
  if (holiday !== null) reasons.push({ code: 'holiday', detail: `host ${textFromDay(holiday)}` });
  if (linkHoliday !== null) reasons.push({ code: 'holiday', detail: `link ${textFromDay(linkHoliday)}` });
  // An absence closes its minutes and takes its spans: one reason all the same.
  const named = reasons.some((reason) => reason.code === 'absence');
  if (absence && !named) reasons.push({ code: 'absence', detail: textOf(absence) });
  return reasons;
}

interface Layer {
  whose: 'link' | 'host';
  hours: Hours;
  closed: ClosedDates;
}

/** A2: the link's hours, the host's, or both; a specific time needs neither. */
function hoursThatHold(offer: Offer, host: HostSnapshot): Layer[] {
  if (offer.times) return [];
  const ofHost: Layer = { whose: 'host', hours: host.hours, closed: host };
  if (!offer.ownHours) return [ofHost];
  const closed = { holidays: offer.holidays, absences: [] };
  const ofLink: Layer = { whose: 'link', hours: offer.ownHours, closed };
  return offer.withinHostHours ? [ofLink, ofHost] : [ofLink];
}

function whyHours({ whose, hours, closed }: Layer, meeting: Interval): Reason[] {
  if (!covers(hours, NOTHING_CLOSED, meeting)) return [{ code: 'outside-hours', detail: `${whose} hours` }];
  if (!covers(hours, { holidays: closed.holidays, absences: [] }, meeting)) {
    const day = dateNear(hours.zone, meeting, (day) => closed.holidays.has(day));
    return [{ code: 'holiday', detail: `${whose} ${textFromDay(day)}` }];
  }
  if (covers(hours, closed, meeting)) return [];
  const day = dateNear(hours.zone, meeting, (day) => isAbsent(closed.absences, day));
  const absence = closed.absences.find(({ from, to }) => from <= day && day <= to)!;
  return [{ code: 'absence', detail: textOf(absence) }];
}

function covers(hours: Hours, closed: ClosedDates, meeting: Interval): boolean {
  const open = openTime(hours, closed, meeting.start, meeting.end);
  for (let i = 0; i < open.length; i += 2) {
    if (open[i]! <= meeting.start && meeting.end <= open[i + 1]!) return true;
  }
  return false;
}

// The span may have started on the evening before (ENGINE 3), so that date is asked last.
function dateNear(zone: Zone, meeting: Interval, wanted: (day: LocalDay) => boolean): LocalDay {
  const first = localDayOf(zone, meeting.start);
  return [first, localDayOf(zone, meeting.end - 1), first - 1].find(wanted) ?? first;
}

function absenceIn(host: HostSnapshot, meeting: Interval): Absence | null {
  if (host.absences.length === 0) return null;
  const day = dateWithin(host.hours.zone, meeting, (day) => isAbsent(host.absences, day));
  return host.absences.find(({ from, to }) => day !== null && from <= day && day <= to) ?? null;
}

function wholeHoliday(offer: Offer, host: HostSnapshot, meeting: Interval): LocalDay | null {
  if (!holidaysCloseWholeDates(offer)) return null;
  return dateWithin(host.hours.zone, meeting, (day) => host.holidays.has(day));
}

// A link without hours of its own has no spans to take away: its holidays close the starts of their dates.
function holidayOfStart(offer: Offer, start: Minute): LocalDay | null {
  if (offer.ownHours && !offer.times) return null;
  const day = localDayOf(offer.zone, start);
  return offer.holidays.has(day) ? day : null;
}

function dateWithin(zone: Zone, meeting: Interval, wanted: (day: LocalDay) => boolean): LocalDay | null {
  let found: LocalDay | null = null;
  eachDate(zone, meeting.start, meeting.end, (day) => {
    if (found === null && wanted(day)) found = day;
  });
  return found;
}

function textOf(absence: Absence): string {
  return `${textFromDay(absence.from)}/${textFromDay(absence.to)}`;
}
