import type { Holiday } from './weekly-hours.ts';

export interface NewHolidayList {
  name: string;
  /** In the order of their dates, each date once. */
  days: Holiday[];
}

export interface HolidayList extends NewHolidayList {
  id: string;
  version: number;
  createdAt: string;
}

export const MOST_HOLIDAYS = 2_000;

export function inDateOrder(days: readonly Holiday[]): Holiday[] {
  return days.toSorted((one, other) => (one.date < other.date ? -1 : 1));
}
