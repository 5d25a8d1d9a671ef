import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import { keysOf, makesPairs, RECOGNISED, type Recognisable } from './record-keys.ts';
import type { RecordKind } from './record-kinds.ts';
import type { RecordKey } from './record.ts';
import './tables.ts';

type Place = RecordKey & { kind: RecordKind };

/**
 * What a new record is recognised by. A key that another record has makes a pair of them: both are marked, so that
 * pairs are found without passing all records.
 */
export async function insertKeys(tx: Tx, place: Place, fields: Recognisable): Promise<void> {
  const keys = keysOf(place.kind, fields);
  if (keys.length === 0) return;
  const { workspaceId, kind, id } = place;
  const given = keys.map((key) => {
    const pairs = makesPairs(kind, key) ? 1 : 0;
    return sql`select cast(${key} as text) as key, cast(${pairs} as integer) as pairs`;
  });
  const { rows } = await sql<{ key: string; shared: number }>`
    insert into record_keys (workspace_id, record_kind, key, record_id, shared)
    select cast(${workspaceId} as text), cast(${kind} as text), g.key, cast(${id} as text),
      case when g.pairs = 1 and exists (select 1 from record_keys o where o.workspace_id = ${workspaceId}
        and o.record_kind = ${kind} and o.key = g.key) then 1 else 0 end
    from (${sql.join(given, sql` union all `)}) as g where true returning key, shared`.execute(tx);
  const shared = rows.filter((row) => row.shared === 1).map(({ key }) => key);
  if (shared.length > 0) await markShared(tx, place, shared);
}

async function markShared(tx: Tx, { workspaceId, kind }: Place, keys: readonly string[]): Promise<void> {
  await tx
    .updateTable('record_keys')
    .set({ shared: 1 })
    .where('workspace_id', '=', workspaceId)
    .where('record_kind', '=', kind)
    .where('key', 'in', keys)
    .where('shared', '=', 0)
    .execute();
}

/** From now on it is recognised by these and no others; by nothing when it is in the trash. */
export async function replaceKeys(tx: Tx, place: Place, fields: Recognisable | null): Promise<void> {
  if (!RECOGNISED.has(place.kind)) return;
  await tx
    .deleteFrom('record_keys')
    .where('workspace_id', '=', place.workspaceId)
    .where('record_kind', '=', place.kind)
    .where('record_id', '=', place.id)
    .execute();
  if (fields) await insertKeys(tx, place, fields);
}
