import { dayFromText } from '#engine/minutes.ts';
import { zoneNamed } from '#engine/zone.ts';

/** More do not fit side by side, and the server tells of no more. */
export const MOST_PEOPLE = 5;

/** The address of the calendar: which days, as what, of whom, and which booking is open beside it. */
export interface CalendarSearch {
  /** Any date of the days shown; today unless said. */
  date?: string;
  /** A week unless said; how many days of it are shown is a matter of room. */
  view?: 'day';
  /** Members' ids with commas between them; oneself unless said. */
  who?: string;
  /** A second zone on the axis, or 'none'; that of the first colleague elsewhere unless said. */
  zone?: string;
  /** The booking that is open. */
  open?: string;
}

/** Whatever stands in an address; what means nothing is left out. */
export function calendarSearch(given: Record<string, unknown>): CalendarSearch {
  const { date, view, who, zone, open } = given;
  return {
    ...(isText(date) && dayFromText(date) !== null && { date }),
    ...(view === 'day' && { view }),
    ...(isText(who) && { who }),
    ...(isText(zone) && (zone === 'none' || zoneNamed(zone) !== null) && { zone }),
    ...(isText(open) && { open }),
  };
}

/** Whose calendars, oneself if nobody is named. */
export function peopleOf({ who }: CalendarSearch, me: string): string[] {
  const ids = [...new Set((who ?? '').split(',').filter(Boolean))].slice(0, MOST_PEOPLE);
  return ids.length > 0 ? ids : [me];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 300;
}
