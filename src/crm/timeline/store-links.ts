import { sql, type RawBuilder } from 'kysely';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import { gatherRows } from '#platform/db/gather.ts';
import type { RecordRef } from './entry.ts';
import { RECORD_KINDS, RECORD_TABLES, type RecordKind } from './record-kinds.ts';
import type { RecordKey } from './record.ts';
import './tables.ts';

type From = RecordKey & { kind: RecordKind };

/** The records of one kind that a record belongs to: from now on these and no others. */
export async function replaceLinks(
  tx: Tx,
  from: From,
  to: RecordKind,
  ids: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('record_links')
    .where('workspace_id', '=', from.workspaceId)
    .where('from_kind', '=', from.kind)
    .where('from_id', '=', from.id)
    .where('to_kind', '=', to)
    .$if(ids.length > 0, (query) => query.where('to_id', 'not in', ids))
    .execute();
  await insertLinks(tx, from, to, ids);
}

/** Links of a record that is new: nothing has happened with it that would go along. */
export function insertNewLinks(tx: Tx, from: From, to: RecordKind, ids: readonly string[]): Promise<void> {
  return gatherRows(tx, 'record_links', rowsOf(from, to, ids));
}

function rowsOf({ workspaceId, kind, id }: From, to: RecordKind, ids: readonly string[]) {
  const from = { workspace_id: workspaceId, from_kind: kind, from_id: id };
  return [...new Set(ids)].map((to_id) => ({ ...from, to_kind: to, to_id }));
}

/** What happened with a record before it came to a company shows there too (P8). */
export async function insertLinks(tx: Tx, from: From, to: RecordKind, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { workspaceId: workspace_id, kind: from_kind, id: from_id } = from;
  await tx
    .insertInto('record_links')
    .values(rowsOf(from, to, ids))
    .onConflict((oc) => oc.doNothing())
    .execute();
  await sql`insert into timeline_records (workspace_id, record_kind, record_id, entry_id)
    select l.workspace_id, l.to_kind, l.to_id, t.entry_id from record_links l
    join timeline_records t on t.workspace_id = l.workspace_id
      and t.record_kind = l.from_kind and t.record_id = l.from_id
    where l.workspace_id = ${workspace_id} and l.from_kind = ${from_kind} and l.from_id = ${from_id}
      and l.to_kind = ${to}
    on conflict do nothing`.execute(tx);
}

/** A column of a record's own query: what it belongs to, as JSON of [kind, id] pairs; `linksFrom` reads it. */
export function linksColumn(db: Reader, kind: RecordKind): RawBuilder<LinksColumn> {
  const { table, idColumn } = RECORD_TABLES[kind];
  const list = isPostgres(db)
    ? sql`json_agg(json_build_array(l.to_kind, l.to_id))`
    : sql`json_group_array(json_array(l.to_kind, l.to_id))`;
  return sql`(select ${list} from record_links l where l.workspace_id = ${sql.ref(`${table}.workspace_id`)}
    and l.from_kind = ${sql.lit(kind)} and l.from_id = ${sql.ref(`${table}.${idColumn}`)})`;
}

/** PostgreSQL's driver has parsed it already. */
export type LinksColumn = string | [RecordKind, string][] | null;

export function linksFrom(column: LinksColumn): { kind: RecordKind; id: string }[] {
  const pairs = typeof column === 'string' ? (JSON.parse(column) as [RecordKind, string][]) : (column ?? []);
  return pairs.map(([kind, id]) => ({ kind, id })).toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/**
 * True for records of a kind that belong to this one, or to what belongs to it: a company's deals are also those of
 * its leads and contacts (P2). For queries of that kind's own table.
 */
export function belongsTo(kind: RecordKind, workspaceId: string, id: string): RawBuilder<boolean> {
  const { table, idColumn } = RECORD_TABLES[kind];
  // An expression, so that the key by what is linked from, which holds all of a kind, is not taken for the shorter way.
  const ofKind = sql`l.from_kind || '' = ${sql.lit(kind)}`;
  return sql<boolean>`${sql.ref(`${table}.${idColumn}`)} in (
    select l.from_id from record_links l
      where l.workspace_id = ${workspaceId} and l.to_id = ${id} and ${ofKind}
        and l.to_kind in (${sql.join(KINDS)})
    union all select l.from_id from record_links m
      join record_links l on l.workspace_id = m.workspace_id and l.to_kind = m.from_kind and l.to_id = m.from_id
      where m.workspace_id = ${workspaceId} and m.to_id = ${id} and m.to_kind in (${sql.join(KINDS)})
        and ${ofKind})`;
}

/** Named one by one, so that the key by what is linked to is used from its first column on. */
const KINDS = RECORD_KINDS.map((kind) => sql.lit(kind));

export interface LinkedRecord extends RecordRef {
  kind: RecordKind;
  name: string;
  ownerId: string | null;
  isTrashed: boolean;
}

/** Those of these records that are there, trashed ones too, in one statement. */
export async function readLinked(
  db: Reader,
  workspaceId: string,
  refs: readonly { kind: RecordKind; id: string }[],
): Promise<LinkedRecord[]> {
  if (refs.length === 0) return [];
  const parts = [...Map.groupBy(refs, ({ kind }) => kind)].map(([kind, wanted]) => {
    const { table, idColumn } = RECORD_TABLES[kind];
    return sql`select ${sql.lit(kind)} as kind, ${sql.ref(idColumn)} as id, name, owner_id,
      case when deleted_at is null then 0 else 1 end as trashed from ${sql.table(table)}
      where workspace_id = ${workspaceId} and ${sql.ref(idColumn)} in (${sql.join(wanted.map(({ id }) => id))})`;
  });
  const { rows } = await sql<FoundRow>`${sql.join(parts, sql` union all `)}`.execute(db);
  return rows.map(({ owner_id, trashed, ...row }) => ({
    ...row,
    ownerId: owner_id,
    isTrashed: trashed === 1,
  }));
}

interface FoundRow {
  kind: RecordKind;
  id: string;
  name: string;
  owner_id: string | null;
  trashed: number;
}
