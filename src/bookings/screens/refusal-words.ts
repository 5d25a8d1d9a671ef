import { RequestProblem } from '#ui/request.ts';
import { useBookingWords, type BookingWords } from './words.ts';

type Key = Parameters<BookingWords>[0];

/** What the server calls by one word, said in the reader's language. */
const REASONS: Record<string, Key> = {
  busy: 'refused.busy',
  'no-host': 'refused.no-host',
  'calendar-stale': 'refused.calendar-stale',
  holiday: 'refused.holiday',
  over: 'refused.over',
  'not-scheduled': 'refused.not-scheduled',
  'not-held': 'refused.not-held',
  'not-begun': 'refused.not-begun',
  'not-cancelled': 'refused.not-cancelled',
  passed: 'refused.passed',
  'no-question': 'refused.no-question',
};

/** Why something could not be done, and what to do instead. */
export function useRefusal(): (error: unknown) => string {
  const t = useBookingWords();
  return (error) => {
    if (!(error instanceof RequestProblem) || error.status === 0) return t('refused.unreachable');
    const key = REASONS[String(error.facts.reason)];
    if (key) return t(key);
    if (error.status === 404) return t('refused.gone');
    if (error.status === 403) return t('refused.notAllowed');
    return error.status >= 500 ? t('refused.server') : error.message;
  };
}

/** Outside the hours of the host staff may go on with open eyes (E13). */
export function isOutsideHours(error: unknown): boolean {
  return error instanceof RequestProblem && error.errors.some(({ path }) => path === 'outsideHours');
}

/** Nobody knows whether the host is free (A9). */
export function isUnread(error: unknown): boolean {
  return error instanceof RequestProblem && error.facts.reason === 'calendar-stale';
}

/**
 * What is sent along: no more than what was said before. That a time is closed a screen knows by itself, that a calendar
 * cannot be read only the server does, when it is asked.
 */
export function openEyes(error: unknown, isClosed: boolean) {
  return { outsideHours: isClosed || isOutsideHours(error), evenUnread: isUnread(error) };
}

/** Whether a note about the closed time says it already. */
export function isSaidByHours(error: unknown, isClosed: boolean): boolean {
  return isClosed && isOutsideHours(error) && !isUnread(error);
}

/** What they would go over: hours, or an unread calendar. */
export function gonePast(error: unknown): 'move.outside' | 'move.stale' {
  return isUnread(error) ? 'move.stale' : 'move.outside';
}

/** The nearest free times that came with a refusal. */
export function alternativesOf(error: unknown): string[] {
  const given = error instanceof RequestProblem ? error.facts.alternatives : undefined;
  return Array.isArray(given) ? given.map(String) : [];
}
