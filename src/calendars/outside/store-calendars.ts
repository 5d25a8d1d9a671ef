import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { NewRow } from '#platform/db/tables.ts';
import type { CalendarKey, OutsideCalendar } from './calendar.ts';
import type { AccountKey } from './store-accounts.ts';
import './tables.ts';

export async function insertCalendars(tx: Tx, calendars: NewRow<'outside_calendars'>[]): Promise<void> {
  if (calendars.length > 0) await tx.insertInto('outside_calendars').values(calendars).execute();
}

/** In the order in which they were connected. */
export async function calendarsOf(
  db: Reader,
  workspaceId: string,
  memberId: string,
): Promise<OutsideCalendar[]> {
  return db
    .selectFrom('outside_calendars')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .orderBy('calendar_id')
    .execute();
}

export async function readCalendarRow(db: Reader, key: CalendarKey): Promise<OutsideCalendar | undefined> {
  return calendarRow(db, key).executeTakeFirst();
}

/** A member's own calendars, held until the act ends; whoever locks the member too does that first. */
export async function lockCalendarsOf(
  tx: Tx,
  workspaceId: string,
  memberId: string,
): Promise<OutsideCalendar[]> {
  return tx
    .selectFrom('outside_calendars')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .orderBy('calendar_id')
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .execute();
}

function calendarRow(db: Reader, { workspaceId, calendarId }: CalendarKey) {
  return db
    .selectFrom('outside_calendars')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', '=', calendarId);
}

type Change = Partial<Omit<OutsideCalendar, 'workspace_id' | 'calendar_id' | 'version'>>;

export async function updateCalendar(
  tx: Tx,
  { workspaceId, calendarId }: CalendarKey,
  change: Change,
): Promise<void> {
  await updateCalendars(tx, workspaceId, [calendarId], change);
}

export async function updateCalendars(
  tx: Tx,
  workspaceId: string,
  calendarIds: readonly string[],
  change: Change,
): Promise<void> {
  await tx
    .updateTable('outside_calendars')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', 'in', [...calendarIds])
    .execute();
}

/** Bookings go to the built-in calendar alone until another one is chosen. */
export async function writeNowhere(tx: Tx, workspaceId: string, memberId: string): Promise<void> {
  await tx
    .updateTable('outside_calendars')
    .set((eb) => ({ write_here: 0, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('write_here', '=', 1)
    .execute();
}

/** What `expanded_to` says when floating times mean something else than when they were expanded. */
export const MEANS_ELSE = 1;

/** Floating times and whole days mean something else from now on: what is kept is expanded again at the next reading. */
export async function expandAgain(tx: Tx, workspaceId: string, memberId: string, now: string): Promise<void> {
  await tx
    .updateTable('outside_calendars')
    .set({ expanded_to: MEANS_ELSE, next_try_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('expanded_to', '>', 0)
    .execute();
}

/** All calendars of an account with everything that was read of them. */
export async function deleteCalendars(tx: Tx, { workspaceId, accountId }: AccountKey): Promise<void> {
  for (const table of ['outside_events', 'outside_objects'] as const) {
    await tx
      .deleteFrom(table)
      .where('workspace_id', '=', workspaceId)
      .where('calendar_id', 'in', (eb) =>
        eb
          .selectFrom('outside_calendars')
          .select('calendar_id')
          .where('workspace_id', '=', workspaceId)
          .where('account_id', '=', accountId),
      )
      .execute();
  }
  await tx
    .deleteFrom('outside_calendars')
    .where('workspace_id', '=', workspaceId)
    .where('account_id', '=', accountId)
    .execute();
}
