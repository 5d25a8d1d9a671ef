import type { Reader, Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import './tables.ts';

/** The sessions of a person that have not run out, the one last used first. */
export async function listSessions(db: Reader, userId: string, now: string): Promise<Row<'auth_sessions'>[]> {
  return db
    .selectFrom('auth_sessions')
    .selectAll()
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .orderBy('updatedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}

/** Ends one session of a person; answers its token, or nothing when it is not theirs. */
export async function endSession(tx: Tx, userId: string, sessionId: string): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('auth_sessions')
    .where('id', '=', sessionId)
    .where('userId', '=', userId)
    .returning('token')
    .executeTakeFirst();
  return row?.token;
}

/** Of requests that come together, one writes. */
export async function touchSession(
  tx: Tx,
  sessionId: string,
  seen: { before: string; now: string },
): Promise<void> {
  await tx
    .updateTable('auth_sessions')
    .set({ updatedAt: seen.now })
    .where('id', '=', sessionId)
    .where('updatedAt', '<=', seen.before)
    .execute();
}
