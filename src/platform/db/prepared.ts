import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import { isPostgres, type Reader } from './database.ts';

/** Runs a statement with new values. */
export type Prepared<V, R> = (db: Reader, values: V) => Promise<QueryResult<R>>;

/**
 * A statement whose words are put together once for each shape of its values and then only sent again: building
 * and compiling take longer than SQLite needs to answer, and an act of thirty statements feels it.
 *
 * `build` is called as if for these very values, but texts and numbers are stand-ins that it may only pass on to
 * the query; computing with one throws. It does see what decides about the words: which values are null,
 * undefined, true or false, and how many there are in a list.
 */
export function prepared<V extends object, R>(
  build: (db: Reader, values: V) => Compilable<R>,
): Prepared<V, R> {
  const kept = new Map<string, CompiledQuery<R>>();
  return (db, values) => {
    const leaves: unknown[] = [];
    const shape = shapeOf(values, leaves) + (isPostgres(db) ? 'p' : 's');
    const known = kept.get(shape);
    const query = known ?? build(db, standIns(values, { next: 0 }) as V).compile();
    if (!known && kept.size < MOST_SHAPES) kept.set(shape, query);
    const parameters = query.parameters.map((one) => (one instanceof StandIn ? leaves[one.index] : one));
    return db.executeQuery<R>({ ...query, parameters });
  };
}

/** Lists of every length would be a shape each; beyond these a statement is built like any other. */
const MOST_SHAPES = 200;

class StandIn {
  readonly index: number;

  constructor(index: number) {
    this.index = index;
  }

  [Symbol.toPrimitive](): never {
    throw new Error('a prepared statement can only pass its values on: compute them before');
  }
}

/** Collects texts and numbers in the order of the walk, and says in words all else that the statement depends on. */
function shapeOf(value: unknown, leaves: unknown[]): string {
  if (isLeaf(value)) {
    leaves.push(value);
    return 'v';
  }
  if (Array.isArray(value)) return `[${value.map((item) => shapeOf(item, leaves)).join('')}]`;
  if (typeof value !== 'object' || value === null) return `${String(value)};`;
  let shape = '{';
  for (const [name, item] of Object.entries(value)) shape += `${name}:${shapeOf(item, leaves)}`;
  return `${shape}}`;
}

/** The same walk: each text and number gives its place to a stand-in. */
function standIns(value: unknown, count: { next: number }): unknown {
  if (isLeaf(value)) return new StandIn(count.next++);
  if (Array.isArray(value)) return value.map((item) => standIns(item, count));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, standIns(item, count)]));
}

function isLeaf(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
}
