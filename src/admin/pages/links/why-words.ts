import type { useDates } from '#ui/dates.tsx';
import type { LinkWords } from '#links/screens/words.ts';
import type { Reason } from './times-queries.ts';

type Dates = ReturnType<typeof useDates>;

export interface Speaker {
  t: LinkWords;
  dates: Dates;
  /** Times are said as the link counts them. */
  timeZone: string;
  now: string;
}

/** A reason of the engine (A10) in words, without its subject: 'busy 09:00 – 10:00'. */
export function whyWords(speaker: Speaker, { code, detail }: Reason): string {
  return SAID[code]?.(speaker, detail) ?? code;
}

const SAID: Record<string, (speaker: Speaker, detail: string) => string> = {
  past: ({ t }) => t('why.past'),
  notice: (speaker, detail) => speaker.t('why.notice', { when: when(speaker, detail.replace('from ', '')) }),
  horizon: horizonWords,
  cap: ({ t }, detail) =>
    t(detail.startsWith('host') ? 'why.capHost' : detail.startsWith('week') ? 'why.capWeek' : 'why.capDay'),
  'off-grid': ({ t }, detail) => t('why.off-grid', { count: Number(/\d+/.exec(detail)?.[0] ?? 0) }),
  'not-offered': ({ t }) => t('why.not-offered'),
  used: ({ t }) => t('why.used'),
  ended: ({ t }) => t('why.ended'),
  'outside-hours': ({ t }, detail) =>
    t(detail.startsWith('link') ? 'why.outside-hours' : 'why.outside-hoursHost'),
  holiday: ({ t, dates }, detail) => t('why.holiday', { day: dates.briefDay(detail.slice(-10)) }),
  absence: absenceWords,
  busy: (speaker, detail) => speaker.t('why.busy', span(speaker, detail)),
  claimed: (speaker, detail) => speaker.t('why.claimed', span(speaker, detail)),
  buffer: (speaker, detail) => speaker.t('why.buffer', span(speaker, detail)),
  'calendar-stale': ({ t }) => t('why.calendar-stale'),
  'no-seat': ({ t }) => t('why.no-seat'),
  'switched-off': ({ t }) => t('why.switched-off'),
  inactive: ({ t }, detail) => t(detail === 'link' ? 'why.inactiveLink' : 'why.inactive'),
};

function horizonWords(speaker: Speaker, detail: string): string {
  const { t, dates, timeZone } = speaker;
  const [from = '', to = ''] = detail.split('/');
  if (from > speaker.now)
    return t('why.horizonBefore', { when: dates.briefDay(dates.dateOf(from, timeZone)) });
  // The end is the midnight after the last day.
  const last = new Date(Date.parse(to) - 60_000).toISOString();
  return t('why.horizonAfter', { when: dates.briefDay(dates.dateOf(last, timeZone)) });
}

function absenceWords({ t, dates }: Speaker, detail: string): string {
  const [from = '', to = ''] = detail.split('/');
  if (from === to) return t('why.absenceDay', { day: dates.briefDay(from) });
  return t('why.absence', { from: dates.briefDay(from), to: dates.briefDay(to) });
}

/** Times alone within a day, days with them beyond it. */
function span({ dates, timeZone }: Speaker, detail: string): { from: string; to: string } {
  const [start = '', end = ''] = detail.split('/');
  const sameDay = dates.dateOf(start, timeZone) === dates.dateOf(end, timeZone);
  const say = (instant: string) =>
    sameDay
      ? dates.time(instant, timeZone)
      : `${dates.briefDay(dates.dateOf(instant, timeZone))} ${dates.time(instant, timeZone)}`;
  return { from: say(start), to: say(end) };
}

function when({ dates, timeZone }: Speaker, instant: string): string {
  return `${dates.briefDay(dates.dateOf(instant, timeZone))} ${dates.time(instant, timeZone)}`;
}
