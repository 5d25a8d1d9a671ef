import { isoAfter, isoNow } from '../clock.ts';
import { errorFacts } from '../log.ts';
import type { Platform } from '../platform.ts';
import { backoffMs, GivesUp, MOST_ATTEMPTS, type Ending, type Job, type JobHandler } from './job.ts';
import { leaseJobs, queueJob, settleJob } from './store.ts';

/** Work that comes back by itself, once per tick whatever the number of processes. */
export interface Recurring {
  kind: string;
  everySeconds: number;
}

export interface Worker {
  /** Looks for work now instead of at the next look. */
  wake: () => void;
  /** Does everything that is due, and answers when nothing is left. For tests and commands. */
  drain(): Promise<void>;
  /** Takes no new work and waits for what is running. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;
const LEASE_MS = 60_000;
const AT_ONCE = 8;

export function startWorker(
  platform: Platform,
  handlers: Record<string, JobHandler>,
  recurring: Recurring[],
): Worker {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const look = (): void => {
    if (stopped) return;
    again = running !== undefined;
    running ??= pass().finally(() => {
      running = undefined;
      if (again) look();
    });
  };
  const pass = async (): Promise<void> => {
    try {
      await queueTicks(platform, recurring);
      while (!stopped && (await workOnce(platform, handlers)) > 0);
    } catch (error) {
      platform.log.error('looking for work failed', errorFacts(error));
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    wake: look,
    drain: async () => {
      // A look of its own, by time or by a wake, may have taken the last of it meanwhile.
      do await running;
      while ((await workOnce(platform, handlers)) > 0 || running);
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** Leases what is due, does it, settles it. Answers how many jobs it took. */
export async function workOnce(platform: Platform, handlers: Record<string, JobHandler>): Promise<number> {
  const jobs = await platform.db.transact((tx) => leaseJobs(tx, platform.clock, AT_ONCE, LEASE_MS));
  await Promise.all(jobs.map((job) => runJob(platform, handlers, job)));
  return jobs.length;
}

async function runJob(platform: Platform, handlers: Record<string, JobHandler>, job: Job): Promise<void> {
  try {
    const handler = handlers[job.kind];
    if (!handler) throw new GivesUp(`no handler for ${job.kind}`);
    const ending = await handler(job);
    await settle(platform, job, { done_at: isoNow(platform.clock), last_error: null }, ending);
  } catch (error) {
    await fail(platform, job, error);
  }
}

async function fail(platform: Platform, job: Job, error: unknown): Promise<void> {
  const last_error = error instanceof Error ? error.message.slice(0, 500) : 'unknown';
  const dead = error instanceof GivesUp || job.attempts >= MOST_ATTEMPTS;
  platform.log.error('a job failed', { kind: job.kind, job: job.id, attempts: job.attempts, dead });
  const later = isoAfter(platform.clock, backoffMs(job.attempts, Math.random()));
  await settle(
    platform,
    job,
    dead ? { last_error, dead_at: isoNow(platform.clock) } : { last_error, run_at: later },
  );
}

async function settle(
  platform: Platform,
  job: Job,
  change: Parameters<typeof settleJob>[2],
  ending?: Ending | void,
): Promise<void> {
  await platform.db.transact(async (tx) => {
    await ending?.(tx);
    await settleJob(tx, job, change);
  });
}

const lastTick = new WeakMap<Platform, Map<string, number>>();

/** The tick's number is the dedupe word, so of many processes one queues it. */
async function queueTicks(platform: Platform, recurring: Recurring[]): Promise<void> {
  const seen = lastTick.get(platform) ?? new Map<string, number>();
  lastTick.set(platform, seen);
  for (const { kind, everySeconds } of recurring) {
    const tick = Math.floor(platform.clock.now() / (everySeconds * 1000));
    if (seen.get(kind) === tick) continue;
    const job = { workspaceId: '-', kind, payload: {}, dedupe: String(tick) };
    await platform.db.transact((tx) => queueJob(tx, platform.clock, job));
    seen.set(kind, tick);
  }
}
