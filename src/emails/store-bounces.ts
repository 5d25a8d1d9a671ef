import type { Tx } from '#platform/db/database.ts';
import './tables.ts';

/** Writes down that an e-mail came back from that address. False when it went to nobody of that address. */
export async function markBounced(
  tx: Tx,
  workspaceId: string,
  emailId: string,
  given: { addressFolded: string | null; at: string; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('email_recipients')
    .set({ bounced_at: given.at, bounce_reason: given.reason })
    .where('workspace_id', '=', workspaceId)
    .where('email_id', '=', emailId)
    .where('bounced_at', 'is', null)
    .$if(given.addressFolded !== null, (q) => q.where('address_folded', '=', given.addressFolded!))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
