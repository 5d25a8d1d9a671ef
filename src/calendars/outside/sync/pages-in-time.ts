import { setTimeout as sleep } from 'node:timers/promises';
import { OutsideProblem } from '../problem.ts';
import type { ChangePage } from '../provider.ts';

const HOLD_EVERY_MS = 5_000;
/** A service that tells nothing for so long is not answering. */
const MOST_SILENCE_MS = 90_000;
/** A first reading of a large calendar takes its time; more than this is no reading. */
const MOST_IN_ALL_MS = 20 * 60_000;

/**
 * The pages of a reading as they come; while one waits for the next, `holdOn` runs every few seconds. A service that
 * takes too long is let alone, whether it heeds the signal or not.
 */
export async function* pagesInTime(
  pages: (signal: AbortSignal) => AsyncIterable<ChangePage>,
  stop: AbortSignal,
  holdOn: () => Promise<void>,
): AsyncGenerator<ChangePage> {
  const over = new AbortController();
  const iterator = pages(AbortSignal.any([stop, over.signal]))[Symbol.asyncIterator]();
  const begun = performance.now();
  try {
    for (;;) {
      const next = await nextInTime(iterator, stop, holdOn);
      if (next.done === true) return;
      yield next.value;
      if (performance.now() - begun > MOST_IN_ALL_MS) throw new OutsideProblem('timeout', 'no end of pages');
    }
  } finally {
    over.abort();
    // It may still wait for an answer that never comes: nobody waits for it.
    void iterator.return?.().catch(() => {});
  }
}

async function nextInTime(
  iterator: AsyncIterator<ChangePage>,
  stop: AbortSignal,
  holdOn: () => Promise<void>,
): Promise<IteratorResult<ChangePage>> {
  const next = iterator.next();
  next.catch(() => {});
  const asked = performance.now();
  while (performance.now() - asked < MOST_SILENCE_MS) {
    const came = new AbortController();
    const signal = AbortSignal.any([stop, came.signal]);
    const pause = sleep(HOLD_EVERY_MS, undefined, { signal }).catch(() => undefined);
    const result = await Promise.race([next, pause]).finally(() => came.abort());
    if (result !== undefined) return result;
    if (stop.aborted) throw new OutsideProblem('timeout', 'the house stops');
    await holdOn();
  }
  throw new OutsideProblem('timeout', 'nothing came for too long');
}
