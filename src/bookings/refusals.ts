import { isoFromMinute } from '#engine/minutes.ts';
import { invalid, Problem } from '#platform/refusal.ts';
import type { Refused } from '#engine/refuse.ts';

/** `crowded`: that day is full of times that nobody has confirmed yet (F7). */
export type Closed = Refused | 'crowded';

/** What is wrong with the start itself: no other time of day would make it right (API: 422). */
const WRONG: Partial<Record<Closed, string>> = {
  'not-offered': 'This time is not among those offered.',
  'off-grid': 'This is not one of the start times offered; ask for the free times.',
  past: 'This time has passed.',
  horizon: 'This lies outside the dates that can be booked.',
  'outside-hours': 'This lies outside the hours that can be booked.',
  holiday: 'This is a holiday.',
};

const NOT_NOW: Partial<Record<Closed, string>> = {
  notice: 'This is too soon: the notice asked for has begun.',
  cap: 'No more meetings are taken for that day or week.',
  crowded: 'Too many times of that day wait for a confirmation. Choose another day.',
  busy: 'This time was just taken.',
  'no-host': 'Nobody is there for this time.',
};

export function isWrong(refused: Closed): boolean {
  return refused in WRONG;
}

/** 422 for a start that can never be right, 409 with the nearest free times for one that is not free now. */
export function startProblem(refused: Closed, alternatives: number[]): Problem {
  const wrong = WRONG[refused];
  if (wrong) return invalid({ path: 'start', message: wrong });
  const near = { reason: refused, alternatives: alternatives.map(isoFromMinute) };
  return new Problem(409, 'time-taken', NOT_NOW[refused] ?? 'This time is not free.', near);
}
