import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as otherWork } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Reader, Tx } from './database.ts';

type Act<T> = (tx: Tx) => Promise<T>;

interface Waiting {
  act: Act<unknown>;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/** How one act of a group came out, before it is known whether the disk has it. */
type Outcome = { waiting: Waiting } & ({ result: unknown } | { error: unknown });

/**
 * SQLite has one writer, and a durable commit makes it wait for the disk, for milliseconds in which the process
 * does nothing else. So acts that wait for the writer share a commit: each stands behind a savepoint of its own,
 * is taken back alone when it throws, and is answered only when the disk has everything.
 */
export function groupCommit(writer: Reader): <T>(act: Act<T>) => Promise<T> {
  const queue: Waiting[] = [];
  let running = false;
  // The group itself runs for nobody: what it adds to the acts is counted for none of them.
  const asNobody = AsyncLocalStorage.snapshot();
  const run = async (): Promise<void> => {
    running = true;
    while (queue.length > 0) {
      await gathering(queue);
      await runGroup(writer, queue.splice(0, MOST_ACTS));
    }
    running = false;
  };
  return <T>(act: Act<T>) =>
    new Promise<T>((resolve, reject) => {
      // The act belongs to its caller, whose statements are counted, not to whoever opened the group.
      const asCaller = AsyncLocalStorage.snapshot();
      queue.push({ act: (tx) => asCaller(act, tx), resolve, reject } as Waiting);
      if (!running) void asNobody(run);
    });
}

const MOST_ACTS = 16;

/** Requests that have arrived by now get as far as the queue: as long as a turn of the event loop brings more. */
async function gathering(queue: Waiting[]): Promise<void> {
  for (let before = 0; queue.length > before && queue.length < MOST_ACTS;) {
    before = queue.length;
    await otherWork();
  }
}

async function runGroup(writer: Reader, group: Waiting[]): Promise<void> {
  if (group.length === 1) return runAlone(writer, group[0]!);
  const outcomes: Outcome[] = [];
  try {
    await writer.transaction().execute(async (tx) => {
      for (const waiting of group) outcomes.push(await runBehindSavepoint(tx, waiting));
    });
  } catch {
    // One of them has spoiled the commit, or the disk is full: alone, each meets its own fate.
    for (const waiting of group) await runAlone(writer, waiting);
    return;
  }
  for (const outcome of outcomes) {
    if ('error' in outcome) outcome.waiting.reject(outcome.error);
    else outcome.waiting.resolve(outcome.result);
  }
}

async function runAlone(writer: Reader, { act, resolve, reject }: Waiting): Promise<void> {
  await writer.transaction().execute(act).then(resolve, reject);
}

async function runBehindSavepoint(tx: Tx, waiting: Waiting): Promise<Outcome> {
  await sql`savepoint act`.execute(tx);
  try {
    const result = await waiting.act(tx);
    await sql`release act`.execute(tx);
    return { waiting, result };
  } catch (error) {
    await sql`rollback to act`.execute(tx);
    await sql`release act`.execute(tx);
    return { waiting, error };
  }
}
