/** Wall times such as '09:00'; an end of '24:00' is midnight, an end not after its start lies on the next date. */
export interface TimeSpan {
  start: string;
  end: string;
}

/** 1 = Monday … 7 = Sunday. */
export interface WeeklySpan extends TimeSpan {
  day: number;
}

/** Replaces the spans that start on that date; none = closed (A1). */
export interface Override {
  date: string;
  spans: TimeSpan[];
}

export interface WrittenHours {
  timeZone: string;
  weekly: WeeklySpan[];
  overrides: Override[];
}

export interface Holiday {
  date: string;
  name: string;
}

export const MOST_SPANS_A_DAY = 20;
export const MOST_OVERRIDES = 1_000;

/** What a new member starts with, in their own zone. */
export const USUAL_WEEK: WeeklySpan[] = [1, 2, 3, 4, 5].map((day) => ({ day, start: '09:00', end: '17:00' }));

/** Minutes of the wall day, 0..1440. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
