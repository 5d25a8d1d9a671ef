import { sql } from 'kysely';
import type { Minute } from '#engine/minutes.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import { flag, type Row } from '#platform/db/tables.ts';
import type { CalendarEvent, NewEvent } from './event.ts';
import './tables.ts';

/** One event of one member. */
export interface EventKey {
  workspaceId: string;
  memberId: string;
  id: string;
}

export async function insertEvent(tx: Tx, key: EventKey, event: NewEvent, at: string): Promise<void> {
  await tx
    .insertInto('calendar_events')
    .values({
      workspace_id: key.workspaceId,
      event_id: key.id,
      member_id: key.memberId,
      ...columnsOf(event),
      created_at: at,
    })
    .execute();
}

export async function readEvent(db: Reader, key: EventKey): Promise<CalendarEvent | undefined> {
  const row = await db
    .selectFrom('calendar_events')
    .selectAll()
    .where('workspace_id', '=', key.workspaceId)
    .where('member_id', '=', key.memberId)
    .where('event_id', '=', key.id)
    .executeTakeFirst();
  return row && eventFrom(row);
}

export async function updateEvent(tx: Tx, key: EventKey, event: CalendarEvent): Promise<void> {
  await tx
    .updateTable('calendar_events')
    .set({ ...columnsOf(event), version: event.version })
    .where('workspace_id', '=', key.workspaceId)
    .where('member_id', '=', key.memberId)
    .where('event_id', '=', key.id)
    .execute();
}

/** False when there was none. */
export async function deleteEvent(tx: Tx, key: EventKey): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('calendar_events')
    .where('workspace_id', '=', key.workspaceId)
    .where('member_id', '=', key.memberId)
    .where('event_id', '=', key.id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export interface EventFilter {
  /** Events that meet this half-open window. */
  from: Minute;
  to: Minute;
  /** Where the page before ended. */
  after?: { start: Minute; id: string };
  /** Leaves free events out. */
  busyOnly?: boolean;
  limit: number;
}

/** A member's own events by start, as given; one more than `limit` when there is another page. */
export async function listEvents(
  db: Reader,
  workspaceId: string,
  memberId: string,
  { from, to, after, busyOnly, limit }: EventFilter,
): Promise<CalendarEvent[]> {
  const rows = await db
    .selectFrom('calendar_events')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('end_minute', '>', from)
    .where('start_minute', '<', to)
    .$if(busyOnly === true, (q) => q.where('busy', '=', 1))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(start_minute, event_id) > (${after!.start}, ${after!.id})`),
    )
    .orderBy('start_minute')
    .orderBy('event_id')
    .limit(limit + 1)
    .execute();
  return rows.map(eventFrom);
}

const MOST_SHOWN = 5_000;

/** Events of several members that meet [from, to), by start, in one statement. */
export async function readEventsOf(
  db: Reader,
  workspaceId: string,
  memberIds: string[],
  { from, to }: { from: Minute; to: Minute },
): Promise<(CalendarEvent & { memberId: string })[]> {
  const rows = await db
    .selectFrom('calendar_events')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', 'in', memberIds)
    .where('end_minute', '>', from)
    .where('start_minute', '<', to)
    .orderBy('start_minute')
    .orderBy('event_id')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map((row) => ({ ...eventFrom(row), memberId: row.member_id }));
}

function columnsOf({ title, start, end, allDay, transparency }: NewEvent) {
  return {
    title,
    start_minute: start,
    end_minute: end,
    all_day: flag(allDay),
    busy: flag(transparency === 'busy'),
  };
}

function eventFrom(row: Row<'calendar_events'>): CalendarEvent {
  return {
    id: row.event_id,
    title: row.title,
    start: row.start_minute,
    end: row.end_minute,
    allDay: row.all_day === 1,
    transparency: row.busy === 1 ? 'busy' : 'free',
    version: row.version,
  };
}
