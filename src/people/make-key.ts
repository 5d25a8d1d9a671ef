import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Caller, Permission } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { hashToken, newToken } from '#platform/secrets.ts';
import { MOST_KEYS, type ApiKey } from './api-key.ts';
import { insertKey, listKeys } from './store-keys.ts';

export interface MadeKey {
  id: string;
  /** Shown this once. */
  key: string;
}

/** Makes a key in the caller's name that may do at most what the caller may (N1). */
export async function makeKey(
  platform: Platform,
  caller: Caller,
  name: string,
  asked: Permission[] | undefined,
): Promise<MadeKey | { refused: 'more-than-yours' | 'too-many' }> {
  if (asked?.some((permission) => !caller.permissions.has(permission))) return { refused: 'more-than-yours' };
  const permissions = asked ?? inherited(caller);
  return platform.db.transact(async (tx) => {
    const kept = await listKeys(tx, caller.workspaceId, { memberId: caller.memberId, limit: MOST_KEYS });
    if (kept.length === MOST_KEYS) return { refused: 'too-many' };
    return writeKey(tx, platform, caller, name, permissions);
  });
}

/** A key made with a limited key stays as limited; what its member gains later does not reach it. */
function inherited(caller: Caller): Permission[] | null {
  return caller.via === 'key' && caller.role === 'member' ? [...caller.permissions] : null;
}

export async function writeKey(
  tx: Tx,
  platform: Platform,
  of: { workspaceId: string; memberId: string },
  name: string,
  permissions: Permission[] | null,
): Promise<MadeKey> {
  const secret = `rondo_${newToken()}`;
  const key: ApiKey = {
    id: newId(),
    name,
    memberId: of.memberId,
    permissions,
    createdAt: isoNow(platform.clock),
    lastUsedAt: null,
  };
  await insertKey(tx, of.workspaceId, hashToken(secret), key);
  return { id: key.id, key: secret };
}
