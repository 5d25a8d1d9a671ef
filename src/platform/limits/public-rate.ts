import type { Clock } from '../clock.ts';

/** Counts one request under a key; seconds to wait when `max` a minute are used up, else 0. */
export type PublicRate = (key: string, max: number) => number;

const WINDOW_MS = 60_000;
const KEPT_KEYS = 50_000;

/**
 * Requests a minute for one network address and link, counted in this process: a sliding estimate over two
 * windows, so that a burst at the turn of a minute does not count as two. Returns seconds to wait, or 0.
 */
export function publicRate(clock: Clock): PublicRate {
  let window = 0;
  let current = new Map<string, number>();
  let previous = new Map<string, number>();
  return (key, max) => {
    if (max === 0) return 0;
    const now = clock.now();
    const index = Math.floor(now / WINDOW_MS);
    if (index !== window) {
      previous = index === window + 1 ? current : new Map();
      current = new Map();
      window = index;
    }
    const passed = (now % WINDOW_MS) / WINDOW_MS;
    const used = (current.get(key) ?? 0) + (previous.get(key) ?? 0) * (1 - passed);
    if (used >= max) return Math.max(1, Math.ceil((1 - passed) * 60));
    if (current.size < KEPT_KEYS) current.set(key, (current.get(key) ?? 0) + 1);
    return 0;
  };
}
