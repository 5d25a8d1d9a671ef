/**
 * Recurrence the slow and obvious way: every date, hour or minute from DTSTART on is asked of Temporal whether the
 * rule names it; no skipping, no arithmetic of its own. The fast way must agree with it everywhere.
 */
type DateTime = Temporal.PlainDateTime;
type PlainDate = Temporal.PlainDate;

export interface SlowRule {
  FREQ: 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY' | 'HOURLY' | 'MINUTELY';
  INTERVAL: number;
  WKST: number;
  COUNT?: number;
  UNTIL?: { text: string; holds: (start: DateTime, instant: Temporal.Instant) => boolean };
  BYMONTH?: number[];
  BYWEEKNO?: number[];
  BYYEARDAY?: number[];
  BYMONTHDAY?: number[];
  /** Weekdays by number, Monday 1; 0 every one of them. */
  BYDAY?: { nth: number; weekday: number }[];
  BYHOUR?: number[];
  BYMINUTE?: number[];
  BYSETPOS?: number[];
}

const UNITS = {
  YEARLY: 'years',
  MONTHLY: 'months',
  WEEKLY: 'weeks',
  DAILY: 'days',
  HOURLY: 'hours',
  MINUTELY: 'minutes',
} as const;
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

export function textOfRule(rule: SlowRule): string {
  const parts = Object.entries(rule).map(([name, value]) => {
    if (name === 'WKST') return `WKST=${DAYS[rule.WKST - 1]}`;
    if (name === 'UNTIL') return `UNTIL=${rule.UNTIL!.text}`;
    if (name !== 'BYDAY') return `${name}=${String(value)}`;
    const days = rule.BYDAY!.map(({ nth, weekday }) => `${nth === 0 ? '' : nth}${DAYS[weekday - 1]}`);
    return `BYDAY=${days.join(',')}`;
  });
  return parts.join(';');
}

/** All starts by the wall clock up to `last`, DTSTART first. */
export function slowStarts(rule: SlowRule, start: DateTime, zone: string, last: DateTime): DateTime[] {
  const found = [start];
  const most = rule.COUNT ?? Number.POSITIVE_INFINITY;
  for (const period of periodsOf(rule, start, last)) {
    for (const time of chosen(rule, period)) {
      if (found.length >= most) return found;
      if (Temporal.PlainDateTime.compare(time, start) <= 0) continue;
      if (rule.UNTIL && !rule.UNTIL.holds(time, slowInstant(time, zone))) return found;
      found.push(time);
    }
  }
  return found;
}

export function slowInstant(time: DateTime, zone: string): Temporal.Instant {
  return time.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant();
}

function chosen(rule: SlowRule, times: DateTime[]): DateTime[] {
  const { BYSETPOS } = rule;
  const isAlone = !Object.keys(rule).some((name) => name.startsWith('BY') && name !== 'BYSETPOS');
  if (!BYSETPOS || isAlone) return times;
  return times.filter((_, at) => BYSETPOS.includes(at + 1) || BYSETPOS.includes(at - times.length));
}

/** What the rule names, one list for each year, month, week, day, hour or minute. */
function periodsOf(rule: SlowRule, start: DateTime, last: DateTime): DateTime[][] {
  const periods = new Map<string, DateTime[]>();
  const add = (key: string | null, time: DateTime) => {
    if (key !== null) periods.set(key, [...(periods.get(key) ?? []), time]);
  };
  const first = startOfPeriod(rule, start);
  const step =
    rule.FREQ === 'HOURLY' ? { hours: 1 } : rule.FREQ === 'MINUTELY' ? { minutes: 1 } : { days: 1 };
  // To the end of the period, from where BYSETPOS may count.
  const end = startOfPeriod(rule, last).add({ [UNITS[rule.FREQ]]: 1 });
  for (let at = first; Temporal.PlainDateTime.compare(at, end) < 0; at = at.add(step)) {
    if (!isDateOfRule(rule, at.toPlainDate(), start.toPlainDate())) continue;
    for (const time of timesOf(rule, at, start)) add(periodOf(rule, time, start), time);
  }
  return [...periods.values()];
}

function startOfPeriod({ FREQ, WKST }: SlowRule, start: DateTime): DateTime {
  if (FREQ === 'MINUTELY') return start;
  if (FREQ === 'HOURLY') return start.with({ minute: 0 });
  const day = start.with({ hour: 0, minute: 0 });
  if (FREQ === 'YEARLY') return day.with({ month: 1, day: 1 });
  if (FREQ === 'MONTHLY') return day.with({ day: 1 });
  let week = day;
  while (FREQ === 'WEEKLY' && week.dayOfWeek !== WKST) week = week.subtract({ days: 1 });
  return week;
}

/** Null when INTERVAL leaves it out. */
function periodOf(rule: SlowRule, time: DateTime, start: DateTime): string | null {
  const [from, to] = [startOfPeriod(rule, start), startOfPeriod(rule, time)];
  const unit = UNITS[rule.FREQ];
  const count = from.until(to, { largestUnit: unit })[unit];
  return count % rule.INTERVAL === 0 ? to.toString() : null;
}

function timesOf(rule: SlowRule, at: DateTime, start: DateTime): DateTime[] {
  const { FREQ, BYHOUR, BYMINUTE } = rule;
  if (FREQ === 'MINUTELY') {
    return (BYHOUR?.includes(at.hour) ?? true) && (BYMINUTE?.includes(at.minute) ?? true) ? [at] : [];
  }
  const hours =
    FREQ === 'HOURLY' ? [at.hour].filter((hour) => BYHOUR?.includes(hour) ?? true) : (BYHOUR ?? [start.hour]);
  const times = hours.flatMap((hour) =>
    (BYMINUTE ?? [start.minute]).map((minute) => at.with({ hour, minute })),
  );
  return times.sort((one, other) => Temporal.PlainDateTime.compare(one, other));
}

function isDateOfRule(rule: SlowRule, date: PlainDate, start: PlainDate): boolean {
  const { FREQ, BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY, BYDAY, WKST } = rule;
  if (BYMONTH && !BYMONTH.includes(date.month)) return false;
  if (BYMONTHDAY && !BYMONTHDAY.some((day) => date.day === (day > 0 ? day : date.daysInMonth + day + 1)))
    return false;
  if (BYYEARDAY && !BYYEARDAY.some((day) => date.dayOfYear === (day > 0 ? day : date.daysInYear + day + 1)))
    return false;
  if (BYWEEKNO && !BYWEEKNO.some((week) => isInWeek(date, week, WKST))) return false;
  if (BYDAY && !BYDAY.some((day) => isNthWeekday(rule, date, day))) return false;
  if (BYDAY || BYMONTHDAY || BYYEARDAY) return true;
  if (FREQ === 'WEEKLY' || BYWEEKNO) return date.dayOfWeek === start.dayOfWeek;
  if (FREQ === 'MONTHLY') return date.day === start.day;
  if (FREQ === 'YEARLY')
    return date.day === start.day && (BYMONTH !== undefined || date.month === start.month);
  return true;
}

function isNthWeekday(
  rule: SlowRule,
  date: PlainDate,
  { nth, weekday }: { nth: number; weekday: number },
): boolean {
  if (date.dayOfWeek !== weekday) return false;
  const counts = rule.FREQ === 'MONTHLY' || (rule.FREQ === 'YEARLY' && !rule.BYWEEKNO);
  if (nth === 0 || !counts) return true;
  const ofMonth = rule.FREQ === 'MONTHLY' || rule.BYMONTH !== undefined;
  const all: PlainDate[] = [];
  let at = ofMonth ? date.with({ day: 1 }) : date.with({ month: 1, day: 1 });
  for (; ofMonth ? at.month === date.month : at.year === date.year; at = at.add({ days: 1 })) {
    if (at.dayOfWeek === weekday) all.push(at);
  }
  return all.at(nth > 0 ? nth - 1 : nth)?.equals(date) ?? false;
}

/** Weeks of the year to which the week of the date belongs: the one that holds most of its days. */
function isInWeek(date: PlainDate, wanted: number, weekStart: number): boolean {
  let first = date;
  while (first.dayOfWeek !== weekStart) first = first.subtract({ days: 1 });
  const { year } = first.add({ days: 3 });
  let number = 0;
  let weeks = 0;
  for (let at = first.subtract({ weeks: 54 }); at.since(first).days <= 54 * 7; at = at.add({ weeks: 1 })) {
    if (at.add({ days: 3 }).year !== year) continue;
    weeks++;
    if (at.equals(first)) number = weeks;
  }
  return number === wanted || number === weeks + wanted + 1;
}
