import { dayFromText, mondayOf, textFromDay } from '#engine/minutes.ts';
import type { Period } from './fairness-search.ts';

/** First and last date of the week, month or quarter around a date. */
export function periodDays(period: Period, today: string): { from: string; to: string } {
  if (period === 'week') {
    const monday = mondayOf(dayFromText(today)!);
    return { from: textFromDay(monday), to: textFromDay(monday + 6) };
  }
  const months = period === 'month' ? 1 : 3;
  const month = Number(today.slice(5, 7)) - 1;
  const first = firstOfMonth(Number(today.slice(0, 4)), month - (month % months));
  const year = Number(first.slice(0, 4));
  const next = firstOfMonth(year, Number(first.slice(5, 7)) - 1 + months);
  return { from: first, to: textFromDay(dayFromText(next)! - 1) };
}

/** `month` counts from 0 and may run over. */
function firstOfMonth(year: number, month: number): string {
  return `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
