/**
 * The rules again, the slow and obvious way: every minute by itself, its wall clock asked of Temporal, no
 * tables, no bits, no intervals. The engine must agree with it everywhere.
 */
import type { Hours, Span } from './hours.ts';
import type { LocalDay, Minute } from './minutes.ts';
import type { HostSnapshot, Offer } from './snapshot.ts';

interface Wall {
  day: LocalDay;
  weekday: number;
  minuteOfDay: number;
}

export interface Model {
  /** Starts offered in [from, to), by trying every minute. */
  slots: (from: Minute, to: Minute) => Minute[];
  isOffered: (start: Minute) => boolean;
  isFree: (host: number, start: Minute) => boolean;
}

export function slowModel(offer: Offer): Model {
  const open = offer.hosts.map((host) => remembered((minute) => isOpen(offer, host, minute)));
  const isFree = (host: number, start: Minute) => isHostFree(offer, host, open[host]!, start);
  const isOffered = (start: Minute) => isLinkOpen(offer, start) && canSeatAll(offer, start, isFree);
  const slots = (from: Minute, to: Minute) => minutesFrom(from, to).filter(isOffered);
  return { slots, isOffered, isFree };
}

function isLinkOpen(offer: Offer, start: Minute): boolean {
  const wall = wallAt(offer.zone.name, start);
  if (offer.unbookable.length > 0) return false;
  if (start < offer.now || start < offer.now + offer.noticeMinutes) return false;
  if (offer.cappedDays.has(wall.day) || offer.cappedWeeks.has(wall.day - wall.weekday + 1)) return false;
  if (offer.times) return offer.times.some((time) => time.start === start);
  if (start < offer.horizon.from || start >= offer.horizon.to) return false;
  return wall.minuteOfDay % offer.increment === 0;
}

function isHostFree(offer: Offer, index: number, open: (minute: Minute) => boolean, start: Minute): boolean {
  const host = offer.hosts[index]!;
  const end = offer.times?.find((time) => time.start === start)?.end ?? start + offer.lengthMinutes;
  const anyway = offer.times !== null && offer.offerAnyway;
  const day = wallAt(offer.zone.name, start).day;
  if (host.unbookable.length > 0 || host.cappedDays.has(day)) return false;
  if (!offer.ownHours || offer.times) {
    if (!anyway && offer.holidays.has(day)) return false;
  }
  if (!anyway && !minutesFrom(start, end).every(open)) return false;
  const padded = minutesFrom(start - offer.bufferBefore, end + offer.bufferAfter);
  return padded.every((minute) => (anyway || !isIn(host.busy, minute)) && !isIn(host.claims, minute));
}

function isOpen(offer: Offer, host: HostSnapshot, minute: Minute): boolean {
  const wall = wallAt(host.hours.zone.name, minute);
  if (isAbsentOn(host, wall.day)) return false;
  if (offer.times || (offer.ownHours && !offer.withinHostHours)) {
    if (host.holidays.has(wall.day)) return false;
  }
  if (offer.times) return true;
  const ofHost = isInHours(
    host.hours,
    minute,
    (day) => host.holidays.has(day),
    (day) => isAbsentOn(host, day),
  );
  if (!offer.ownHours) return ofHost;
  const ofLink = isInHours(
    offer.ownHours,
    minute,
    (day) => offer.holidays.has(day),
    () => false,
  );
  return ofLink && (ofHost || !offer.withinHostHours);
}

/** ENGINE 2–4: the wall clock's date and time lie in a span of that date, or in the tail of one of the day before. */
function isInHours(
  hours: Hours,
  minute: Minute,
  isHoliday: (day: LocalDay) => boolean,
  isAbsent: (day: LocalDay) => boolean,
): boolean {
  const wall = wallAt(hours.zone.name, minute);
  const spansOf = (day: LocalDay, weekday: number): Span[] => {
    if (isAbsent(day)) return [];
    if (hours.overrides.has(day)) return hours.overrides.get(day)!;
    return isHoliday(day) ? [] : hours.weekly[weekday - 1]!;
  };
  const time = wall.minuteOfDay;
  const today = spansOf(wall.day, wall.weekday);
  const yesterday = spansOf(wall.day - 1, wall.weekday === 1 ? 7 : wall.weekday - 1);
  return (
    today.some((span) => span.start <= time && time < endOf(span)) ||
    yesterday.some((span) => span.start <= time + 1440 && time + 1440 < endOf(span))
  );
}

function endOf(span: Span): number {
  return span.end <= span.start ? span.end + 1440 : span.end;
}

function isAbsentOn(host: HostSnapshot, day: LocalDay): boolean {
  return host.absences.some((absence) => absence.from <= day && day <= absence.to);
}

function isIn(pairs: Int32Array, minute: Minute): boolean {
  for (let i = 0; i < pairs.length; i += 2) if (pairs[i]! <= minute && minute < pairs[i + 1]!) return true;
  return false;
}

function canSeatAll(
  offer: Offer,
  start: Minute,
  isFree: (host: number, start: Minute) => boolean,
  chair = 0,
  taken: number[] = [],
): boolean {
  if (chair === offer.chairs.length) return chair > 0;
  return offer.chairs[chair]!.candidates.some(
    (host) =>
      !taken.includes(host) &&
      isFree(host, start) &&
      canSeatAll(offer, start, isFree, chair + 1, [...taken, host]),
  );
}

function minutesFrom(from: Minute, to: Minute): Minute[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

const walls = new Map<string, (minute: Minute) => Wall>();

/** What the wall clock shows at that minute, in Temporal's word. */
export function wallAt(zone: string, minute: Minute): Wall {
  let ask = walls.get(zone);
  if (!ask) walls.set(zone, (ask = remembered((minute) => askTemporal(zone, minute))));
  return ask(minute);
}

function askTemporal(zone: string, minute: Minute): Wall {
  const time = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(zone);
  const day = Temporal.PlainDate.from('1970-01-01').until(time.toPlainDate()).days;
  return { day, weekday: time.dayOfWeek, minuteOfDay: time.hour * 60 + time.minute };
}

function remembered<Answer>(ask: (minute: Minute) => Answer): (minute: Minute) => Answer {
  const answers = new Map<Minute, Answer>();
  return (minute) => {
    let answer = answers.get(minute);
    if (answer === undefined) answers.set(minute, (answer = ask(minute)));
    return answer;
  };
}
