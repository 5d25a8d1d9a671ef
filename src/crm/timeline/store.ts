import type { Reader, Tx } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import type { NewRow } from '#platform/db/tables.ts';
import { newId } from '#platform/ids.ts';
import type { NewEntry, RecordRef, TimelineItem } from './entry.ts';
import './tables.ts';

/**
 * Writes what happened, in the act's own transaction: it happened on the first record and shows on all of
 * them (P8). Answers the entry's id.
 */
export async function append(
  tx: Tx,
  entry: NewEntry,
  records: readonly [RecordRef, ...RecordRef[]],
): Promise<string> {
  const id = newId();
  const [where] = records;
  await insertEntry(tx, {
    workspace_id: entry.workspaceId,
    entry_id: id,
    kind: entry.kind,
    at: entry.at,
    by_kind: entry.by.kind,
    by_id: entry.by.kind === 'member' ? entry.by.id : null,
    record_kind: where.kind,
    record_id: where.id,
    booking_id: entry.bookingId ?? null,
    data: JSON.stringify(entry.data ?? {}),
  });
  await insertPlaces(
    tx,
    records.map((record) => placed(entry.workspaceId, id, record)),
  );
  return id;
}

const insertEntry = prepared((db, row: NewRow<'timeline_entries'>) =>
  db.insertInto('timeline_entries').values(row),
);

const insertPlaces = prepared((db, rows: NewRow<'timeline_records'>[]) =>
  db
    .insertInto('timeline_records')
    .values(rows)
    .onConflict((oc) => oc.doNothing()),
);

export interface TimelinePage {
  /** Only entries of this kind. */
  kind?: string;
  /** The id of the last entry of the page before. */
  cursor?: string;
  limit: number;
}

/** What stands on a record's timeline, newest first; one more than `limit` when there is another page. */
export async function readTimeline(
  db: Reader,
  workspaceId: string,
  record: RecordRef,
  page: TimelinePage,
): Promise<TimelineItem[]> {
  const rows = await db
    .selectFrom('timeline_records as r')
    .innerJoin('timeline_entries as e', (join) =>
      join.onRef('e.workspace_id', '=', 'r.workspace_id').onRef('e.entry_id', '=', 'r.entry_id'),
    )
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'e.workspace_id').onRef('m.member_id', '=', 'e.by_id'),
    )
    .select(['e.entry_id', 'e.kind', 'e.at', 'e.by_kind', 'e.by_id', 'm.name as by_name'])
    .select(['e.record_kind', 'e.record_id', 'e.booking_id', 'e.data'])
    .where('r.workspace_id', '=', workspaceId)
    .where('r.record_kind', '=', record.kind)
    .where('r.record_id', '=', record.id)
    .$if(page.kind !== undefined, (q) => q.where('e.kind', '=', page.kind!))
    .$if(page.cursor !== undefined, (q) => q.where('r.entry_id', '<', page.cursor!))
    .orderBy('r.entry_id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return rows.map((row) => ({
    id: row.entry_id,
    kind: row.kind,
    at: row.at,
    by: { kind: row.by_kind, ...(row.by_id && { id: row.by_id, name: row.by_name ?? undefined }) },
    record: { kind: row.record_kind, id: row.record_id },
    ...(row.booking_id && { bookingId: row.booking_id }),
    data: JSON.parse(row.data) as Record<string, unknown>,
  }));
}

function placed(workspaceId: string, entryId: string, record: RecordRef) {
  return { workspace_id: workspaceId, record_kind: record.kind, record_id: record.id, entry_id: entryId };
}
