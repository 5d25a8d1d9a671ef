import assert from 'node:assert/strict';
import type { FairModel } from './fair-model.test-support.ts';

/**
 * Watches that a rotation with equal weights stays even. Whoever was away is no part of it until they stand with the
 * others again; what colleagues delete or choose by hand may open a gap, one meeting each, that assignments close.
 */
export function watchEvenness(model: Pick<FairModel, 'counts'>) {
  let even = new Set<string>();
  let allowed = 0;

  const spread = (counts: ReadonlyMap<string, number>): number => {
    const own = [...even].map((id) => counts.get(id)!);
    return own.length === 0 ? 0 : Math.max(...own) - Math.min(...own);
  };

  return {
    /** Before an assignment: who could get it. */
    before(isAble: (id: string) => boolean): void {
      const counts = model.counts();
      even = new Set([...even].filter((id) => counts.has(id) && isAble(id)));
      const able = [...counts].filter(([id]) => isAble(id));
      const least =
        even.size > 0
          ? Math.min(...[...even].map((id) => counts.get(id)!))
          : Math.max(...able.map(([, count]) => count)) - 1;
      for (const [id, count] of able) if (count === least || count === least + 1) even.add(id);
    },
    /** After anything that happened. */
    check(): void {
      const counts = model.counts();
      even = new Set([...even].filter((id) => counts.has(id)));
      const gap = spread(counts);
      if (gap <= 1) allowed = 0;
      assert.ok(gap <= 1 + allowed, `${gap} apart, ${allowed} meetings came or went by hand`);
    },
    /** A meeting was deleted, or somebody chosen by hand: one more that assignments have to make good. */
    allowOne(): void {
      allowed += 1;
    },
  };
}
