import { isoAfter, isoNow } from '#platform/clock.ts';
import type { JobHandler } from '#platform/jobs/job.ts';
import { queueJob } from '#platform/jobs/store.ts';
import type { Recurring } from '#platform/jobs/worker.ts';
import type { FilesOf } from '#platform/mailer/mail.ts';
import type { Platform } from '#platform/platform.ts';
import { lookIntoMailbox } from './read-mailbox.ts';
import { releaseEmail } from './release-email.ts';
import { pruneWaiting, readFilesOf } from './store-files.ts';
import { claimDue } from './store-mailboxes.ts';

export const EMAIL_TICKS: Recurring[] = [
  { kind: 'mailboxes.look', everySeconds: 60 },
  { kind: 'emails.prune', everySeconds: 3_600 },
];

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export function emailJobs(platform: Platform): Record<string, JobHandler> {
  return {
    'email.release': async ({ workspaceId, payload }) => {
      await platform.db.transact((tx) => releaseEmail(tx, platform, workspaceId, String(payload.emailId)));
      platform.wakeWorker();
    },
    'mailboxes.look': () => sendOut(platform),
    'mailbox.read': ({ workspaceId }) => lookIntoMailbox(platform, workspaceId),
    'emails.prune': () => platform.db.transact((tx) => pruneWaiting(tx, isoAfter(platform.clock, -DAY_MS))),
  };
}

/** One job for each mailbox, so that a slow server keeps nobody else waiting. */
async function sendOut({ db, clock }: Platform): Promise<void> {
  const now = isoNow(clock);
  await db.transact(async (tx) => {
    for (const workspaceId of await claimDue(tx, now, isoAfter(clock, 5 * MINUTE_MS))) {
      await queueJob(tx, clock, { workspaceId, kind: 'mailbox.read', payload: {} });
    }
  });
}

/** The attachments of a letter, for the mailer. */
export function emailFiles({ db }: Platform): FilesOf {
  return async (workspaceId, emailId) => {
    const files = await readFilesOf(db.read, workspaceId, emailId);
    return files.map(({ name, type, content }) => ({ name, type, content: Buffer.from(content, 'base64') }));
  };
}
