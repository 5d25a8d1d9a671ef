import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
} from 'kysely';
import { fold } from '../fold.ts';

const KEPT_STATEMENTS = 500;
const WAIT_FOR_LOCK_MS = 5_000;
/** A connection's own pages: the indexes of a busy month stay at hand. */
const CACHE_KB = 4_000;
/** 16 MB of log before it is worked into the file, which holds up a commit; few enough to start again quickly. */
const PAGES_A_CHECKPOINT = 4_000;

/** A Kysely dialect over node:sqlite. `writing` opens the one connection that may begin transactions. */
export function sqliteDialect(path: string, writing: boolean): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(path, writing),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/**
 * node:sqlite answers synchronously, so a connection is a queue: one holder at a time. A transaction keeps
 * its place in the queue from begin to commit, which is what makes "one write queue in the process" true.
 */
class SqliteDriver implements Driver {
  readonly #path: string;
  readonly #writing: boolean;
  #database: DatabaseSync | undefined;
  #connection: SqliteConnection | undefined;
  #tail: Promise<void> = Promise.resolve();
  #release: (() => void) | undefined;

  constructor(path: string, writing: boolean) {
    this.#path = path;
    this.#writing = writing;
  }

  async init(): Promise<void> {
    this.#database = new DatabaseSync(this.#path);
    this.#database.exec(
      `pragma busy_timeout = ${this.#writing ? 20 : 1_000}; pragma journal_mode = wal; pragma synchronous = full;
       pragma foreign_keys = on; pragma temp_store = memory; pragma cache_size = -${CACHE_KB};
       ${this.#writing ? `pragma wal_autocheckpoint = ${PAGES_A_CHECKPOINT}` : 'pragma query_only = on'}`,
    );
    this.#database.function('folded', { deterministic: true }, (words) =>
      words === null ? null : fold(String(words)),
    );
    this.#connection = new SqliteConnection(this.#database);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#tail;
    let release = (): void => {};
    this.#tail = new Promise((resolve) => (release = resolve));
    await before;
    this.#release = release;
    return this.#connection!;
  }

  async releaseConnection(): Promise<void> {
    this.#release?.();
  }

  /** Another process (a command) may hold the file for a moment; waiting must not block the event loop. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const deadline = Date.now() + WAIT_FOR_LOCK_MS;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw(this.#writing ? 'begin immediate' : 'begin'));
        return;
      } catch (error) {
        if (!isBusy(error) || Date.now() > deadline) throw error;
        await sleep(5 + Math.random() * 15);
      }
    }
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A failed commit or a full disk has rolled back already; a second rollback would hide that error.
    if (this.#database!.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async savepoint(
    connection: DatabaseConnection,
    name: string,
    _compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`savepoint "${name}"`));
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`rollback to "${name}"`));
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`release "${name}"`));
  }

  async destroy(): Promise<void> {
    this.#database?.close();
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, Prepared>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const prepared = this.#prepare(query.sql);
    const parameters = query.parameters as SQLInputValue[];
    if (prepared.reads) return { rows: prepared.all(parameters) as R[] };
    const { changes, lastInsertRowid } = prepared.statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  // eslint-disable-next-line require-yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('streaming is not used');
  }

  #prepare(sql: string): Prepared {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    if (this.#statements.size >= KEPT_STATEMENTS) {
      this.#statements.delete(this.#statements.keys().next().value!);
    }
    const prepared = new Prepared(this.#database.prepare(sql));
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

/** Rows are read as arrays and given their names here: for narrow rows by the thousand a quarter less time. */
class Prepared {
  readonly statement: StatementSync;
  readonly reads: boolean;
  readonly #name: (values: unknown[]) => Record<string, unknown>;

  constructor(statement: StatementSync) {
    this.statement = statement;
    const names = statement.columns().map((column) => column.name);
    this.reads = names.length > 0;
    this.#name = (values) => {
      const row: Record<string, unknown> = {};
      for (let i = 0; i < names.length; i++) row[names[i]!] = values[i];
      return row;
    };
    if (this.reads) statement.setReturnArrays(true);
  }

  all(parameters: SQLInputValue[]): unknown[] {
    const rows = this.statement.all(...parameters) as unknown as unknown[][];
    return rows.map(this.#name);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /database is locked|database table is locked/.test(error.message);
}
