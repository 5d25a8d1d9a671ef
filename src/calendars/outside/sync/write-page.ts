import { setImmediate as turn } from 'node:timers/promises';
import type { Platform } from '#platform/platform.ts';
import type { Outside } from '../outside.ts';
import type { ChangePage, RemoteObject } from '../provider.ts';
import { readObject, type Expansion, type ReadObject } from './expansion.ts';
import type { HeldCalendar } from './held-calendar.ts';
import { writeObjects } from './write-objects.ts';

/** A transaction holds the member's time for others: it stays short, however much one page brings. */
const MOST_ROWS = 2_000;
const MOST_OBJECTS = 200;
/** Expanding takes thought: after so much of it others have their turn. */
const MOST_THOUGHT_MS = 20;

/** Writes a page in as many transactions as it needs; `done` is how many objects came before it. */
export async function writePage(
  platform: Platform,
  outside: Outside,
  held: HeldCalendar,
  expansion: Expansion,
  page: Pick<ChangePage, 'changed' | 'removed' | 'total'>,
  done: number,
): Promise<void> {
  let { removed } = page;
  let written = done;
  for await (const read of inPortions(expansion, page.changed)) {
    written += read.length;
    const progress = { progress_done: written, progress_total: page.total };
    await writeObjects(platform, outside, held, { read, removed, progress });
    removed = [];
  }
  if (removed.length === 0) return;
  const progress = { progress_done: written, progress_total: page.total };
  await writeObjects(platform, outside, held, { read: [], removed, progress });
}

/** The last word about an object counts. */
async function* inPortions(
  expansion: Expansion,
  changed: readonly RemoteObject[],
): AsyncGenerator<ReadObject[]> {
  const last = new Map(changed.map((object) => [object.href, object]));
  let portion: ReadObject[] = [];
  let rows = 0;
  let since = performance.now();
  for (const object of last.values()) {
    const read = readObject(expansion, object);
    portion.push(read);
    rows += read.events.length;
    if (performance.now() - since > MOST_THOUGHT_MS) {
      await turn();
      since = performance.now();
    }
    if (rows < MOST_ROWS && portion.length < MOST_OBJECTS) continue;
    yield portion;
    portion = [];
    rows = 0;
  }
  if (portion.length > 0) yield portion;
}
