import { weekdayOf } from '#ui/calendar-days.ts';
import { spansOf, timeFrom } from '#hours/screens/week-rows.ts';
import { minutesOf, type TimeSpan } from '#hours/weekly-hours.ts';
import type { LinkView } from '../link-queries.ts';

type Hours = NonNullable<LinkView['hours']>;

/** The same hours with one hour of one date open as well: that date then has hours of its own. */
export function openedHours(hours: Hours, { date, hour }: { date: string; hour: number }): Hours {
  const own = hours.overrides.find((one) => one.date === date);
  const before = own?.spans ?? spansOf(hours.weekly, weekdayOf(date));
  const spans = joined([...before, { start: timeFrom(hour * 60), end: timeFrom((hour + 1) * 60) }]);
  const others = hours.overrides.filter((one) => one !== own);
  return { ...hours, overrides: [...others, { date, spans }] };
}

/** Spans that touch become one; what ends on the next date stays as it is. */
function joined(spans: readonly TimeSpan[]): TimeSpan[] {
  const sorted = spans.toSorted((one, other) => minutesOf(one.start) - minutesOf(other.start));
  const result: TimeSpan[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last && endOf(last) >= minutesOf(span.start)) {
      result[result.length - 1] = endOf(span) > endOf(last) ? { start: last.start, end: span.end } : last;
    } else result.push(span);
  }
  return result;
}

function endOf({ start, end }: TimeSpan): number {
  return minutesOf(end) <= minutesOf(start) ? minutesOf(end) + 1440 : minutesOf(end);
}
