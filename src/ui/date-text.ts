import { dateFrom, plusDays, weekdayOf } from './calendar-days.ts';
import { foldText } from './choices.ts';

/** '1 Dec 2026', '1 déc. 2026', '1 gru 2026'. */
export function writeDate(date: string, language: string): string {
  return words(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(noonOf(date));
}

/**
 * What was typed as a date: '2026-12-01', '1.12.2026', '1/12', '1 Dec', 'grudnia 1', 'tomorrow', 'wtorek'. Without a
 * year it is the next such day from `today` on. Null when it is none.
 */
export function readDate(text: string, language: string, today: string): string | null {
  const typed = foldText(text).replace(/[.,]+$/, '');
  return (
    nearDay(typed, language, today) ??
    written(typed) ??
    figures(typed, today) ??
    named(typed, language, today)
  );
}

function written(typed: string): string | null {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  return parts && dateFrom(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** Day before month as in all our languages; where that is no month, the other way round. */
function figures(typed: string, today: string): string | null {
  const parts = /^(\d{1,2})[\s./-]+(\d{1,2})(?:[\s./-]+(\d{2}|\d{4}))?$/.exec(typed);
  if (!parts) return null;
  const [day, month] = [Number(parts[1]), Number(parts[2])];
  return inYear(parts[3], month, day, today) ?? inYear(parts[3], day, month, today);
}

function named(typed: string, language: string, today: string): string | null {
  const parts =
    /^(?<day>\d{1,2})(?:er|st|nd|rd|th)?[\s.]+(?:of |de )?(?<name>\p{L}+)\.?(?:[\s,]+(?<year>\d{4}|\d{2}))?$/u.exec(
      typed,
    ) ?? /^(?<name>\p{L}+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:[\s,]+(?<year>\d{4}|\d{2}))?$/u.exec(typed);
  const month = monthOf(parts?.groups?.['name'] ?? '', language);
  return parts && month > 0
    ? inYear(parts.groups?.['year'], month, Number(parts.groups?.['day']), today)
    : null;
}

function inYear(year: string | undefined, month: number, day: number, today: string): string | null {
  if (year) return dateFrom(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const date = dateFrom(thisYear, month, day);
  return date !== null && date >= today ? date : (dateFrom(thisYear + 1, month, day) ?? date);
}

/** 'today', 'demain', 'pojutrze', or a weekday: the next one. */
function nearDay(typed: string, language: string, today: string): string | null {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (!/^\p{L}[\p{L}’'-]+$/u.test(typed)) return null;
  for (const days of [0, 1, 2, -1])
    if (typed.length > 2 && foldText(relative.format(days, 'day')).startsWith(typed))
      return plusDays(today, days);
  for (let days = 1; days <= 7; days += 1) {
    const date = plusDays(today, days);
    if (weekdayNames(weekdayOf(date), language).some((name) => name.startsWith(typed))) return date;
  }
  return null;
}

function weekdayNames(weekday: number, language: string): string[] {
  const date = noonOf(`2024-01-0${weekday}`); // 2024 began on a Monday
  return (['long', 'short'] as const).map((length) =>
    foldText(words(language, { weekday: length }).format(date)),
  );
}

/** 1 to 12 for a month's name or its first three letters, 0 for no month. */
function monthOf(name: string, language: string): number {
  if (name.length < 3) return 0;
  for (let month = 1; month <= 12; month += 1)
    if (monthNames(month, language).some((known) => known.startsWith(name))) return month;
  return 0;
}

/** In a date and alone: Polish bends the name ('grudnia', 'grudzień'). */
function monthNames(month: number, language: string): string[] {
  const date = noonOf(`2024-${String(month).padStart(2, '0')}-01`);
  const inDate = words(language, { day: 'numeric', month: 'long' }).formatToParts(date);
  return [
    inDate.find((part) => part.type === 'month')?.value ?? '',
    words(language, { month: 'long' }).format(date),
    words(language, { month: 'short' }).format(date),
  ].map((text) => foldText(text).replace('.', ''));
}

function words(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: 'UTC' });
}

function noonOf(date: string): Date {
  return new Date(`${date}T12:00:00Z`);
}
