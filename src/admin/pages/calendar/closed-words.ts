import { plusDays } from '#ui/calendar-days.ts';
import type { SpanSpeaker } from './calendar-spans.ts';
import { midnight, type CalendarSpan, type ShownWeek } from './week-query.ts';

/** Why time is closed, in few words: 'Absent until Mon 7 Dec', 'Christmas Day', 'Outside hours'. */
export function closedWords(
  { why, title, end }: CalendarSpan,
  week: ShownWeek,
  { t, dates }: Pick<SpanSpeaker, 't' | 'dates'>,
) {
  if (why === 'holiday') return title ?? t('closed.holiday');
  if (why === 'override') return t('closed.override');
  if (why !== 'absence') return t('closed.hours');
  // What goes on beyond the days shown is cut there, and its end is not known.
  const isCut = end >= midnight(plusDays(week.days.at(-1)!, 1), dates.reader.timeZone);
  if (isCut) return title ?? t('closed.absent');
  const until = dates.briefDay(dates.dateOf(end));
  return title ? t('closed.absentWhy', { why: title, until }) : t('closed.absentUntil', { until });
}
