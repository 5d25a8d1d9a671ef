import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import { gather } from '#platform/db/gather.ts';
import { keysOf, makesPairs, RECOGNISED, type Recognisable } from './record-keys.ts';
import type { RecordKind } from './record-kinds.ts';
import type { RecordKey } from './record.ts';
import './tables.ts';

type Place = RecordKey & { kind: RecordKind };

/**
 * What a new record is recognised by. A key that another record has makes a pair of them: both are marked, so that
 * pairs are found without passing all records.
 */
export function insertKeys(tx: Tx, { workspaceId, kind, id }: Place, fields: Recognisable): Promise<void> {
  const keys = keysOf(kind, fields).map((key) => ({ key, id, pairs: makesPairs(kind, key) }));
  return gather(tx, `keys of ${kind}`, keys, async (within, all) => {
    const same = Map.groupBy(all, ({ key }) => key);
    for (let from = 0; from < all.length; from += MOST_KEYS) {
      await write(
        within,
        { workspaceId, kind },
        all.slice(from, from + MOST_KEYS),
        (key) => same.get(key)!.length > 1,
      );
    }
  });
}

/** A statement takes only so many values. */
const MOST_KEYS = 500;

interface Key {
  key: string;
  id: string;
  /** Whether two that have it may be the same. */
  pairs: boolean;
}

async function write(
  tx: Tx,
  of: Pick<Place, 'workspaceId' | 'kind'>,
  keys: readonly Key[],
  isTwice: (key: string) => boolean,
): Promise<void> {
  const { workspaceId, kind } = of;
  const given = keys.map(({ key, id, pairs }) => {
    const [mayPair, twice] = [pairs ? 1 : 0, isTwice(key) ? 1 : 0];
    return sql`(cast(${key} as text), cast(${id} as text), cast(${mayPair} as integer), cast(${twice} as integer))`;
  });
  const { rows } = await sql<{ key: string; shared: number }>`
    with g (key, record_id, pairs, twice) as (values ${sql.join(given)})
    insert into record_keys (workspace_id, record_kind, key, record_id, shared)
    select cast(${workspaceId} as text), cast(${kind} as text), g.key, g.record_id,
      case when g.pairs = 1 and (g.twice = 1 or exists (select 1 from record_keys o
        where o.workspace_id = ${workspaceId} and o.record_kind = ${kind} and o.key = g.key)) then 1 else 0 end
    from g where true returning key, shared`.execute(tx);
  const shared = rows.filter((row) => row.shared === 1).map(({ key }) => key);
  if (shared.length > 0) await markShared(tx, of, shared);
}

async function markShared(
  tx: Tx,
  { workspaceId, kind }: Pick<Place, 'workspaceId' | 'kind'>,
  keys: readonly string[],
): Promise<void> {
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
