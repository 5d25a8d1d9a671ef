import type { Platform } from '#platform/platform.ts';
import { Problem } from '#platform/refusal.ts';
import type { EmailState } from './email.ts';
import { lockEmail, setStage } from './store-sending.ts';

/** Takes back an e-mail whose time has not come; any other is refused with a sentence. */
export async function stopEmail(platform: Platform, workspaceId: string, id: string): Promise<void> {
  await platform.db.transact(async (tx) => {
    const email = await lockEmail(tx, workspaceId, id);
    if (email?.stage === 'cancelled') return;
    if (email?.stage !== 'scheduled') {
      throw new Problem(409, 'conflict', 'This e-mail has left already. It cannot be taken back.');
    }
    await setStage(tx, workspaceId, id, 'cancelled');
  });
}

/** Why an e-mail in this state is not sent again. */
export const WHY_NOT_AGAIN: Record<Exclude<EmailState, 'failed'>, string> = {
  scheduled: 'This e-mail waits for its time.',
  cancelled: 'This e-mail was stopped. Write it again.',
  queued: 'This e-mail is on its way already.',
  sent: 'This e-mail was sent already.',
  bounced: 'This e-mail came back. Check the address and write to the right one.',
  received: 'This e-mail was written to you.',
};
