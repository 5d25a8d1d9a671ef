import type { CalendarSpan } from '#bookings/screens/host-time-query.ts';
import { plusDays } from '#ui/calendar-days.ts';
import { midnight } from '../calendar/week-query.ts';
import type { Stretch } from './free-spans.ts';
import type { Days } from './use-days.ts';
import { isWeekend } from './weekend.ts';

/**
 * The days that are drawn. Of a week those on which the host is closed all day and nothing stands are left out, so that
 * the others have room; a date that was typed is never left out.
 */
export function daysDrawn(
  { date, count, read }: Days,
  spans: readonly CalendarSpan[] | undefined,
  typed: string | null,
  timeZone: string,
): readonly string[] {
  if (count === 1) return [date];
  if (count !== 7) return read;
  const drawn = read.filter(
    (day) => day === typed || (spans ? !isShut(spans, windowOf([day], timeZone)) : !isWeekend(day)),
  );
  return drawn.length > 0 ? drawn : read.filter((day) => !isWeekend(day));
}

function isShut(spans: readonly CalendarSpan[], day: Stretch): boolean {
  const within = spans.filter(({ start, end }) => start < day.end && end > day.start);
  let open = day.start;
  for (const { kind, start, end } of within) {
    if (kind !== 'closed') return false;
    if (start <= open && end > open) open = end;
  }
  return open >= day.end;
}

/** From the first of those dates to the end of the last. */
export function windowOf(dates: readonly string[], timeZone: string): Stretch {
  return { start: midnight(dates[0]!, timeZone), end: midnight(plusDays(dates.at(-1)!, 1), timeZone) };
}
