import { request } from '#ui/request.ts';
import type { ListName } from './list-kind.ts';

export interface Outcome {
  done: string[];
  refused: { id: string; status: number; message: string }[];
}

/** The server takes so many at a time. */
const AT_A_TIME = 500;

/** One act for many records, each by itself: what was done stays done. */
export async function bulkAct(
  list: ListName,
  act: 'changes' | 'trash' | 'restorations',
  ids: readonly string[],
  change?: object,
): Promise<Outcome> {
  const outcome: Outcome = { done: [], refused: [] };
  for (let at = 0; at < ids.length; at += AT_A_TIME) {
    const body = { ids: ids.slice(at, at + AT_A_TIME), change };
    const { done, refused } = await request<Outcome>('POST', `/api/${list}/${act}`, { body });
    outcome.done.push(...done);
    outcome.refused.push(...refused);
  }
  return outcome;
}
