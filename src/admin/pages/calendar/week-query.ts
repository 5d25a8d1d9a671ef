import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CalendarSpan, CalendarWeek } from '#bookings/week/week-fields.ts';
import { dayFromText, isoFromMinute } from '#engine/minutes.ts';
import { instantOf, startOfDay, zoneNamed } from '#engine/zone.ts';
import { plusDays } from '#ui/calendar-days.ts';
import { queryString, request } from '#ui/request.ts';

export type { CalendarSpan };
export type CalendarMember = CalendarWeek['members'][number];

/** With what was asked for, so that old days can stand until new ones come. */
export interface ShownWeek extends CalendarWeek {
  days: readonly string[];
}

/** Every key of the calendar's own page begins so. */
export const WEEKS = ['calendar', 'week'] as const;

export const weekQuery = (memberIds: readonly string[], days: readonly string[], timeZone: string) =>
  queryOptions({
    queryKey: [...WEEKS, memberIds.join(','), days[0]!, days.length, timeZone],
    queryFn: async ({ signal }): Promise<ShownWeek> => {
      const from = midnight(days[0]!, timeZone);
      const to = midnight(plusDays(days.at(-1)!, 1), timeZone);
      const asked = queryString({ memberIds: memberIds.join(','), from, to, offered: true });
      return { ...(await request<CalendarWeek>('GET', `/api/calendar${asked}`, { signal })), days };
    },
    placeholderData: keepPreviousData,
  });

/** The instant at which a local date begins. */
export function midnight(date: string, timeZone: string): string {
  return isoFromMinute(startOfDay(zoneNamed(timeZone)!, dayFromText(date)!));
}

/** The instant at which a clock shows that hour of a date. */
export function instantOn(date: string, hour: number, timeZone: string): string {
  return isoFromMinute(instantOf(zoneNamed(timeZone)!, dayFromText(date)!, hour * 60));
}
