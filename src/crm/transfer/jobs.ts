import { isoNow } from '#platform/clock.ts';
import { GivesUp, type JobHandler } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { RUN_JOB, runBatch } from './run-batch.ts';
import { updateImport } from './store.ts';

/** Then somebody looks at it instead of waiting. */
const MOST_TRIES = 5;

export function importJobs(platform: Platform): Record<string, JobHandler> {
  return {
    [RUN_JOB]: async ({ workspaceId, payload, attempts }) => {
      const key = { workspaceId, id: String(payload.importId) };
      try {
        await runBatch(platform, key, Number(payload.batch));
      } catch (error) {
        if (attempts < MOST_TRIES) throw error;
        const failed = { state: 'failed', ended_at: isoNow(platform.clock) } as const;
        await platform.db.transact((tx) => updateImport(tx, key, failed));
        throw new GivesUp(error instanceof Error ? error.message : 'unknown');
      }
      platform.wakeWorker();
    },
  };
}
