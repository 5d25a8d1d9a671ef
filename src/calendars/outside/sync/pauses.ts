import { countsAtOnce } from '../calendar-health.ts';
import type { OutsideProblem } from '../problem.ts';

const MINUTE = 60_000;
export const READ_EVERY_MS = 5 * MINUTE;
/** After the first, second… failure in a row. */
const PAUSES = [1, 2, 5, 10, 15].map((minutes) => minutes * MINUTE);
const LONGEST = PAUSES.at(-1)!;
/** What a server asks for beyond an hour is not believed. */
const MOST_ASKED = 60 * MINUTE;

/**
 * Until the next reading; `chance` in [0, 1) spreads calendars, so that a server is not asked by all of them at once.
 * What no later reading helps is tried seldom from the first: a server may lock who comes with a wrong password often.
 */
export function nextTryMs(problem: OutsideProblem | null, tries: number, chance: number): number {
  if (problem === null) return Math.round(READ_EVERY_MS * (0.9 + 0.2 * chance));
  const pause = countsAtOnce(problem.code) ? LONGEST : (PAUSES[tries - 1] ?? LONGEST);
  const asked = Math.min(problem.retryAfterMs ?? 0, MOST_ASKED);
  return Math.max(Math.round(pause * (1 - 0.1 * chance)), asked);
}
