import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { countUp, readCounter } from './store.ts';

export interface Limit {
  name: string;
  max: number;
  windowSeconds: number;
}

export interface Refusal {
  retryAfterSeconds: number;
}

/** Counts one try against a limit that all processes share. Answers when to come back once it is used up. */
export async function takeFrom(
  db: Database,
  clock: Clock,
  workspaceId: string,
  limit: Limit,
): Promise<Refusal | null> {
  const window = windowOf(clock, limit);
  const value = await db.transact((tx) => countUp(tx, workspaceId, limit.name, window.start));
  return value > limit.max ? { retryAfterSeconds: window.secondsLeft } : null;
}

/** Looks whether a limit is used up without counting. */
export async function isUsedUp(
  db: Database,
  clock: Clock,
  workspaceId: string,
  limit: Limit,
): Promise<Refusal | null> {
  const window = windowOf(clock, limit);
  const value = await readCounter(db.read, workspaceId, limit.name, window.start);
  return value >= limit.max ? { retryAfterSeconds: window.secondsLeft } : null;
}

export function windowOf(clock: Clock, limit: Limit): { start: string; secondsLeft: number } {
  const length = limit.windowSeconds * 1000;
  const now = clock.now();
  const start = Math.floor(now / length) * length;
  return { start: new Date(start).toISOString(), secondsLeft: Math.ceil((start + length - now) / 1000) };
}
