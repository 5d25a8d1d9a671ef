/**
 * Days, times and zones in words. Dates are local calendar dates ('2026-12-01'), months '2026-12',
 * instants ISO strings ('2026-12-01T08:00:00Z').
 */
import type { Language } from './messages.ts';

/** A language, or English as the United States write dates: the month first. */
export type DateLanguage = Language | 'en-US';

/** Who reads: in which language, whose wall clock, 12 or 24 hours. */
export type Reader = { language: DateLanguage; timeZone: string; hour12: boolean };

/** 'Tuesday 1 December 2026', 'Tuesday, December 1, 2026', 'mardi 1er décembre 2026', 'wtorek, 1 grudnia 2026'. */
export function longDay(date: string, language: DateLanguage): string {
  return dayWords(date, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** 'Tuesday 1 December', where the year is plain from the page. */
export function shortDay(date: string, language: DateLanguage): string {
  return dayWords(date, language, { day: 'numeric', month: 'long' });
}

/** 'Tue 1 Dec', 'Tue, Dec 1', for a button. */
export function briefDay(date: string, language: DateLanguage): string {
  const comma = language === 'en-US' ? ',' : '';
  return `${weekday(date, language, 'short')}${comma} ${dayOfMonth(date, language, { day: 'numeric', month: 'short' })}`;
}

/** 'December 2026', 'décembre 2026', 'grudzień 2026'. */
export function longMonth(month: string, language: DateLanguage): string {
  return words(language, { month: 'long', year: 'numeric' }).format(noon(`${month}-01`));
}

/** 'December', for a sentence that needs no year. */
export function shortMonth(month: string, language: DateLanguage): string {
  return words(language, { month: 'long' }).format(noon(`${month}-01`));
}

/** The seven columns of a month from the given first day (1 = Monday … 7 = Sunday). */
export function weekdays(firstDay: number, language: DateLanguage): { short: string; long: string }[] {
  return [0, 1, 2, 3, 4, 5, 6].map((step) => {
    const date = `2024-01-0${((firstDay - 1 + step) % 7) + 1}`; // 2024 began on a Monday
    return { short: weekday(date, language, 'short'), long: weekday(date, language, 'long') };
  });
}

/** The calendar date of an instant in a zone. */
export function dateOf(instant: string, timeZone: string): string {
  // Swedish writes dates as ISO does, and a kept formatter is ten times as fast as a zoned date-time.
  const format = formatter('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
  return format.format(new Date(instant));
}

/** '09:00' or '9:00 AM'. */
export function timeOf(instant: string, reader: Reader): string {
  const hours = reader.hour12
    ? ({ hour: 'numeric', hourCycle: 'h12' } as const)
    : ({ hour: '2-digit', hourCycle: 'h23' } as const);
  const format = formatter(reader.hour12 ? 'en-US' : 'en-GB', {
    ...hours,
    minute: '2-digit',
    timeZone: reader.timeZone,
  });
  return format.format(new Date(instant)).replace(/[ \u202f]/, '\u00a0');
}

/** '09:00 – 09:30'; with 12 hours '9:00 – 9:30 AM', or '11:45 AM – 12:15 PM'. */
export function timeRange(start: string, end: string, reader: Reader): string {
  const [from, to] = [timeOf(start, reader), timeOf(end, reader)];
  const [clock = from, half] = from.split('\u00a0');
  return half !== undefined && to.endsWith(half) ? `${clock} – ${to}` : `${from} – ${to}`;
}

/** 'GMT+2', to tell apart the two 01:30 of the night when clocks go back. */
export function offsetOf(instant: string, reader: Reader): string {
  const format = formatter(locales[reader.language], {
    timeZone: reader.timeZone,
    timeZoneName: 'shortOffset',
  });
  return format.formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/**
 * A day and time inside a sentence, in the three cases the catalogues need:
 * `when` 'Tuesday 1 December at 09:00', `until` (Polish genitive) 'wtorku 1 grudnia, godz. 09:00',
 * `on` 'on Tuesday …', 'le mardi …', 'we wtorek …'.
 */
export function whenWords(instant: string, reader: Reader): { when: string; until: string; on: string } {
  const date = dateOf(instant, reader.timeZone);
  const [day, time] = [shortDay(date, reader.language), timeOf(instant, reader)];
  if (reader.language === 'pl') return polishWhen(date, day, time);
  const when = reader.language === 'fr' ? `${day} à ${time}` : `${day} at ${time}`;
  return { when, until: when, on: reader.language === 'fr' ? `le ${when}` : `on ${when}` };
}

/** A moment to wait for: only the time when it is the same local day as `now`, else day and time. */
export function untilWords(instant: string, now: string, reader: Reader): string {
  const sameDay = dateOf(instant, reader.timeZone) === dateOf(now, reader.timeZone);
  return sameDay ? timeOf(instant, reader) : whenWords(instant, reader).until;
}

const polishUntil = ['poniedziałku', 'wtorku', 'środy', 'czwartku', 'piątku', 'soboty', 'niedzieli'];
const polishOn = [
  'w poniedziałek',
  'we wtorek',
  'w środę',
  'w czwartek',
  'w piątek',
  'w sobotę',
  'w niedzielę',
];

function polishWhen(date: string, day: string, time: string) {
  const index = Temporal.PlainDate.from(date).dayOfWeek - 1;
  const dayMonth = dayOfMonth(date, 'pl', { day: 'numeric', month: 'long' });
  return {
    when: `${day}, ${time}`,
    until: `${polishUntil[index]} ${dayMonth}, godz. ${time}`,
    on: `${polishOn[index]} ${dayMonth} o ${time}`,
  };
}

function dayWords(date: string, language: DateLanguage, options: Intl.DateTimeFormatOptions): string {
  const comma = language === 'pl' || language === 'en-US' ? ',' : '';
  return `${weekday(date, language, 'long')}${comma} ${dayOfMonth(date, language, options)}`;
}

function weekday(date: string, language: DateLanguage, length: 'long' | 'short'): string {
  return words(language, { weekday: length }).format(noon(date));
}

function dayOfMonth(date: string, language: DateLanguage, options: Intl.DateTimeFormatOptions): string {
  const written = words(language, options).format(noon(date));
  return language === 'fr' ? written.replace(/^1(?=\s)/, '1er') : written;
}

function words(language: DateLanguage, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return formatter(locales[language], { ...options, timeZone: 'UTC' });
}

const locales: Record<DateLanguage, string> = { en: 'en-GB', 'en-US': 'en-US', fr: 'fr-FR', pl: 'pl-PL' };

const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);

// Making a formatter costs fifty times what using one does, and there are few kinds.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  if (formatters.size > 2000) formatters.clear();
  formatters.set(key, known);
  return known;
}
