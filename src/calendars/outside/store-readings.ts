import { sql } from 'kysely';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import type { CalendarKey, OutsideCalendar } from './calendar.ts';
import './tables.ts';

/** Who reads a calendar holds it by the very instant until which they have it; each renewal is another. */
export interface Lease {
  now: string;
  until: string;
}

/** Takes calendars whose time has come and that nobody reads; those of members who left are not read. */
export async function takeDueCalendars(tx: Tx, lease: Lease & { most: number }): Promise<OutsideCalendar[]> {
  const { rows } = await takeDue(tx, lease);
  return rows;
}

const takeDue = prepared((db, { now, until, most }: Lease & { most: number }) => {
  const due = db
    .selectFrom('outside_calendars as c')
    .select(['c.workspace_id', 'c.calendar_id'])
    .where('c.sync_on', '=', 1)
    .where('c.next_try_at', '<=', now)
    .where((eb) => eb.or([eb('c.reading_until', 'is', null), eb('c.reading_until', '<', now)]))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('members as m')
          .select('m.member_id')
          .whereRef('m.workspace_id', '=', 'c.workspace_id')
          .whereRef('m.member_id', '=', 'c.member_id')
          .where('m.active', '=', 1),
      ),
    )
    .orderBy('c.next_try_at')
    .limit(most)
    .$if(isPostgres(db), (query) => query.forNoKeyUpdate().skipLocked());
  return db
    .updateTable('outside_calendars')
    .set({ ...begun, last_try_at: now, reading_until: until })
    .where(sql<boolean>`(workspace_id, calendar_id) in ${due}`)
    .returningAll();
});

const begun = { progress_done: 0, progress_total: null };

/** Takes this very calendar, due or not, unless somebody reads it. */
export async function takeCalendar(
  tx: Tx,
  { workspaceId, calendarId }: CalendarKey,
  { now, until }: Lease,
): Promise<OutsideCalendar | undefined> {
  return tx
    .updateTable('outside_calendars')
    .set({ ...begun, last_try_at: now, reading_until: until })
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', '=', calendarId)
    .where('sync_on', '=', 1)
    .where((eb) => eb.or([eb('reading_until', 'is', null), eb('reading_until', '<', now)]))
    .returningAll()
    .executeTakeFirst();
}

/**
 * Writes what a reader knows, if they still hold the calendar; false when it was disconnected, switched off, changed,
 * or taken over.
 */
export async function changeHeld(
  tx: Tx,
  { workspaceId, calendarId }: CalendarKey,
  held: string,
  change: Partial<OutsideCalendar>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outside_calendars')
    .set(change)
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', '=', calendarId)
    .where('sync_on', '=', 1)
    .where('reading_until', '=', held)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Calendars of these members that count (A9) and were last read before this instant. */
export async function unreadSince(
  db: Reader,
  workspaceId: string,
  memberIds: readonly string[],
  before: string,
): Promise<OutsideCalendar[]> {
  const { rows } = await unread(db, { workspaceId, memberIds: [...memberIds], before });
  return rows;
}

interface Unread {
  workspaceId: string;
  memberIds: string[];
  before: string;
}

const unread = prepared((db, { workspaceId, memberIds, before }: Unread) =>
  db
    .selectFrom('outside_calendars')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', 'in', memberIds)
    .where('check_conflicts', '=', 1)
    .where('sync_on', '=', 1)
    .where((eb) =>
      eb.or([
        eb('last_success_at', 'is', null),
        eb('last_success_at', '<', before),
        eb('problem', 'is not', null),
      ]),
    )
    .orderBy('calendar_id'),
);
