import type { Reader, Tx } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import type { NewRow } from '#platform/db/tables.ts';
import '#people/tables.ts';
import type { Booking } from './booking.ts';

export async function insertManageToken(
  tx: Tx,
  booking: Pick<Booking, 'workspaceId' | 'id'>,
  tokenHash: string,
  now: string,
): Promise<void> {
  await insertToken(tx, {
    token_hash: tokenHash,
    workspace_id: booking.workspaceId,
    kind: 'manage',
    subject_id: booking.id,
    created_at: now,
  });
}

const insertToken = prepared((db, row: NewRow<'tokens'>) => db.insertInto('tokens').values(row));

export async function readManageToken(db: Reader, tokenHash: string) {
  const row = await db
    .selectFrom('tokens')
    .select(['workspace_id', 'subject_id'])
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', 'manage')
    .executeTakeFirst();
  return row && { workspaceId: row.workspace_id, bookingId: row.subject_id };
}
