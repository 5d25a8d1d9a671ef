import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import { hashToken } from '#platform/secrets.ts';
import './tables.ts';

/** Tokens of people: 256 random bits, kept by their hash only. Subjects are members. */
export type PeopleToken = 'invitation' | 'password' | 'feed' | 'second-step';

export interface NewToken {
  token: string;
  workspaceId: string;
  kind: PeopleToken;
  memberId: string;
  now: string;
  /** ISO instant; null = never. */
  expiresAt: string | null;
}

export async function insertToken(tx: Tx, token: NewToken): Promise<void> {
  await tx
    .insertInto('tokens')
    .values({
      token_hash: hashToken(token.token),
      workspace_id: token.workspaceId,
      kind: token.kind,
      subject_id: token.memberId,
      created_at: token.now,
      expires_at: token.expiresAt,
      used_at: null,
    })
    .execute();
}

export async function readToken(
  db: Reader,
  kind: PeopleToken,
  token: string,
  lock: 'lock' | 'look' = 'look',
): Promise<Row<'tokens'> | undefined> {
  return db
    .selectFrom('tokens')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .where('kind', '=', kind)
    .$if(lock === 'lock' && isPostgres(db), (query) => query.forShare())
    .executeTakeFirst();
}

/** Uses a token up; false when somebody was quicker or its time is over. */
export async function takeToken(tx: Tx, token: Row<'tokens'>, now: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tokens')
    .set({ used_at: now })
    .where('token_hash', '=', token.token_hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What was mailed before is worth nothing any more. */
export async function dropTokens(
  tx: Tx,
  workspaceId: string,
  kinds: PeopleToken[],
  memberId: string,
): Promise<void> {
  await tx
    .deleteFrom('tokens')
    .where('workspace_id', '=', workspaceId)
    .where('kind', 'in', kinds)
    .where('subject_id', '=', memberId)
    .execute();
}

/** Invitations and resets long over; until then they can still say that they were used or ran out. */
export async function pruneTokens(tx: Tx, before: string): Promise<void> {
  await tx
    .deleteFrom('tokens')
    .where('kind', 'in', ['invitation', 'password', 'second-step'])
    .where('expires_at', '<', before)
    .execute();
}
