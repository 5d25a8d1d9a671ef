import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound } from '#platform/refusal.ts';
import { lockTimeOf } from '#hours/own-time.ts';
import type { OutsideCalendar } from './calendar.ts';
import { countsAtOnce } from './calendar-health.ts';
import { lockCalendarsOf, updateCalendars } from './store-calendars.ts';
import { readSoon } from './sync/read-soon.ts';

/** Reads a calendar now instead of at its next time (K4). */
export async function readAgain(
  platform: Platform,
  caller: Caller,
  memberId: string,
  calendarId: string,
): Promise<void> {
  const { workspaceId } = caller;
  await platform.db.transact(async (tx) => {
    await lockTimeOf(tx, caller, memberId);
    const rows = await lockCalendarsOf(tx, workspaceId, memberId);
    const row = rows.find((one) => one.calendar_id === calendarId);
    if (calendarId === memberId) {
      throw invalid({ path: 'calendarId', message: 'The Rondo calendar needs no reading.' });
    }
    if (!row) throw notFound();
    if (row.sync_on === 0) {
      throw invalid({ path: 'calendarId', message: 'Switch the calendar on before it is read.' });
    }
    const meant = rows.filter((each) => each === row || alsoFailed(each, row));
    const ids = meant.map((each) => each.calendar_id);
    await updateCalendars(tx, workspaceId, ids, { next_try_at: isoNow(platform.clock) });
    await readSoon(tx, platform, workspaceId);
  });
  platform.wakeWorker();
}

/**
 * Whoever presses when a server is back means all that it kept closed: one unread calendar closes its owner (A9). What
 * asks for patience, or would come with a wrong password once more, keeps its time.
 */
function alsoFailed(each: OutsideCalendar, row: OutsideCalendar): boolean {
  if (row.problem === null || each.problem === null || each.sync_on === 0) return false;
  return each.account_id === row.account_id && each.problem !== 'wait' && !countsAtOnce(each.problem);
}
