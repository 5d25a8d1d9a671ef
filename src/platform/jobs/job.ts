import type { Tx } from '../db/database.ts';
import type { Row } from '../db/tables.ts';
import './tables.ts';

/** A piece of work that an act left behind, to be done after its transaction, at least once. */
export interface Job {
  workspaceId: string;
  id: string;
  kind: string;
  payload: Record<string, unknown>;
  attempts: number;
  lease: string;
}

export interface NewJob {
  workspaceId: string;
  kind: string;
  payload: Record<string, unknown>;
  /** Jobs of one lane run one after the other, in the order they were queued. */
  lane?: string;
  /** A second job of the same kind with the same words is not queued. */
  dedupe?: string;
  /** ISO instant; now when left out. */
  runAt?: string;
}

/**
 * Does the work. Throwing means "again later"; throwing GivesUp means "never". What it answers is written down in
 * the same transaction as the job's end, so that both are there or neither; `settled` is when that has happened,
 * or has failed. Its lease is renewed while it runs, however long that takes. `waiting` are the jobs that this process
 * has taken and does next.
 */
export type JobHandler = (
  job: Job,
  settled?: Promise<void>,
  waiting?: readonly Job[],
) => Promise<void | Ending | OwnEnd>;
export type Ending = (tx: Tx) => Promise<void>;
/** Writes what the job did and its end (`done`) in one statement; answers false for a job that was taken over. */
export interface OwnEnd {
  end(done: Partial<Row<'outbox'>>): Promise<boolean>;
}

/** The work can never succeed: the job goes to the dead state at once, where an admin sees it. */
export class GivesUp extends Error {}

export const MOST_ATTEMPTS = 14;

/** Exponential back-off with jitter: 2 s, 4 s … at most 1 h. `chance` is in [0, 1). */
export function backoffMs(attempts: number, chance: number): number {
  const full = Math.min(3_600_000, 1000 * 2 ** Math.min(attempts, 12));
  return Math.round(full / 2 + (full / 2) * chance);
}
