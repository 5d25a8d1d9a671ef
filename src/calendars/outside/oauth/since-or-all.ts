import { MINUTES_PER_DAY, type Minute } from '#engine/minutes.ts';
import type { ChangePage, Reading } from '../provider.ts';

/** Pages of what changed since `cursor`; of everything where there is none, or where `readPages` answers that the service knows it no more. */
export async function* sinceOrAll<Cursor>(
  cursor: Cursor | null,
  readPages: (cursor: Cursor | null) => AsyncGenerator<ChangePage, boolean>,
): AsyncGenerator<ChangePage> {
  if (cursor !== null && (yield* readPages(cursor))) return;
  yield* readPages(null);
}

/** What the last reading kept. It tells changes of the window of its own time: one that has moved on is read anew. */
export function keptCursor<Cursor extends { to: Minute }>({ cursor, window }: Reading): Cursor | null {
  if (cursor === null) return null;
  const kept = JSON.parse(cursor) as Cursor;
  return window.to - kept.to < MINUTES_PER_DAY ? kept : null;
}

/** What is kept here and was not among everything that was read. */
export async function unseen(seen: ReadonlySet<string>, { known }: Reading): Promise<string[]> {
  return [...(await known()).keys()].filter((href) => !seen.has(href));
}
