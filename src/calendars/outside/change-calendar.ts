import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { flag } from '#platform/db/tables.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound } from '#platform/refusal.ts';
import { lockTimeOf } from '#hours/own-time.ts';
import { bumpMember } from '#people/store-version.ts';
import type { CalendarChange } from './calendar-fields.ts';
import { keyOf, type OutsideCalendar } from './calendar.ts';
import './facts.ts';
import { bookingBlocks } from './own-events.ts';
import type { Outside } from './outside.ts';
import { setBlocks } from './store-events.ts';
import { lockCalendarsOf, updateCalendar, writeNowhere } from './store-calendars.ts';
import { readSoon } from './sync/read-soon.ts';
import { withdrawTold } from './tell-closed.ts';

/** Switches what a calendar does. Of the built-in one it can only be chosen that bookings stand there alone. */
export async function changeCalendar(
  platform: Platform,
  outside: Outside,
  caller: Caller,
  memberId: string,
  calendarId: string,
  change: CalendarChange,
): Promise<void> {
  await platform.db.transact(async (tx) => {
    await lockTimeOf(tx, caller, memberId);
    const rows = await lockCalendarsOf(tx, caller.workspaceId, memberId);
    if (calendarId === memberId) return changeBuiltIn(tx, platform, rows, { ...caller, memberId }, change);
    const before = rows.find((row) => row.calendar_id === calendarId);
    if (!before) throw notFound();
    await changeOutside(tx, platform, outside, before, change);
  });
  platform.wakeWorker();
}

async function changeBuiltIn(
  tx: Tx,
  platform: Platform,
  rows: OutsideCalendar[],
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  change: CalendarChange,
): Promise<void> {
  if (change.checkConflicts === false) {
    throw invalid({ path: 'checkConflicts', message: 'The Rondo calendar always checks conflicts.' });
  }
  if (change.sync !== undefined || change.name !== undefined) {
    const path = change.sync === undefined ? 'name' : 'sync';
    throw invalid({ path, message: 'The Rondo calendar is always there, under its own name.' });
  }
  const isWritten = rows.every((row) => row.write_here === 0);
  if (change.writeHere === false && isWritten) {
    throw invalid({ path: 'writeHere', message: 'Choose the calendar that bookings go to instead.' });
  }
  if (change.writeHere !== true || isWritten) return;
  await writeNowhere(tx, workspaceId, memberId);
  await platform.announcer.announce(tx, 'write-calendar-changed', {
    workspaceId,
    memberId,
    calendarId: null,
  });
}

async function changeOutside(
  tx: Tx,
  platform: Platform,
  outside: Outside,
  before: OutsideCalendar,
  change: CalendarChange,
): Promise<void> {
  const after = {
    ...before,
    name: change.name ?? before.name,
    check_conflicts:
      change.checkConflicts === undefined ? before.check_conflicts : flag(change.checkConflicts),
    sync_on: change.sync === undefined ? before.sync_on : flag(change.sync),
  };
  const writes = change.writeHere ?? (after.sync_on === 1 && before.write_here === 1);
  if (writes) refuseUnwritable(after);
  await writeSwitches(tx, platform, before, { ...after, write_here: flag(writes) });
  if (closes(before) !== closes(after)) await switchBlocks(tx, outside, after);
  if (before.sync_on !== after.sync_on || before.check_conflicts !== after.check_conflicts) {
    await bumpMember(tx, before.workspace_id, before.member_id);
  }
}

function refuseUnwritable(calendar: OutsideCalendar): void {
  if (calendar.read_only === 1) {
    throw invalid({ path: 'writeHere', message: 'This calendar can only be read: choose another one.' });
  }
  if (calendar.sync_on === 0) {
    throw invalid({ path: 'writeHere', message: 'Switch the calendar on before bookings go to it.' });
  }
}

/** Whoever reads it lets go of it, knowing only what it was; switched on, it is read at once. */
async function writeSwitches(
  tx: Tx,
  platform: Platform,
  before: OutsideCalendar,
  after: OutsideCalendar,
): Promise<void> {
  const { workspace_id: workspaceId, member_id: memberId } = before;
  const { name, check_conflicts, sync_on, write_here } = after;
  const now = isoNow(platform.clock);
  const becomesOn = before.sync_on === 0 && sync_on === 1;
  if (before.write_here === 0 && write_here === 1) await writeNowhere(tx, workspaceId, memberId);
  await updateCalendar(tx, keyOf(before), {
    name,
    check_conflicts,
    sync_on,
    write_here,
    ...((becomesOn || closes(before) !== closes(after)) && { reading_until: null, next_try_at: now }),
    ...(becomesOn && { problem: null, problem_detail: null, tries: 0 }),
  });
  if (closes(before) !== closes(after)) await readSoon(tx, platform, workspaceId);
  if (!closes(after)) await withdrawTold(tx, platform, keyOf(before));
  if (before.write_here !== write_here) {
    const calendarId = write_here === 1 ? before.calendar_id : null;
    await platform.announcer.announce(tx, 'write-calendar-changed', { workspaceId, memberId, calendarId });
  }
}

/** Whether its busy events close time. */
function closes({ check_conflicts, sync_on }: OutsideCalendar): boolean {
  return check_conflicts === 1 && sync_on === 1;
}

async function switchBlocks(tx: Tx, outside: Outside, after: OutsideCalendar): Promise<void> {
  await setBlocks(tx, keyOf(after), closes(after));
  if (closes(after)) await bookingBlocks(tx, outside, keyOf(after));
}
