import type { HolidaysTypes } from 'date-holidays';
import { dayFromText, textFromDay } from '#engine/minutes.ts';
import type { NewHolidayList } from './holiday-list.ts';

const LAST_RESORT = 'en';

/**
 * The public holidays of a country, or of one of its regions, in these years; names in `language` where the
 * source knows them. A holiday of several days gives each of its dates; half holidays are left out, because a
 * list closes whole dates.
 */
export async function importHolidays(
  country: string,
  region: string | undefined,
  years: readonly number[],
  language: string,
): Promise<NewHolidayList | { unknown: 'country' | 'region' }> {
  // The library holds the rules of the whole world: it is loaded when somebody asks, not at every start.
  const { default: Holidays } = await import('date-holidays');
  const known = new Holidays();
  if (!known.getCountries()[country]) return { unknown: 'country' };
  const regionName = region === undefined ? undefined : known.getStates(country, language)?.[region];
  if (region !== undefined && !regionName) return { unknown: 'region' };
  const options: HolidaysTypes.Options = {
    types: ['public'],
    languages: [language, LAST_RESORT],
  };
  const calendar = region ? new Holidays(country, region, options) : new Holidays(country, options);
  const ordered = years.toSorted((one, other) => one - other);
  const found = ordered.flatMap((year) => calendar.getHolidays(year, language));
  const countryName = new Intl.DisplayNames(language, { type: 'region' }).of(country)!;
  const place = regionName ? `${countryName}, ${regionName}` : countryName;
  return { name: `${place} ${yearsInWords(ordered)}`, days: daysOf(found) };
}

function daysOf(found: readonly HolidaysTypes.Holiday[]): NewHolidayList['days'] {
  const names = new Map<string, string[]>();
  for (const holiday of found.filter(isWholeDay)) {
    for (const date of datesOf(holiday)) {
      const others = names.get(date) ?? [];
      names.set(date, others.includes(holiday.name) ? others : [...others, holiday.name]);
    }
  }
  return [...names].map(([date, all]) => ({ date, name: all.join(', ').slice(0, 200) }));
}

function isWholeDay({ date }: HolidaysTypes.Holiday): boolean {
  return date.slice(11, 19) === '00:00:00';
}

/** `date` is the local date of its first day; `start` and `end` are instants, used for the length alone. */
function datesOf({ date, start, end }: HolidaysTypes.Holiday): string[] {
  const first = dayFromText(date.slice(0, 10))!;
  const length = Math.max(1, Math.floor((end.getTime() - start.getTime()) / 86_400_000 + 0.1));
  return Array.from({ length }, (_, index) => textFromDay(first + index));
}

function yearsInWords(years: readonly number[]): string {
  const reach = years.at(-1)! - years[0]!;
  const inARow = years.length > 2 && reach === years.length - 1;
  return inARow ? `${years[0]}–${years.at(-1)}` : years.join(', ');
}
