import type { JobHandler } from '#platform/jobs/job.ts';
import type { Recurring, Worker } from '#platform/jobs/worker.ts';
import { errorFacts } from '#platform/log.ts';
import type { Platform } from '#platform/platform.ts';
import type { Outside } from '../outside.ts';
import { tellClosed, TELL_JOB } from '../tell-closed.ts';
import { READ_JOB } from './read-soon.ts';
import { readDue } from './readings.ts';

export const CALENDAR_TICKS: Recurring[] = [
  { kind: READ_JOB, everySeconds: 10 },
  { kind: TELL_JOB, everySeconds: 60 },
];

/** A reading may take minutes: the job begins it and does not wait, so that no mail waits for a slow server. */
export function calendarJobs(platform: Platform, outside: Outside): Record<string, JobHandler> {
  return {
    [READ_JOB]: async () => {
      void readDue(platform, outside).catch((error: unknown) =>
        platform.log.error('reading calendars failed', errorFacts(error)),
      );
    },
    [TELL_JOB]: () => tellClosed(platform),
  };
}

/** A worker whose `drain` waits for calendars too, and for what they leave behind. */
export function withReadings(platform: Platform, outside: Outside, worker: Worker): Worker {
  return {
    ...worker,
    drain: async () => {
      await worker.drain();
      await readDue(platform, outside);
      await worker.drain();
    },
  };
}
