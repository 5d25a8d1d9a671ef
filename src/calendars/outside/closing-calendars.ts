import type { Clock } from '#platform/clock.ts';
import type { Reader } from '#platform/db/database.ts';
import { stateOf } from './calendar-health.ts';
import type { OutsideCalendar } from './calendar.ts';
import { calendarsOf } from './store-calendars.ts';

/** What the app says wherever one is: which calendars keep their owner from being booked (A9). */
export interface ClosingCalendars {
  /** Whether there is anything to look at again and again. */
  hasOutside: boolean;
  closing: { name: string; lastSuccessAt: string | null }[];
}

export async function readClosing(
  db: Reader,
  clock: Clock,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  staleMinutes: number,
): Promise<ClosingCalendars> {
  const rows = await calendarsOf(db, workspaceId, memberId);
  const closing = rows.filter(
    (row) => row.check_conflicts === 1 && !isNew(row) && stateOf(row, staleMinutes, clock) !== 'ok',
  );
  return {
    hasOutside: rows.length > 0,
    closing: closing.map(({ name, last_success_at }) => ({ name, lastSuccessAt: last_success_at })),
  };
}

/** Connected just now: whoever did it is looking at how it is read for the first time. */
function isNew({ last_success_at, problem }: OutsideCalendar): boolean {
  return last_success_at === null && problem === null;
}
