import type { JobHandler } from '#platform/jobs/job.ts';
import type { Recurring, Worker } from '#platform/jobs/worker.ts';
import { errorFacts } from '#platform/log.ts';
import type { Platform } from '#platform/platform.ts';
import type { Outside } from '#calendars/outside/outside.ts';
import { WRITE_JOB } from './follow-booking.ts';
import { reconcile } from './reconcile.ts';
import { writeDue } from './writings.ts';

export const RECONCILE_JOB = 'calendars.reconcile';

export const CALENDAR_WRITE_TICKS: Recurring[] = [
  { kind: WRITE_JOB, everySeconds: 10 },
  { kind: RECONCILE_JOB, everySeconds: 3_600 },
];

/** A server may take its time: the job begins and does not wait, so that no mail waits for a calendar. */
export function calendarWriteJobs(platform: Platform, outside: Outside): Record<string, JobHandler> {
  const begin = async (): Promise<void> => {
    void writeDue(platform, outside).catch((error: unknown) =>
      platform.log.error('writing to calendars failed', errorFacts(error)),
    );
  };
  return {
    [WRITE_JOB]: begin,
    [RECONCILE_JOB]: async () => {
      await reconcile(platform);
      await begin();
    },
  };
}

/** A worker whose `drain` waits for what is written to calendars too. */
export function withWritings(platform: Platform, outside: Outside, worker: Worker): Worker {
  return {
    ...worker,
    drain: async () => {
      await worker.drain();
      await writeDue(platform, outside);
      await worker.drain();
    },
  };
}
