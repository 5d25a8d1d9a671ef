import { isoNow } from '../clock.ts';
import type { Row } from '../db/tables.ts';
import { queueJob } from '../jobs/store.ts';
import type { Platform } from '../platform.ts';
import { notFound, Problem } from '../refusal.ts';
import './facts.ts';
import { readMail } from './store.ts';
import { REQUEUED, requeueFailed, reviveMailJob } from './store-lists.ts';
import type { MailState } from './tables.ts';

const WHY_NOT: Record<Exclude<MailState, 'failed'>, string> = {
  queued: 'This mail is on its way already.',
  sent: 'This mail was sent already.',
  captured: 'This mail was kept here and not sent, because no mail server is set.',
  dropped: 'This mail was dropped, because what it told about is no more.',
};

/** Sends a failed mail once more, under the same Message-ID. Refuses any other state with a sentence. */
export async function reviveMail(platform: Platform, workspaceId: string, id: string): Promise<Row<'mails'>> {
  const { db, clock, announcer } = platform;
  const revived = await db.transact(async (tx) => {
    const mail = await readMail(tx, workspaceId, id);
    if (!mail || mail.secret === 1) throw notFound();
    if (mail.state !== 'failed') throw new Problem(409, 'conflict', WHY_NOT[mail.state]);
    if (!(await requeueFailed(tx, workspaceId, id))) throw new Problem(409, 'conflict', WHY_NOT.queued);
    if (!(await reviveMailJob(tx, workspaceId, id, isoNow(clock)))) {
      await queueJob(tx, clock, { workspaceId, kind: 'mail.send', payload: { mailId: id } });
    }
    await announcer.announce(tx, 'mail-revived', { workspaceId, mailId: id });
    return { ...mail, ...REQUEUED };
  });
  platform.wakeWorker();
  return revived;
}
