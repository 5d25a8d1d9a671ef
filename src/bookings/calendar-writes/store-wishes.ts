import { sql } from 'kysely';
import { isPostgres, type Tx } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import '#calendars/outside/tables.ts';
import './store-writes.ts';

export interface Moment {
  /** ISO instant. */
  now: string;
  /** The same as a minute: what is over is not written any more. */
  minute: number;
}

/** Whether this booking can concern any outside calendar at all. */
export async function concernsCalendars(tx: Tx, workspaceId: string, bookingId: string): Promise<boolean> {
  const { rows } = await concerned(tx, { workspaceId, bookingId });
  return rows.length > 0;
}

const concerned = prepared((db, { workspaceId, bookingId }: { workspaceId: string; bookingId: string }) =>
  db
    .selectFrom('outside_calendars as c')
    .innerJoin('booking_hosts as h', (join) =>
      join.onRef('h.workspace_id', '=', 'c.workspace_id').onRef('h.host_id', '=', 'c.member_id'),
    )
    .select('c.calendar_id')
    .where('c.workspace_id', '=', workspaceId)
    .where('h.booking_id', '=', bookingId)
    .where('c.write_here', '=', 1)
    .unionAll(
      db
        .selectFrom('calendar_writes')
        .select('calendar_id')
        .where('workspace_id', '=', workspaceId)
        .where('booking_id', '=', bookingId),
    )
    .limit(1),
);

/** Whatever stands somewhere of these bookings is to be looked after. */
export async function wishAgain(
  tx: Tx,
  workspaceId: string,
  which: { bookingId: string } | { hostId: string; afterMinute: number },
  now: string,
): Promise<void> {
  await tx
    .updateTable('calendar_writes')
    .set((eb) => ({ state: 'waiting', due_at: now, asked: eb('asked', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .$if('bookingId' in which, (query) =>
      query.where('booking_id', '=', (which as { bookingId: string }).bookingId),
    )
    .$if('hostId' in which, (query) =>
      query.where('host_id', '=', (which as { hostId: string }).hostId).where('booking_id', 'in', (eb) =>
        eb
          .selectFrom('bookings')
          .select('booking_id')
          .where('workspace_id', '=', workspaceId)
          .where('end_minute', '>', (which as { afterMinute: number }).afterMinute),
      ),
    )
    .execute();
}

/** Scheduled meetings still to come that their hosts' chosen calendars do not know of yet (K3). */
export async function wishMissing(
  tx: Tx,
  { workspaceId, bookingId, hostId }: { workspaceId?: string; bookingId?: string; hostId?: string },
  { now, minute }: Moment,
): Promise<number> {
  // A value among columns has to say what it is: PostgreSQL cannot tell.
  const at = isPostgres(tx) ? sql<string>`cast(${now} as timestamptz)` : sql<string>`${now}`;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('calendar_writes')
    .columns(['workspace_id', 'booking_id', 'calendar_id', 'host_id', 'state', 'due_at', 'updated_at'])
    .expression((eb) =>
      eb
        .selectFrom('outside_calendars as c')
        .innerJoin('booking_hosts as h', (join) =>
          join.onRef('h.workspace_id', '=', 'c.workspace_id').onRef('h.host_id', '=', 'c.member_id'),
        )
        .innerJoin('bookings as b', (join) =>
          join.onRef('b.workspace_id', '=', 'h.workspace_id').onRef('b.booking_id', '=', 'h.booking_id'),
        )
        .select(['b.workspace_id', 'b.booking_id', 'c.calendar_id', 'c.member_id'])
        .select([sql<'waiting'>`'waiting'`.as('state'), at.as('due_at'), at.as('updated_at')])
        .where('c.write_here', '=', 1)
        .where('c.sync_on', '=', 1)
        .where('c.read_only', '=', 0)
        .where('b.status', '=', 'scheduled')
        .where('b.deleted_at', 'is', null)
        .where('b.end_minute', '>', minute)
        .$if(workspaceId !== undefined, (query) => query.where('c.workspace_id', '=', workspaceId!))
        .$if(bookingId !== undefined, (query) => query.where('b.booking_id', '=', bookingId!))
        .$if(hostId !== undefined, (query) => query.where('c.member_id', '=', hostId!)),
    )
    .onConflict((oc) => oc.columns(['workspace_id', 'booking_id', 'calendar_id']).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0);
}

/** An act of ours settles what its owner did to a meeting elsewhere. */
export async function answerQuestions(tx: Tx, workspaceId: string, bookingId: string): Promise<void> {
  await tx
    .updateTable('calendar_writes')
    .set({ question: null, question_start: null, question_end: null, looks: 0 })
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', '=', bookingId)
    .execute();
}

/** What a reading saw elsewhere is looked at. */
export async function wishLooks(
  tx: Tx,
  { workspaceId, calendarId, bookingIds }: { workspaceId: string; calendarId: string; bookingIds: string[] },
  now: string,
): Promise<void> {
  await tx
    .updateTable('calendar_writes')
    .set((eb) => ({ looks: 1, due_at: now, asked: eb('asked', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', '=', calendarId)
    .where('booking_id', 'in', bookingIds)
    .execute();
}

export async function forgetCalendars(tx: Tx, workspaceId: string, calendarIds: string[]): Promise<void> {
  if (calendarIds.length === 0) return;
  await tx
    .deleteFrom('calendar_writes')
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', 'in', calendarIds)
    .execute();
}
