/** Which of A1's layers makes each date of a month what it is: absence, then other hours, then holiday, then the week. */
import type { Holiday, Override, TimeSpan, WeeklySpan } from '../weekly-hours.ts';
import { spansOf } from './week-rows.ts';

export type DayKind = 'weekly' | 'other' | 'holiday' | 'absence' | 'closed';

export interface MonthDay {
  date: string;
  kind: DayKind;
  /** Open that day; none when it is closed. */
  spans: TimeSpan[];
  /** The holiday's name, or why somebody is away. */
  title: string | null;
}

export interface OwnDates {
  weekly: readonly WeeklySpan[];
  overrides: readonly Override[];
  absences: readonly { from: string; to: string; reason: string | null }[];
  holidays: readonly Holiday[];
}

/** Every date of a month '2026-12'. */
export function monthDays(own: OwnDates, month: string): MonthDay[] {
  const first = Temporal.PlainDate.from(`${month}-01`);
  return Array.from({ length: first.daysInMonth }, (_, days) => dayOf(own, first.add({ days })));
}

function dayOf(own: OwnDates, day: Temporal.PlainDate): MonthDay {
  const date = day.toString();
  const absence = own.absences.find(({ from, to }) => from <= date && date <= to);
  if (absence) return { date, kind: 'absence', spans: [], title: absence.reason };
  const override = own.overrides.find((one) => one.date === date);
  if (override)
    return { date, kind: override.spans.length > 0 ? 'other' : 'closed', spans: override.spans, title: null };
  const holiday = own.holidays.find((one) => one.date === date);
  if (holiday) return { date, kind: 'holiday', spans: [], title: holiday.name };
  const spans = spansOf(own.weekly, day.dayOfWeek);
  return { date, kind: spans.length > 0 ? 'weekly' : 'closed', spans, title: null };
}
