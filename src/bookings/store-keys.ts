import { isoNow, type Clock } from '#platform/clock.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import type { NewRow } from '#platform/db/tables.ts';
import type { Key } from './idempotency.ts';
import './tables.ts';

/** Takes a key, or waits for whoever holds it and answers false. */
export async function takeKey(tx: Tx, clock: Clock, key: Key): Promise<boolean> {
  const { numAffectedRows } = await insertKey(tx, {
    workspace_id: key.workspaceId,
    scope: key.scope,
    key: key.key,
    request_hash: key.requestHash,
    status: 0,
    body: '',
    created_at: isoNow(clock),
  });
  return Number(numAffectedRows) === 1;
}

const insertKey = prepared((db, row: NewRow<'idempotency_keys'>) =>
  db
    .insertInto('idempotency_keys')
    .values(row)
    .onConflict((oc) => oc.columns(['workspace_id', 'scope', 'key']).doNothing()),
);

/** Writes the answer under the key in the same transaction as what it answers for. */
export async function finishKey(tx: Tx, key: Key, status: number, sealedBody: string): Promise<void> {
  await tx
    .updateTable('idempotency_keys')
    .set({ status, body: sealedBody })
    .where('workspace_id', '=', key.workspaceId)
    .where('scope', '=', key.scope)
    .where('key', '=', key.key)
    .execute();
}

export async function readKey(db: Reader, key: Pick<Key, 'workspaceId' | 'scope' | 'key'>) {
  return db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'body'])
    .where('workspace_id', '=', key.workspaceId)
    .where('scope', '=', key.scope)
    .where('key', '=', key.key)
    .executeTakeFirst();
}

/** Keys are kept for 24 hours. */
export async function pruneKeys(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('idempotency_keys').where('created_at', '<', before).execute();
}
