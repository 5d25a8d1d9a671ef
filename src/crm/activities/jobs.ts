import type { JobHandler } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { REMIND_JOB, sendReminder } from './remind.ts';

export function activityJobs(platform: Platform): Record<string, JobHandler> {
  return { [REMIND_JOB]: (job) => sendReminder(platform, job) };
}
