import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { foldAddress } from '#platform/fold.ts';
import type { Platform } from '#platform/platform.ts';
import type { Bounce } from './bounce.ts';
import { markBounced } from './store-bounces.ts';
import { readAddresses, readByMessage } from './store-sending.ts';

/** Turns the state of what came back to bounced, with the mail server's reason; a report about no mail of ours is nothing. */
export async function takeBounce(
  tx: Tx,
  { clock }: Platform,
  workspaceId: string,
  bounce: Bounce,
): Promise<boolean> {
  const email = await readByMessage(tx, workspaceId, bounce.messageIds);
  if (!email) return false;
  const at = isoNow(clock);
  const mark = (addressFolded: string | null, reason: string) =>
    markBounced(tx, workspaceId, email.email_id, { addressFolded, at, reason });
  let isOurs = false;
  for (const { address, reason } of bounce.recipients) {
    isOurs = (await mark(foldAddress(address), reason)) || isOurs;
  }
  if (isOurs) return true;
  // An address that forwards comes back under another name; with one recipient it is plain who is meant.
  const recipients = await readAddresses(tx, workspaceId, email.email_id);
  return recipients.length === 1 && mark(null, bounce.recipients[0]!.reason);
}
