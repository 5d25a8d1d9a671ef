import { isoAfter, isoNow } from '../clock.ts';
import type { Platform } from '../platform.ts';
import {
  backoffMs,
  GivesUp,
  MOST_ATTEMPTS,
  type Ending,
  type Job,
  type JobHandler,
  type OwnEnd,
} from './job.ts';
import { keepLeases, LEASE_MS } from './keep-leases.ts';
import { leaseJobs } from './store.ts';
import { releaseJobs, settleJob } from './store-leases.ts';

/** Taking many at once costs little; a process that dies keeps so many from others until its lease is over. */
const MOST_LEASED = 32;
const AT_ONCE = 8;

/**
 * Leases what is due, does it, settles it; answers how many jobs it took. When `isStopping` comes true, what was not
 * begun goes back at once.
 */
export async function workOnce(
  platform: Platform,
  handlers: Record<string, JobHandler>,
  isStopping: () => boolean = () => false,
): Promise<number> {
  const jobs = await platform.db.transact((tx) => leaseJobs(tx, platform.clock, MOST_LEASED, LEASE_MS));
  if (jobs.length === 0) return 0;
  const leases = keepLeases(platform, jobs);
  const waiting = [...jobs];
  const worker = async (): Promise<void> => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      if (isStopping()) return void waiting.unshift(job);
      if (leases.isHeld(job)) await runJob(platform, handlers, job, waiting);
      leases.letGo(job);
    }
  };
  const workers = Array.from({ length: Math.min(AT_ONCE, jobs.length) }, worker);
  const outcomes = await Promise.allSettled(workers);
  leases.end();
  if (waiting.length > 0) await platform.db.transact((tx) => releaseJobs(tx, waiting));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  return jobs.length;
}

async function runJob(
  platform: Platform,
  handlers: Record<string, JobHandler>,
  job: Job,
  waiting: readonly Job[],
): Promise<void> {
  const settled = Promise.withResolvers<void>();
  try {
    const handler = handlers[job.kind];
    if (!handler) throw new GivesUp(`no handler for ${job.kind}`);
    const ending = await handler(job, settled.promise, waiting);
    await settle(platform, job, { done_at: isoNow(platform.clock), last_error: null }, ending);
  } catch (error) {
    if (!(error instanceof TakenOver)) await fail(platform, job, error);
  } finally {
    settled.resolve();
  }
}

async function fail(platform: Platform, job: Job, error: unknown): Promise<void> {
  const last_error = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
  const dead = error instanceof GivesUp || job.attempts >= MOST_ATTEMPTS;
  platform.log.error('a job failed', { kind: job.kind, job: job.id, attempts: job.attempts, dead });
  const later = isoAfter(platform.clock, backoffMs(job.attempts, Math.random()));
  const change = dead ? { last_error, dead_at: isoNow(platform.clock) } : { last_error, run_at: later };
  await settle(platform, job, change).catch((reason) => {
    if (!(reason instanceof TakenOver)) throw reason;
  });
}

/** Somebody else has the job now: nothing that this process knows of it is written. */
class TakenOver extends Error {}

async function settle(
  platform: Platform,
  job: Job,
  change: Parameters<typeof settleJob>[2],
  ending?: Ending | OwnEnd | void,
): Promise<void> {
  if (typeof ending === 'object') return (await ending.end(change)) ? undefined : takenOver(platform, job);
  await platform.db.transact(async (tx) => {
    await ending?.(tx);
    if (!(await settleJob(tx, job, change))) takenOver(platform, job);
  });
}

function takenOver({ log }: Platform, { kind, id }: Job): never {
  log.error('a job was taken over', { kind, job: id });
  throw new TakenOver();
}
