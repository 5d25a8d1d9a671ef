import { sql, type RawBuilder } from 'kysely';
import type { Reader, Tx } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import type { NewRow } from '#platform/db/tables.ts';
import { newId } from '#platform/ids.ts';
import type { NewEntry, RecordRef, TimelineItem } from './entry.ts';
import { RECORD_KINDS, RECORD_TABLES } from './record-kinds.ts';
import './tables.ts';

/**
 * Writes what happened, in the act's own transaction: it happened on the first record and shows on all of them
 * and on whatever they belong to, such as a contact's company (P8). Answers the entry's id.
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
  await place(tx, entry.workspaceId, id, records);
  return id;
}

const insertEntry = prepared((db, row: NewRow<'timeline_entries'>) =>
  db.insertInto('timeline_entries').values(row),
);

/**
 * Two steps of links: a deal's contact has a company too. SQLite keeps the order of a cross join; of its own choice it
 * would read all links of the workspace.
 */
async function place(tx: Tx, workspaceId: string, entryId: string, records: readonly RecordRef[]) {
  const given = records.map(
    ({ kind, id }) => sql`select cast(${kind} as text) as kind, cast(${id} as text) as id`,
  );
  await sql`
    with given as (${sql.join(given, sql` union `)}),
    near as (select l.to_kind as kind, l.to_id as id from given g cross join record_links l
      where l.workspace_id = ${workspaceId} and l.from_kind = g.kind and l.from_id = g.id),
    far as (select l.to_kind as kind, l.to_id as id from near n cross join record_links l
      where l.workspace_id = ${workspaceId} and l.from_kind = n.kind and l.from_id = n.id)
    insert into timeline_records (workspace_id, record_kind, record_id, entry_id)
    select cast(${workspaceId} as text), kind, id, cast(${entryId} as text) from
      (select kind, id from given union select kind, id from near union select kind, id from far) as places
    where true on conflict do nothing`.execute(tx);
}

export interface TimelinePage {
  /** Only entries of these kinds. */
  kinds?: readonly string[];
  /** Records of others, which this member may not see, are not named (P9). */
  limitedTo?: string;
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
    .select(nameOfPlace(page.limitedTo).as('record_name'))
    .where('r.workspace_id', '=', workspaceId)
    .where('r.record_kind', '=', record.kind)
    .where('r.record_id', '=', record.id)
    .$if(page.kinds !== undefined, (q) => q.where('e.kind', 'in', page.kinds!))
    .$if(page.cursor !== undefined, (q) => q.where('r.entry_id', '<', page.cursor!))
    .orderBy('r.entry_id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return rows.map((row) => ({
    id: row.entry_id,
    kind: row.kind,
    at: row.at,
    by: { kind: row.by_kind, ...(row.by_id && { id: row.by_id, name: row.by_name ?? undefined }) },
    record: {
      kind: row.record_kind,
      id: row.record_id,
      ...(row.record_name !== null && { name: row.record_name }),
    },
    ...(row.booking_id && { bookingId: row.booking_id }),
    data: JSON.parse(row.data) as Record<string, unknown>,
  }));
}

/** The name of the record where an entry happened; a company's timeline tells of its people, too. */
function nameOfPlace(limitedTo: string | undefined): RawBuilder<string | null> {
  const cases = RECORD_KINDS.map((kind) => {
    const { table, idColumn } = RECORD_TABLES[kind];
    const visible =
      limitedTo === undefined ? sql`true` : sql`(n.owner_id is null or n.owner_id = ${limitedTo})`;
    return sql`when ${sql.lit(kind)} then (select n.name from ${sql.table(table)} n
      where n.workspace_id = e.workspace_id and n.${sql.ref(idColumn)} = e.record_id and ${visible})`;
  });
  return sql<string | null>`(case e.record_kind ${sql.join(cases, sql` `)} end)`;
}
