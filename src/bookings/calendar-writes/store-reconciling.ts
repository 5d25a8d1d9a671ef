import { sql } from 'kysely';
import { isPostgres, type Tx } from '#platform/db/database.ts';
import '#calendars/outside/tables.ts';
import { COUNTED } from '../booking.ts';
import type { Moment } from './store-wishes.ts';
import './store-writes.ts';

/** What is noted of meetings still to come and is so no longer: another host, another calendar, other words, called off. */
export async function wishUnsettled(tx: Tx, { now, minute }: Moment): Promise<void> {
  const counted = sql.join(COUNTED.map((status) => sql.lit(status)));
  await tx
    .updateTable('calendar_writes')
    .set((eb) => ({ state: 'waiting', due_at: now, asked: eb('asked', '+', 1) }))
    .where('due_at', 'is', null)
    .where('question', 'is', null)
    .where(
      sql<boolean>`exists (select 1 from bookings b
        join outside_calendars c on c.workspace_id = b.workspace_id
        where b.workspace_id = calendar_writes.workspace_id and b.booking_id = calendar_writes.booking_id
          and c.calendar_id = calendar_writes.calendar_id and c.sync_on = 1 and b.end_minute > ${minute}
          and (b.version <> coalesce(calendar_writes.written_version, 0) and calendar_writes.state <> 'failed'
            or b.status not in (${counted}) or b.deleted_at is not null
            or c.write_here = 0 or c.read_only = 1
            or not exists (select 1 from booking_hosts h where h.workspace_id = b.workspace_id
              and h.booking_id = b.booking_id and h.host_id = calendar_writes.host_id)))`,
    )
    .execute();
}

/**
 * Meetings that a later reading did not find where they were written: taken out there before any reading saw them, or
 * never kept by a server that said so. They are looked at closely, as whatever a reading finds changed (A3).
 */
export async function lookForUnseen(tx: Tx, { now, minute }: Moment): Promise<void> {
  await tx
    .updateTable('calendar_writes')
    .set((eb) => ({ looks: 1, due_at: now, asked: eb('asked', '+', 1) }))
    .where('due_at', 'is', null)
    .where('question', 'is', null)
    .where('state', '=', 'written')
    .where('href', 'is not', null)
    .where(
      sql<boolean>`exists (select 1 from outside_calendars c
        join bookings b on b.workspace_id = c.workspace_id
        where c.workspace_id = calendar_writes.workspace_id and c.calendar_id = calendar_writes.calendar_id
          and c.sync_on = 1 and c.write_here = 1 and c.last_success_at > calendar_writes.updated_at
          and b.booking_id = calendar_writes.booking_id and b.end_minute > ${minute})
        and not exists (select 1 from outside_objects o where o.workspace_id = calendar_writes.workspace_id
          and o.calendar_id = calendar_writes.calendar_id and o.href = calendar_writes.href)`,
    )
    .execute();
}

/**
 * Events of ours in calendars that bookings go to, whose meeting does not stand any more: taken in hand, to go. The event
 * of one that stands may be a colleague's in a calendar that both write to, or an invitation that was taken: it stays.
 */
export async function adoptOrphans(tx: Tx, { now, minute }: Moment): Promise<void> {
  const at = isPostgres(tx) ? sql<string>`cast(${now} as timestamptz)` : sql<string>`${now}`;
  const counted = sql.join(COUNTED.map((status) => sql.lit(status)));
  await sql`insert into calendar_writes
      (workspace_id, booking_id, calendar_id, host_id, state, href, etag, due_at, updated_at)
    select b.workspace_id, b.booking_id, c.calendar_id, c.member_id, 'waiting', o.href, o.etag, ${at}, ${at}
    from outside_calendars c
    join outside_events e on e.workspace_id = c.workspace_id and e.calendar_id = c.calendar_id
    join outside_objects o on o.workspace_id = e.workspace_id and o.calendar_id = e.calendar_id and o.href = e.href
    join bookings b on b.workspace_id = e.workspace_id and b.booking_id = e.booking_id
    where c.write_here = 1 and c.sync_on = 1 and c.read_only = 0 and e.position = 0 and e.end_minute > ${minute}
      and (b.status not in (${counted}) or b.deleted_at is not null)
    on conflict (workspace_id, booking_id, calendar_id) do nothing`.execute(tx);
}
