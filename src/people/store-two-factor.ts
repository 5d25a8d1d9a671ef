import type { Reader, Tx } from '#platform/db/database.ts';
import type { NewRow, Row } from '#platform/db/tables.ts';
import './tables.ts';

export async function readTwoFactor(db: Reader, userId: string): Promise<Row<'two_factor'> | undefined> {
  return db.selectFrom('two_factor').selectAll().where('user_id', '=', userId).executeTakeFirst();
}

/** Whether a password alone is not enough for this person. */
export async function isTwoFactorOn(db: Reader, userId: string): Promise<boolean> {
  const row = await readTwoFactor(db, userId);
  return row !== undefined && row.enabled_at !== null;
}

/** A secret that waits for its first code; it replaces one that waited before. False when two-factor is on. */
export async function keepWaitingSecret(tx: Tx, row: NewRow<'two_factor'>): Promise<boolean> {
  const { secret_sealed, last_step, created_at } = row;
  const written = await tx
    .insertInto('two_factor')
    .values(row)
    .onConflict((oc) =>
      oc
        .column('user_id')
        .doUpdateSet({ secret_sealed, last_step, created_at })
        .where('two_factor.enabled_at', 'is', null),
    )
    .returning('user_id')
    .execute();
  return written.length > 0;
}

/** False when somebody was quicker, or the secret is another one by now. */
export async function enableTwoFactor(
  tx: Tx,
  waiting: Row<'two_factor'>,
  step: number,
  now: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('two_factor')
    .set({ enabled_at: now, last_step: step })
    .where('user_id', '=', waiting.user_id)
    .where('secret_sealed', '=', waiting.secret_sealed)
    .where('enabled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Uses up the code of a step and of every step before it; false when it was used already. */
export async function takeStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('two_factor')
    .set({ last_step: step })
    .where('user_id', '=', userId)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** False when it was on neither way. */
export async function deleteTwoFactor(tx: Tx, userId: string): Promise<boolean> {
  await tx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  const row = await tx
    .deleteFrom('two_factor')
    .where('user_id', '=', userId)
    .returning('enabled_at')
    .executeTakeFirst();
  return row !== undefined && row.enabled_at !== null;
}

export async function replaceRecoveryCodes(
  tx: Tx,
  userId: string,
  hashes: string[],
  now: string,
): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  const rows = hashes.map((hash) => ({ user_id: userId, code_hash: hash, created_at: now, used_at: null }));
  await tx.insertInto('recovery_codes').values(rows).execute();
}

/** False when there is no such code, or it was used. */
export async function takeRecoveryCode(tx: Tx, userId: string, hash: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('user_id', '=', userId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function countRecoveryCodes(db: Reader, userId: string): Promise<number> {
  const rows = await db
    .selectFrom('recovery_codes')
    .select('code_hash')
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute();
  return rows.length;
}
