import { isoAfter } from '#platform/clock.ts';
import type { JobHandler } from '#platform/jobs/job.ts';
import type { Recurring } from '#platform/jobs/worker.ts';
import type { FilesOf } from '#platform/mailer/mail.ts';
import type { Platform } from '#platform/platform.ts';
import { releaseEmail } from './release-email.ts';
import { pruneWaiting, readFilesOf } from './store-files.ts';

export const EMAIL_TICKS: Recurring[] = [{ kind: 'emails.prune', everySeconds: 3_600 }];

const DAY_MS = 86_400_000;

export function emailJobs(platform: Platform): Record<string, JobHandler> {
  return {
    'email.release': async ({ workspaceId, payload }) => {
      await platform.db.transact((tx) => releaseEmail(tx, platform, workspaceId, String(payload.emailId)));
      platform.wakeWorker();
    },
    'emails.prune': () => platform.db.transact((tx) => pruneWaiting(tx, isoAfter(platform.clock, -DAY_MS))),
  };
}

/** The attachments of a letter, for the mailer. */
export function emailFiles({ db }: Platform): FilesOf {
  return async (workspaceId, emailId) => {
    const files = await readFilesOf(db.read, workspaceId, emailId);
    return files.map(({ name, type, content }) => ({ name, type, content: Buffer.from(content, 'base64') }));
  };
}
