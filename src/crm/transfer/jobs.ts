import { isoAfter, isoNow } from '#platform/clock.ts';
import { GivesUp, type JobHandler } from '#platform/jobs/job.ts';
import type { Recurring } from '#platform/jobs/worker.ts';
import type { Platform } from '#platform/platform.ts';
import { RUN_JOB, runBatch } from './run-batch.ts';
import { updateImport, type ImportKey } from './store.ts';
import { pruneImports } from './store-refused.ts';

const PRUNE = 'imports.prune';
export const IMPORT_TICKS: Recurring[] = [{ kind: PRUNE, everySeconds: 3_600 }];

/** Then somebody looks at it instead of waiting. */
const MOST_TRIES = 5;
const DAY_MS = 86_400_000;
const DRAFT_MS = 7 * DAY_MS;
const ENDED_MS = 30 * DAY_MS;

export function importJobs(platform: Platform): Record<string, JobHandler> {
  const { db, clock } = platform;
  return {
    [RUN_JOB]: async ({ workspaceId, payload, attempts }) => {
      const key = { workspaceId, id: String(payload.importId) };
      try {
        await runBatch(platform, key, Number(payload.batch));
      } catch (error) {
        if (attempts < MOST_TRIES) throw error;
        const reason = error instanceof Error ? error.message : 'unknown';
        await giveUp(platform, key, reason);
        throw new GivesUp(reason);
      }
      platform.wakeWorker();
    },
    [PRUNE]: () =>
      db.transact((tx) =>
        pruneImports(tx, { drafts: isoAfter(clock, -DRAFT_MS), ended: isoAfter(clock, -ENDED_MS) }),
      ),
  };
}

async function giveUp({ db, clock }: Platform, key: ImportKey, reason: string): Promise<void> {
  const failed = { state: 'failed', ended_at: isoNow(clock), reason: reason.slice(0, 300) } as const;
  await db.transact((tx) => updateImport(tx, key, failed));
}
