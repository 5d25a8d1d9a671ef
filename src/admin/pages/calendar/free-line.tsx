import { plusDays } from '#ui/calendar-days.ts';
import { useDates, useNow } from '#ui/dates.tsx';
import { useLanguage } from '#ui/words.tsx';
import { freeTogether } from './free-together.ts';
import type { Calendar } from './use-calendar.ts';
import { midnight } from './week-query.ts';
import { useCalendarWords } from './words.ts';

const MOST_TIMES = 4;

/** 'Both free on Tuesday: 11:45 – 12:30, …': the next day shown on which everybody has time, for two or more. */
export function FreeLine({ calendar }: { calendar: Calendar }) {
  const t = useCalendarWords();
  const dates = useDates();
  const now = useNow();
  const language = useLanguage();
  const { daysOnScreen, people } = calendar;
  const found = people.length < 2 ? null : nextFree(calendar, now);
  if (people.length < 2 || !calendar.week.data) return null;
  if (!found)
    return (
      <p className="ms-auto min-w-0 truncate text-12 text-muted">
        {t(daysOnScreen.length === 1 ? 'together.noneThatDay' : 'together.none')}
      </p>
    );
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const times = found.free.slice(0, MOST_TIMES).map(({ start, end }) => dates.range(start, end));
  const more = found.free.length > MOST_TIMES ? ' …' : '';
  const values = { day: weekday.format(Date.parse(found.date)), count: people.length };
  return (
    <p className="tabular ms-auto min-w-0 truncate text-12 text-muted">
      {t(people.length === 2 ? 'together.both' : 'together.all', values)} {times.join(', ')}
      {more}
    </p>
  );
}

/** The first day shown, from now on, on which everybody has time. */
function nextFree({ week, daysOnScreen, timeZone }: Calendar, now: string) {
  for (const date of daysOnScreen) {
    const begin = midnight(date, timeZone);
    const end = midnight(plusDays(date, 1), timeZone);
    const free = freeTogether(week.data?.members ?? [], begin > now ? begin : now, end);
    if (free.length > 0) return { date, free };
  }
  return null;
}
