import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { foldAddress } from '#platform/fold.ts';
import type { Platform } from '#platform/platform.ts';
import type { Bounce } from './bounce.ts';
import { readWritten } from './store-authors.ts';
import { markBounced } from './store-bounces.ts';
import { readAddresses, readByMessage } from './store-sending.ts';
import { tellAuthor } from './tell-author.ts';

/** Turns the state of what came back to bounced, with the mail server's reason; a report about no mail of ours is nothing. */
export async function takeBounce(
  tx: Tx,
  platform: Platform,
  workspaceId: string,
  bounce: Bounce,
): Promise<boolean> {
  const sent = await readByMessage(tx, workspaceId, bounce.messageIds);
  if (!sent) return false;
  const back = await markThose(tx, platform, { workspaceId, emailId: sent.email_id }, bounce);
  if (!back) return false;
  const email = (await readWritten(tx, workspaceId, sent.email_id))!;
  const { address, reason: why } = back;
  const told = { workspaceId, email, fate: 'bounced', subjectId: email.email_id, address, why } as const;
  await tellAuthor(tx, platform, told);
  return true;
}

/** Answers the first that came back; undefined when nobody of ours did, or it was known. */
async function markThose(
  tx: Tx,
  { clock }: Platform,
  { workspaceId, emailId }: { workspaceId: string; emailId: string },
  { recipients }: Bounce,
): Promise<Bounce['recipients'][number] | undefined> {
  const at = isoNow(clock);
  const mark = (addressFolded: string | null, reason: string) =>
    markBounced(tx, workspaceId, emailId, { addressFolded, at, reason });
  const back: Bounce['recipients'] = [];
  for (const one of recipients) {
    if (await mark(foldAddress(one.address), one.reason)) back.push(one);
  }
  if (back.length > 0) return back[0];
  // An address that forwards comes back under another name; with one recipient it is plain who is meant.
  const sentTo = await readAddresses(tx, workspaceId, emailId);
  const [only] = recipients;
  return sentTo.length === 1 && (await mark(null, only!.reason)) ? { ...sentTo[0]!, ...only! } : undefined;
}
