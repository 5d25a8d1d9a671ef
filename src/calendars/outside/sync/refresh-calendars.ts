import { setTimeout as sleep } from 'node:timers/promises';
import { isoAfter } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { countsAtOnce } from '../calendar-health.ts';
import { keyOf, type OutsideCalendar } from '../calendar.ts';
import type { Outside } from '../outside.ts';
import { readCalendarRow } from '../store-calendars.ts';
import { unreadSince } from '../store-readings.ts';
import { readNow } from './readings.ts';

const MOST_AT_ONCE = 16;
const LOOK_AGAIN_MS = 100;

interface Refresh {
  workspaceId: string;
  memberIds: readonly string[];
  /** What was read within this time is fresh enough. */
  olderThanMs?: number;
  /** How long whoever waits can wait; a reading that takes longer goes on without them. */
  budgetMs?: number;
}

/**
 * Before a booking (A9): reads the calendars that check these members' conflicts and are not fresh, many at once, and
 * answers whose could not be read in time. In a house without outside calendars it is one statement.
 */
export async function refreshCalendars(
  platform: Platform,
  outside: Outside,
  { workspaceId, memberIds, olderThanMs = 60_000, budgetMs = 1_500 }: Refresh,
): Promise<Set<string>> {
  if (memberIds.length === 0) return new Set();
  const since = isoAfter(platform.clock, -olderThanMs);
  const old = await unreadSince(platform.db.read, workspaceId, memberIds, since);
  if (old.length === 0) return new Set();
  const failed = new Set(old.map((one) => one.calendar_id));
  const over = new AbortController();
  const waiting = [...old];
  const begun = Array.from({ length: MOST_AT_ONCE }, async () => {
    for (let one = waiting.shift(); one && !over.signal.aborted; one = waiting.shift()) {
      if (await isReadBy(platform, outside, one, since, over.signal)) failed.delete(one.calendar_id);
    }
  });
  await Promise.race([Promise.allSettled(begun), sleep(budgetMs, undefined, { signal: over.signal })]);
  const members = old.filter((one) => failed.has(one.calendar_id)).map((one) => one.member_id);
  over.abort();
  return new Set(members);
}

async function isReadBy(
  platform: Platform,
  outside: Outside,
  calendar: OutsideCalendar,
  since: string,
  over: AbortSignal,
): Promise<boolean> {
  // A server that asks to wait, or refuses us, is not asked by each visitor anew.
  const asksToWait = calendar.problem === 'wait' || countsAtOnce(calendar.problem);
  if (asksToWait && calendar.next_try_at > isoAfter(platform.clock, 0)) return false;
  const key = keyOf(calendar);
  while (!over.aborted) {
    const ending = await readNow(platform, outside, key);
    if (ending !== undefined) return ending === 'read';
    const now = await readCalendarRow(platform.db.read, key);
    if (!now || now.sync_on === 0) return true;
    if (now.last_success_at !== null && now.last_success_at >= since) return true;
    await sleep(LOOK_AGAIN_MS);
  }
  return false;
}
