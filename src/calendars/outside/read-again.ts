import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound } from '#platform/refusal.ts';
import { lockTimeOf } from '#hours/own-time.ts';
import { keyOf } from './calendar.ts';
import { lockCalendarsOf, updateCalendar } from './store-calendars.ts';
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
    await updateCalendar(tx, keyOf(row), { next_try_at: isoNow(platform.clock) });
    await readSoon(tx, platform, workspaceId);
  });
  platform.wakeWorker();
}
