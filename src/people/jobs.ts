import { isoAfter, isoNow } from '#platform/clock.ts';
import type { JobHandler } from '#platform/jobs/job.ts';
import type { Recurring } from '#platform/jobs/worker.ts';
import type { Platform } from '#platform/platform.ts';
import { RESET_JOB, sendPasswordMail } from './reset-password.ts';
import { pruneSessions } from './store-identity.ts';
import { pruneTokens } from './store-tokens.ts';

const TIDY = 'people.tidy';
const KEPT_MS = 30 * 86_400_000;

export const peopleRecurring: Recurring[] = [{ kind: TIDY, everySeconds: 3600 }];

export function peopleJobs(platform: Platform): Record<string, JobHandler> {
  return {
    [RESET_JOB]: (job) => sendPasswordMail(platform, job),
    [TIDY]: () => tidy(platform),
  };
}

/** Sessions that ran out, and links that ran out a month ago. */
async function tidy({ db, clock }: Platform): Promise<void> {
  await db.transact((tx) => pruneSessions(tx, isoNow(clock)));
  await db.transact((tx) => pruneTokens(tx, isoAfter(clock, -KEPT_MS)));
}
