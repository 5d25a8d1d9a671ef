import type { Reader, Tx } from '#platform/db/database.ts';
import type { Booking } from './booking.ts';
import './tables.ts';

/** Answers false when it was confirmed, cancelled or expired already. */
export async function markExpired(
  tx: Tx,
  workspaceId: string,
  bookingId: string,
  now: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('bookings')
    .set((eb) => ({ status: 'expired' as const, version: eb('version', '+', 1), updated_at: now }))
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', '=', bookingId)
    .where('status', '=', 'unverified')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Answers false when somebody marked or moved it meanwhile (E12). */
export async function markCompleted(
  tx: Tx,
  { workspaceId, id }: Pick<Booking, 'workspaceId' | 'id'>,
  now: { iso: string; minute: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('bookings')
    .set((eb) => ({ status: 'completed' as const, version: eb('version', '+', 1), updated_at: now.iso }))
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', '=', id)
    .where('status', '=', 'scheduled')
    .where('end_minute', '<=', now.minute)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Holds whose time is up, over all workspaces, through the partial index of unverified bookings. */
export async function readExpired(db: Reader, now: string, limit: number) {
  return db
    .selectFrom('bookings')
    .select(['workspace_id', 'booking_id'])
    .where('status', '=', 'unverified')
    .where('expires_at', '<=', now)
    .limit(limit)
    .execute();
}

/** Meetings that have ended and that nobody has marked. */
export async function readEnded(db: Reader, nowMinute: number, limit: number) {
  return db
    .selectFrom('bookings')
    .select(['workspace_id', 'booking_id'])
    .where('status', '=', 'scheduled')
    .where('end_minute', '<=', nowMinute)
    .where('deleted_at', 'is', null)
    .limit(limit)
    .execute();
}

export async function readWorkspaceIds(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('workspaces').select('workspace_id').execute();
  return rows.map((row) => row.workspace_id);
}
