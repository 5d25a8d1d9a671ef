import { AsyncLocalStorage } from 'node:async_hooks';
import type { LogEvent } from 'kysely';

export interface StatementCount {
  statements: number;
}

const counting = new AsyncLocalStorage<StatementCount>();

/** Counts the SQL statements that `work` causes, for the request log and for tests of "no query per row". */
export function countingStatements<T>(work: (count: StatementCount) => T): T {
  const count = { statements: 0 };
  return counting.run(count, () => work(count));
}

export function countStatement(_event: LogEvent): void {
  const count = counting.getStore();
  if (count) count.statements++;
}
