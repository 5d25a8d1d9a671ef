import { useDates, useNow } from '#ui/dates.tsx';
import { minutesBetween } from '#ui/minutes-between.ts';
import { useLanguage } from '#ui/words.tsx';
import type { Shape } from '#ui/badge.tsx';
import { isOnItsWay, type CalendarView } from './calendar-queries.ts';
import { useOutsideWords } from './words.ts';

export interface HealthTold {
  shape: Shape;
  /** How it stands: 'Read 2 minutes ago', 'Not read since 09:40'. */
  words: string;
  /** Why, and what comes next: 'The server does not answer. Next try at 10:05.' */
  detail: string;
}

/** K4: how a calendar stands, in words. */
export function useHealthWords(): (calendar: CalendarView) => HealthTold {
  const t = useOutsideWords();
  const since = useSince();
  const why = useWhy();
  const reading = useReadingWords();
  return (calendar) => {
    const { health, sync } = calendar;
    const said = (shape: Shape, words: string, detail = '') => ({ shape, words, detail });
    if (calendar.kind === 'built-in') return said('order', t('health.builtIn'));
    if (!sync) return said('off', t('health.off'), t('health.offWhat'));
    if (isOnItsWay(calendar)) return said('queued', reading(health));
    const last = health.lastSuccessAt;
    if (health.state === 'ok' && last)
      return said(health.code === null ? 'order' : 'waiting', since.ago(last), why(calendar));
    return said(
      'broken',
      last ? t('health.unread', { when: since.at(last) }) : t('health.never'),
      why(calendar),
    );
  };
}

/** A subscription has no name and no password that could be wrong. */
function useWhy(): (calendar: CalendarView) => string {
  const t = useOutsideWords();
  const dates = useDates();
  return ({ kind, health: { code, nextTryAt } }) => {
    if (code === null) return '';
    const next = nextTryAt === null ? '' : t('health.next', { when: dates.time(nextTryAt) });
    const isShut = kind === 'ics' && code === 'sign-in';
    return [t(`problem.${isShut ? 'shut' : code}`), next].filter(Boolean).join(' ');
  };
}

function useReadingWords(): (health: CalendarView['health']) => string {
  const t = useOutsideWords();
  const figures = new Intl.NumberFormat(useLanguage());
  return ({ readsNow, progress }) => {
    if (!readsNow) return t('health.waiting');
    if (progress === null || progress.done === 0) return t('health.reading');
    const done = figures.format(progress.done);
    if (progress.total === null) return t('health.readSoFar', { done });
    return t('health.readOf', { done, total: figures.format(progress.total) });
  };
}

const AN_HOUR = 60;

/** 'Read 2 minutes ago' while it is near, then the time, then the day too. */
function useSince() {
  const t = useOutsideWords();
  const dates = useDates();
  const now = useNow();
  const relative = new Intl.RelativeTimeFormat(useLanguage(), { numeric: 'auto' });
  const at = (instant: string) => {
    const isToday = dates.dateOf(instant) === dates.dateOf(now);
    return isToday ? dates.time(instant) : `${dates.briefDay(dates.dateOf(instant))} ${dates.time(instant)}`;
  };
  const ago = (instant: string) => {
    const minutes = Math.max(0, minutesBetween(instant, now));
    if (minutes >= AN_HOUR) return t('health.readAt', { when: at(instant) });
    // 'Read now' is what the button beside it does.
    if (minutes < 1) return t('health.readJustNow');
    return t('health.read', { when: relative.format(-minutes, 'minute') });
  };
  return { at, ago };
}
