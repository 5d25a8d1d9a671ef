import type { Clock } from '#platform/clock.ts';
import type { OutsideProblemCode } from './problem.ts';

/**
 * A9: these count at once, for no later reading helps by itself; every other problem counts when the calendar has gone
 * unread for too long.
 */
export const COUNTS_AT_ONCE = [
  'sign-in',
  'revoked',
  'gone',
  'forbidden',
  'no-calendar',
  'not-set-up',
] as const satisfies OutsideProblemCode[];

/** Earlier than every reading. */
export const NEVER_READ = '1970-01-01T00:00:00.000Z';

/** What is known of all outside calendars of one member that check conflicts. */
export interface CalendarsRead {
  /** ISO instant since which none of them was read; null where there are none. */
  calendars_read_at: string | null;
  /** How long they may go unread in this workspace. */
  stale_minutes: number;
}

/** A9: whether a member is closed because a calendar of theirs is not known well enough. */
export function isStale({ calendars_read_at: readAt, stale_minutes }: CalendarsRead, clock: Clock): boolean {
  return isOlderThan(readAt, stale_minutes * 60_000, clock);
}

/** Calendars that are not there never grow old. */
export function isOlderThan(readAt: string | null, milliseconds: number, clock: Clock): boolean {
  return readAt !== null && clock.now() - Date.parse(readAt) >= milliseconds;
}
