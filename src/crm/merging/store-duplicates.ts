import { sql, type RawBuilder } from 'kysely';
import type { Reader, Tx } from '#platform/db/database.ts';
import { RECORD_TABLES } from '#crm/timeline/record-kinds.ts';
import { subtitleOf, theirs, type RecognisedKind } from './store-similar.ts';
import './tables.ts';
import '#crm/timeline/tables.ts';

/** Two live records and a key that both have; several rows for a pair that shares several. */
export interface SharedKey {
  key: string;
  id: string;
  name: string;
  ownerId: string | null;
  subtitle: string | null;
  createdAt: string;
  otherId: string;
  otherName: string;
  otherOwnerId: string | null;
  otherSubtitle: string | null;
  otherCreatedAt: string;
}

export interface PairPage {
  workspaceId: string;
  kind: RecognisedKind;
  /** Only this member's records and those without an owner (P9). */
  limitedTo: string | undefined;
  /** The last pair of the page before. */
  after?: { id: string; otherId: string };
  limit: number;
}

/** Of many that share one key, each is shown with so many of those made before it. */
const NEAREST = 4;

/**
 * Pairs of records that share a key, the later made first, in one statement that passes only the marked keys and ends
 * with its page.
 */
export async function listSharedKeys(db: Reader, page: PairPage): Promise<SharedKey[]> {
  const { table } = RECORD_TABLES[page.kind];
  const { rows } = await sql<SharedKey>`
    select k.key as key, ${shown(page.kind, 'a')}, ${shown(page.kind, 'b')}
    from record_keys k
    join record_keys o on o.workspace_id = k.workspace_id and o.record_kind = k.record_kind and o.key = k.key
      and o.record_id < k.record_id and o.record_id >= coalesce(${nearest}, '')
    join ${sql.table(table)} a on a.workspace_id = k.workspace_id and a.${idOf(page.kind)} = k.record_id
    join ${sql.table(table)} b on b.workspace_id = k.workspace_id and b.${idOf(page.kind)} = o.record_id
    where k.workspace_id = ${page.workspaceId} and k.record_kind = ${sql.lit(page.kind)} and k.shared = 1
      and a.deleted_at is null and b.deleted_at is null
      ${theirs('a', page.limitedTo)} ${theirs('b', page.limitedTo)} ${afterOf(page.after)}
      and not exists (select 1 from distinct_records d where d.workspace_id = k.workspace_id
        and d.record_kind = k.record_kind and d.one_id = o.record_id and d.other_id = k.record_id)
    order by k.record_id desc, o.record_id desc limit ${page.limit}`.execute(db);
  return rows;
}

/** The fourth before it that has the key. */
const nearest = sql`(select n.record_id from record_keys n where n.workspace_id = k.workspace_id
  and n.record_kind = k.record_kind and n.key = k.key and n.record_id < k.record_id
  order by n.record_id desc limit 1 offset ${sql.lit(NEAREST - 1)})`;

function afterOf(after: PairPage['after']): RawBuilder<unknown> {
  if (!after) return sql``;
  return sql`and k.record_id <= ${after.id} and (k.record_id < ${after.id} or o.record_id < ${after.otherId})`;
}

function idOf(kind: RecognisedKind): RawBuilder<unknown> {
  return sql.ref(RECORD_TABLES[kind].idColumn);
}

function shown(kind: RecognisedKind, alias: 'a' | 'b'): RawBuilder<unknown> {
  const as = (name: string) =>
    sql.ref(alias === 'a' ? name : `other${name[0]!.toUpperCase()}${name.slice(1)}`);
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`${of(RECORD_TABLES[kind].idColumn)} as ${as('id')}, ${of('name')} as ${as('name')},
    ${of('owner_id')} as ${as('ownerId')}, ${subtitleOf(kind, alias)} as ${as('subtitle')},
    ${of('created_at')} as ${as('createdAt')}`;
}

export interface TwoRecords {
  workspaceId: string;
  kind: RecognisedKind;
  /** In any order. */
  ids: readonly [string, string];
}

export async function insertDistinct(
  tx: Tx,
  two: TwoRecords,
  { by, at }: { by: string; at: string },
): Promise<void> {
  await tx
    .insertInto('distinct_records')
    .values({ ...keyOf(two), by_id: by, at })
    .onConflict((oc) => oc.doNothing())
    .execute();
}

export async function deleteDistinct(tx: Tx, two: TwoRecords): Promise<void> {
  const { workspace_id, record_kind, one_id, other_id } = keyOf(two);
  await tx
    .deleteFrom('distinct_records')
    .where('workspace_id', '=', workspace_id)
    .where('record_kind', '=', record_kind)
    .where('one_id', '=', one_id)
    .where('other_id', '=', other_id)
    .execute();
}

function keyOf({ workspaceId, kind, ids }: TwoRecords) {
  const [one_id, other_id] = ids[0] < ids[1] ? ids : [ids[1], ids[0]];
  return { workspace_id: workspaceId, record_kind: kind, one_id, other_id };
}
