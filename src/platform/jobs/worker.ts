import { errorFacts } from '../log.ts';
import type { Platform } from '../platform.ts';
import type { JobHandler } from './job.ts';
import { queueJob } from './store.ts';
import { workOnce } from './work-once.ts';

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
      // Anew before each look: a long line of work must not make what is due by the clock wait for its end.
      do await queueTicks(platform, recurring);
      while (!stopped && (await workOnce(platform, handlers, () => stopped)) > 0);
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
