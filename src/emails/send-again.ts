import type { Platform } from '#platform/platform.ts';
import { Problem } from '#platform/refusal.ts';
import { reviveMail } from '#platform/mailer/revive-mail.ts';
import { stateOf, type Email } from './email.ts';
import { WHY_NOT_AGAIN } from './stop-email.ts';
import { readAddresses } from './store-sending.ts';

/** Tries the failed messages of an e-mail once more, under the same Message-ID; the others had theirs. */
export async function sendAgain(platform: Platform, workspaceId: string, email: Email): Promise<void> {
  const state = stateOf(email);
  const failed = email.recipients.flatMap((one, position) => (one.state === 'failed' ? [position] : []));
  if (failed.length === 0) {
    throw new Problem(409, 'conflict', WHY_NOT_AGAIN[state as Exclude<typeof state, 'failed'>]);
  }
  const mails = await readAddresses(platform.db.read, workspaceId, email.id);
  for (const position of failed) await reviveMail(platform, workspaceId, mails[position]!.mail_id!);
}
