import type { Reader } from '#platform/db/database.ts';
import type { Flag } from '#platform/db/tables.ts';
import type { Role } from '#platform/http/caller.ts';
import './tables.ts';

/** What a request needs to know about who sends it. */
export interface CallerRow {
  workspace_id: string;
  member_id: string;
  role: Role;
  permissions: string;
  seat: Flag;
}

export interface KeyCallerRow extends CallerRow {
  keyPermissions: string | null;
  lastUsedAt: string | null;
}

export interface SessionCallerRow extends CallerRow {
  sessionId: string;
  lastSeenAt: string;
}

/** The active member behind an API key: one statement. */
export async function readCallerByKey(db: Reader, keyHash: string): Promise<KeyCallerRow | undefined> {
  return db
    .selectFrom('api_keys as k')
    .innerJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'k.workspace_id').onRef('m.member_id', '=', 'k.member_id'),
    )
    .select(['m.workspace_id', 'm.member_id', 'm.role', 'm.permissions', 'm.seat'])
    .select(['k.permissions as keyPermissions', 'k.last_used_at as lastUsedAt'])
    .where('k.key_hash', '=', keyHash)
    .where('m.active', '=', 1)
    .executeTakeFirst();
}

/** The active member behind a session that has not run out: one statement. */
export async function readCallerBySession(
  db: Reader,
  token: string,
  now: string,
): Promise<SessionCallerRow | undefined> {
  return db
    .selectFrom('auth_sessions as s')
    .innerJoin('members as m', 'm.user_id', 's.userId')
    .select(['m.workspace_id', 'm.member_id', 'm.role', 'm.permissions', 'm.seat'])
    .select(['s.id as sessionId', 's.updatedAt as lastSeenAt'])
    .where('s.token', '=', token)
    .where('s.expiresAt', '>', now)
    .where('m.active', '=', 1)
    .executeTakeFirst();
}
