import { queryString, request } from '#ui/request.ts';
import type { ListName } from './list-kind.ts';
import { askedWith } from './list-query.ts';
import type { ListState } from './list-search.ts';

/** What one record held before it was changed, and its version since. */
export interface Changed {
  id: string;
  version: number;
  before: Record<string, unknown>;
}

export interface Outcome {
  done: string[];
  refused: { id: string; status: number; message: string }[];
  changed: Changed[];
}

/** The server takes so many at a time. */
const AT_A_TIME = 500;

export interface InBatches<One> {
  path: string;
  all: readonly One[];
  /** What is sent for so many of them. */
  body: (some: readonly One[]) => object;
  /** Told after each batch how many were asked for; false ends it there. */
  onBatch?: (asked: number) => boolean;
}

export interface Batches<One> extends Outcome {
  /** Those that were not asked for: it was stopped, or the server could not be reached. */
  left: readonly One[];
  /** Why it ended early. */
  failure?: unknown;
}

/** One act for many records, each by itself: what was done stays done, and what was not is told. */
export async function inBatches<One>({ path, all, body, onBatch }: InBatches<One>): Promise<Batches<One>> {
  const outcome: Outcome = { done: [], refused: [], changed: [] };
  for (let at = 0; at < all.length; at += AT_A_TIME) {
    try {
      const answer = await request<Partial<Outcome>>('POST', path, {
        body: body(all.slice(at, at + AT_A_TIME)),
      });
      outcome.done.push(...(answer.done ?? []));
      outcome.refused.push(...(answer.refused ?? []));
      outcome.changed.push(...(answer.changed ?? []));
    } catch (failure) {
      return { ...outcome, left: all.slice(at), failure };
    }
    const asked = Math.min(at + AT_A_TIME, all.length);
    if (onBatch?.(asked) === false) return { ...outcome, left: all.slice(asked) };
  }
  return { ...outcome, left: [] };
}

interface Ids {
  items: string[];
  next: string | null;
  count: number | null;
}

/** The ids of what fits a list, a page of them; the first says how many there are. */
export function someIds(
  list: ListName,
  state: ListState,
  { timeZone, cursor }: { timeZone: string; cursor?: string | undefined },
): Promise<Ids> {
  return request<Ids>('GET', `/api/${list}/ids${queryString({ ...askedWith(state, timeZone), cursor })}`);
}

/** Every record that fits, as they are now. */
export async function allIds(list: ListName, state: ListState, timeZone: string): Promise<string[]> {
  const all: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await someIds(list, state, { timeZone, cursor });
    all.push(...items);
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return all;
}
