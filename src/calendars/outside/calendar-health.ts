import type { Clock } from '#platform/clock.ts';
import { translator } from '#platform/messages/messages.ts';
import type { OutsideCalendar } from './calendar.ts';
import type { OutsideProblemCode } from './problem.ts';
import { COUNTS_AT_ONCE, isOlderThan, NEVER_READ } from './staleness.ts';

export interface CalendarHealth {
  /** Anything but `ok` closes its member, where it checks conflicts (A9). */
  state: 'ok' | 'stale' | 'failing';
  lastSuccessAt: string | null;
  /** In English; `code` is for those who say it in another language. */
  error: string | null;
  code: OutsideProblemCode | null;
  nextTryAt: string | null;
  readsNow: boolean;
  /** Of the reading that runs. */
  progress: { done: number; total: number | null } | null;
}

/** How a calendar stands (K4). */
export function healthOf(calendar: OutsideCalendar, staleMinutes: number, clock: Clock): CalendarHealth {
  const isOn = calendar.sync_on === 1;
  const code = isOn ? (calendar.problem as OutsideProblemCode | null) : null;
  const readsNow = calendar.reading_until !== null && Date.parse(calendar.reading_until) >= clock.now();
  return {
    state: stateOf(calendar, staleMinutes, clock),
    lastSuccessAt: calendar.last_success_at,
    error: code && translator('en')(`calendar.problem.${code}`),
    code,
    nextTryAt: isOn ? calendar.next_try_at : null,
    readsNow,
    progress: readsNow ? { done: calendar.progress_done, total: calendar.progress_total } : null,
  };
}

/** A calendar that is switched off is well: nobody waits for it. */
export function stateOf(
  calendar: Pick<OutsideCalendar, 'sync_on' | 'problem' | 'last_success_at'>,
  staleMinutes: number,
  clock: Clock,
): CalendarHealth['state'] {
  if (calendar.sync_on === 0) return 'ok';
  if (countsAtOnce(calendar.problem)) return 'failing';
  return isOlderThan(calendar.last_success_at ?? NEVER_READ, staleMinutes * 60_000, clock) ? 'stale' : 'ok';
}

export function countsAtOnce(problem: string | null): boolean {
  return COUNTS_AT_ONCE.some((code) => code === problem);
}
