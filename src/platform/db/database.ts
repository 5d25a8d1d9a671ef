import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresAdapter, sql, type Transaction } from 'kysely';
import { groupCommit } from './group-commit.ts';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite-driver.ts';
import { countStatement } from './statements.ts';
import type { Tables } from './tables.ts';

export type Tx = Transaction<Tables>;
/** Where a query may run: inside a transaction, or on the reading connection. */
export type Reader = Kysely<Tables>;

export interface Database {
  readonly kind: 'sqlite' | 'postgres';
  /** The reading side. Using it inside a transaction is a bug and throws. */
  readonly read: Reader;
  /** Runs one act whole or not at all; begins again, at most three times, when the database asks for it. */
  transact<T>(act: (tx: Tx) => Promise<T>): Promise<T>;
  /** For migrations and the sign-in library, which bring their own statements. */
  readonly root: Reader;
  close(): Promise<void>;
}

export interface DatabaseAddress {
  url: string | undefined;
  /** Where SQLite keeps its file when there is no url. */
  file: string;
}

const RETRIES = 3;
const inTransaction = new AsyncLocalStorage<true>();

export function openDatabase(address: DatabaseAddress): Database {
  const open = (writing: boolean, size: number): Reader =>
    new Kysely<Tables>({
      dialect: address.url ? postgresDialect(address.url, size) : sqliteDialect(address.file, writing),
      log: countStatement,
    });
  const writer = open(true, 12);
  const reader = open(false, 6);
  const execute: Execute = address.url ? (act) => writer.transaction().execute(act) : groupCommit(writer);
  return {
    kind: address.url ? 'postgres' : 'sqlite',
    get read() {
      refuseInside();
      return reader;
    },
    get root() {
      refuseInside();
      return writer;
    },
    transact: (act) => transact(execute, act),
    close: async () => {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

/** Takes row locks where the database has them; SQLite's writer is alone already. */
export function isPostgres(db: Reader): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** Runs `attempt`; when it answers `undefined`, everything it wrote is taken back and the transaction lives on. */
export async function trySavepoint<T>(tx: Tx, attempt: () => Promise<T | undefined>): Promise<T | undefined> {
  await sql`savepoint attempt`.execute(tx);
  const result = await attempt();
  if (result === undefined) await sql`rollback to savepoint attempt`.execute(tx);
  await sql`release savepoint attempt`.execute(tx);
  return result;
}

/** Runs an act in a transaction that is on the disk when the promise resolves. */
type Execute = <T>(act: (tx: Tx) => Promise<T>) => Promise<T>;

async function transact<T>(execute: Execute, act: (tx: Tx) => Promise<T>): Promise<T> {
  refuseInside();
  for (let attempt = 1; ; attempt++) {
    try {
      return await execute((tx) => inTransaction.run(true, () => act(tx)));
    } catch (error) {
      if (attempt > RETRIES || !isContended(error)) throw error;
      await sleep(Math.random() * 20 * attempt);
    }
  }
}

/** A second handle inside a transaction would wait for itself on SQLite and read stale rows on PostgreSQL. */
function refuseInside(): void {
  if (inTransaction.getStore()) throw new Error('inside a transaction use its own handle (tx)');
}

const RETRY_CODES = new Set(['40001', '40P01', '55P03']);

/** Thrown inside an act that read what is no longer so: it begins again, as if the database had asked for it. */
export class BeginAgain extends Error {
  readonly code = '40001';
}

/** True when the database gave this act up for others' sake: it may begin again. */
export function isContended(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && RETRY_CODES.has((error as { code?: string }).code ?? '')
  );
}

/** True when a key or a foreign key refused a row; the caller says what that means. */
export function isConstraint(error: unknown, kind: 'unique' | 'foreign'): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message } = error as { code?: string; message?: string };
  if (kind === 'unique') return code === '23505' || /UNIQUE constraint failed/.test(message ?? '');
  return code === '23503' || /FOREIGN KEY constraint failed/.test(message ?? '');
}

/** True when every connection stayed busy: the answer is "come back in a moment", never a false conflict. */
export function isExhausted(error: unknown): boolean {
  return (
    error instanceof Error && /timeout exceeded when trying to connect|database is locked/.test(error.message)
  );
}

/** Whether the database answers at all. */
export async function answers(database: Database): Promise<boolean> {
  try {
    await sql`select 1`.execute(database.read);
    return true;
  } catch {
    return false;
  }
}
