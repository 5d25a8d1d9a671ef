import { sql } from 'kysely';
import type { Minute } from '#engine/minutes.ts';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import type { Place } from '#platform/http/cursor.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';
import type { RecordEvent } from './record-event.ts';
import { readAttendees, replaceAttendees } from './store-attendees.ts';
import './tables.ts';

export interface RecordEventKey {
  workspaceId: string;
  /** Left out where only the event itself is known. */
  record?: RecordRef;
  id: string;
}

export async function insertRecordEvent(tx: Tx, workspaceId: string, event: RecordEvent): Promise<void> {
  await tx
    .insertInto('record_events')
    .values({
      workspace_id: workspaceId,
      event_id: event.id,
      record_kind: event.record.kind,
      record_id: event.record.id,
      title: event.title,
      start_minute: event.start,
      end_minute: event.end,
      made_by: event.madeBy,
      created_at: event.createdAt,
    })
    .execute();
  await replaceAttendees(tx, workspaceId, event.id, event.attendees);
}

/** Reads an event and keeps others from changing it until the act ends. */
export async function lockRecordEvent(
  tx: Tx,
  { workspaceId, record, id }: RecordEventKey,
  limitedTo?: string,
): Promise<RecordEvent | undefined> {
  const row = await tx
    .selectFrom('record_events')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('event_id', '=', id)
    .$if(record !== undefined, (query) =>
      query.where('record_kind', '=', record!.kind).where('record_id', '=', record!.id),
    )
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && (await withAttendees(tx, workspaceId, [row], limitedTo))[0];
}

export async function updateRecordEvent(tx: Tx, workspaceId: string, event: RecordEvent): Promise<void> {
  await tx
    .updateTable('record_events')
    .set({
      title: event.title,
      start_minute: event.start,
      end_minute: event.end,
      version: event.version,
    })
    .where('workspace_id', '=', workspaceId)
    .where('event_id', '=', event.id)
    .execute();
  await replaceAttendees(tx, workspaceId, event.id, event.attendees);
}

export async function deleteRecordEvent(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await replaceAttendees(tx, workspaceId, id, []);
  await tx
    .deleteFrom('record_events')
    .where('workspace_id', '=', workspaceId)
    .where('event_id', '=', id)
    .execute();
}

export interface RecordEventFilter {
  state?: 'coming' | 'past';
  now: Minute;
  after?: Place;
  limit: number;
  /** Whose contacts are named, besides those without an owner; undefined = everybody's (P9). */
  limitedTo?: string;
}

/** A record's events: those to come the nearest first, otherwise the latest; one more than `limit` when there is more. */
export async function listRecordEvents(
  db: Reader,
  workspaceId: string,
  record: RecordRef,
  { state, now, after, limit, limitedTo }: RecordEventFilter,
): Promise<RecordEvent[]> {
  const way = state === 'coming' ? 'asc' : 'desc';
  const than = sql.raw(state === 'coming' ? '>' : '<');
  const rows = await db
    .selectFrom('record_events')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('record_kind', '=', record.kind)
    .where('record_id', '=', record.id)
    .$if(state === 'coming', (query) => query.where('end_minute', '>', now))
    .$if(state === 'past', (query) => query.where('end_minute', '<=', now))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(start_minute, event_id) ${than} (${Number(after!.value)}, ${after!.id})`),
    )
    .orderBy('start_minute', way)
    .orderBy('event_id', way)
    .limit(limit + 1)
    .execute();
  return withAttendees(db, workspaceId, rows, limitedTo);
}

async function withAttendees(
  db: Reader,
  workspaceId: string,
  rows: Row<'record_events'>[],
  limitedTo?: string,
): Promise<RecordEvent[]> {
  const ids = rows.map((row) => row.event_id);
  const attendees = await readAttendees(db, workspaceId, ids, limitedTo);
  return rows.map((row) => ({
    id: row.event_id,
    record: { kind: row.record_kind, id: row.record_id },
    title: row.title,
    start: row.start_minute,
    end: row.end_minute,
    attendees: attendees.get(row.event_id) ?? [],
    madeBy: row.made_by,
    version: row.version,
    createdAt: row.created_at,
  }));
}
