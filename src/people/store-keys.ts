import type { Reader, Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import type { Permission } from '#platform/http/caller.ts';
import type { ApiKey } from './api-key.ts';
import './tables.ts';

function keyFrom(row: Row<'api_keys'>): ApiKey {
  return {
    id: row.key_id,
    name: row.name,
    memberId: row.member_id,
    permissions: permissionsFrom(row.permissions),
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  };
}

export async function insertKey(tx: Tx, workspaceId: string, keyHash: string, key: ApiKey): Promise<void> {
  await tx
    .insertInto('api_keys')
    .values({
      key_hash: keyHash,
      workspace_id: workspaceId,
      key_id: key.id,
      member_id: key.memberId,
      name: key.name,
      permissions: key.permissions && JSON.stringify(key.permissions),
      created_at: key.createdAt,
      last_used_at: null,
    })
    .execute();
}

export interface KeyFilter {
  /** Only this member's; everybody's when left out. */
  memberId?: string;
  after?: string;
  limit: number;
}

/** In the order they were made. */
export async function listKeys(db: Reader, workspaceId: string, filter: KeyFilter): Promise<ApiKey[]> {
  const { memberId, after, limit } = filter;
  const rows = await db
    .selectFrom('api_keys')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .$if(memberId !== undefined, (query) => query.where('member_id', '=', memberId!))
    .$if(after !== undefined, (query) => query.where('key_id', '>', after!))
    .orderBy('key_id')
    .limit(limit)
    .execute();
  return rows.map(keyFrom);
}

/** Answers false when there is no such key, or it is another member's. */
export async function deleteKey(
  tx: Tx,
  workspaceId: string,
  keyId: string,
  memberId?: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('api_keys')
    .where('workspace_id', '=', workspaceId)
    .where('key_id', '=', keyId)
    .$if(memberId !== undefined, (query) => query.where('member_id', '=', memberId!))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function deleteKeysOf(tx: Tx, workspaceId: string, memberId: string): Promise<void> {
  await tx
    .deleteFrom('api_keys')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .execute();
}

export async function touchKey(tx: Tx, keyHash: string, now: string): Promise<void> {
  await tx.updateTable('api_keys').set({ last_used_at: now }).where('key_hash', '=', keyHash).execute();
}

export function permissionsFrom(json: string | null): Permission[] | null {
  return json === null ? null : (JSON.parse(json) as Permission[]);
}
