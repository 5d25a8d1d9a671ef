import { dayFromDate, type LocalDay, type Weekday } from '#engine/minutes.ts';
import { calendarDay, weekOf, type CalendarDay } from './calendar-day.ts';
import type { Rule } from './rule.ts';

type Test = (day: CalendarDay, number: LocalDay) => boolean;

/** Whether a date is one of the rule's. What the rule leaves open comes from the day of DTSTART (RFC 5545, 3.3.10). */
export function daysOfRule(rule: Rule, start: LocalDay): (day: LocalDay) => boolean {
  const tests = testsOf(completed(rule, calendarDay(start)));
  if (tests.length === 0) return () => true;
  return (number) => {
    const day = calendarDay(number);
    return tests.every((test) => test(day, number));
  };
}

function completed(rule: Rule, start: CalendarDay): Rule {
  const { frequency, months, weeks, yearDays, monthDays, weekdays } = rule;
  const own = new Map<Weekday, number[]>([[start.weekday, [0]]]);
  const saysDays = yearDays !== null || monthDays !== null || weekdays !== null;
  if (saysDays) return rule;
  if (frequency === 'WEEKLY') return { ...rule, weekdays: own };
  if (frequency === 'MONTHLY') return { ...rule, monthDays: [start.date] };
  if (frequency !== 'YEARLY') return rule;
  if (weeks !== null) return { ...rule, weekdays: own };
  return { ...rule, months: months ?? [start.month], monthDays: [start.date] };
}

function testsOf(rule: Rule): Test[] {
  const { months, weeks, yearDays, monthDays, weekdays } = rule;
  const tests: Test[] = [];
  if (months) tests.push(({ month }) => months.includes(month));
  if (monthDays) tests.push(({ date, daysInMonth }) => isCounted(monthDays, date, daysInMonth));
  if (yearDays) tests.push(({ dayOfYear, daysInYear }) => isCounted(yearDays, dayOfYear, daysInYear));
  if (weekdays) tests.push(weekdayTest(rule, weekdays));
  if (weeks) tests.push((day, number) => isInWeeks(weeks, rule.weekStart, day, number));
  return tests;
}

/** Whether the list names it, from the front or from the back. */
function isCounted(list: number[], place: number, length: number): boolean {
  return list.includes(place) || list.includes(place - length - 1);
}

/** The second Tuesday is of the month or of the year, by what else the rule says; elsewhere numbers mean nothing. */
function weekdayTest(rule: Rule, weekdays: ReadonlyMap<Weekday, number[]>): Test {
  const { frequency, months, weeks } = rule;
  const ofMonth = frequency === 'MONTHLY' || (frequency === 'YEARLY' && months !== null && weeks === null);
  const ofYear = frequency === 'YEARLY' && months === null && weeks === null;
  return (day) => {
    const which = weekdays.get(day.weekday);
    if (!which) return false;
    if (which.includes(0) || (!ofMonth && !ofYear)) return true;
    return ofMonth ? isNth(which, day.date, day.daysInMonth) : isNth(which, day.dayOfYear, day.daysInYear);
  };
}

function isNth(which: number[], place: number, length: number): boolean {
  return which.includes(Math.ceil(place / 7)) || which.includes(-Math.ceil((length - place + 1) / 7));
}

/** Week 1 is the first with four days in the year; the last days of December may lie in week 1 of the next. */
function isInWeeks(weeks: number[], weekStart: Weekday, { year }: CalendarDay, number: LocalDay): boolean {
  const week = weekOf(number, weekStart);
  const first = [year + 1, year, year - 1].map((year) => weekOf(dayFromDate(year, 1, 4), weekStart));
  const own = first.findIndex((start) => start <= week);
  const next = weekOf(dayFromDate(year - own + 2, 1, 4), weekStart);
  return isCounted(weeks, (week - first[own]!) / 7 + 1, (next - first[own]!) / 7);
}
