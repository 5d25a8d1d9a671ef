import { isPostgres, type Tx } from '#platform/db/database.ts';
import { foldAddress } from '#platform/fold.ts';
import './tables.ts';

/**
 * Live holds on the word of one address, oldest first (F7). One that is being confirmed or cancelled at this very
 * moment is left out: it is a hold no more.
 */
export async function readHoldsOf(tx: Tx, workspaceId: string, email: string, now: string) {
  return tx
    .selectFrom('bookings')
    .select('booking_id')
    .where('workspace_id', '=', workspaceId)
    .where('visitor_email_folded', '=', foldAddress(email))
    .where('status', '=', 'unverified')
    .where('expires_at', '>', now)
    .orderBy('booking_id')
    .$if(isPostgres(tx), (q) => q.forUpdate().skipLocked())
    .execute();
}

/** Live holds of a link that start within a span of minutes. */
export async function countHolds(
  tx: Tx,
  question: { workspaceId: string; linkId: string; from: number; to: number; now: string },
): Promise<number> {
  const { count } = await tx
    .selectFrom('bookings')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', question.workspaceId)
    .where('link_id', '=', question.linkId)
    .where('status', '=', 'unverified')
    .where('expires_at', '>', question.now)
    .where('start_minute', '>=', question.from)
    .where('start_minute', '<', question.to)
    .executeTakeFirstOrThrow();
  return count;
}
