import { isoFromMinute } from '#engine/minutes.ts';
import { invalid, notFound, Problem } from '#platform/refusal.ts';
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

const NOBODY = 'Nobody is there for this time.';

const NOT_NOW: Partial<Record<Closed, string>> = {
  used: 'This link was good for one meeting, which has been booked.',
  ended: 'This offer has ended.',
  notice: 'This is too soon: the notice asked for has begun.',
  cap: 'No more meetings are taken for that day or week.',
  crowded: 'Too many times of that day wait for a confirmation. Choose another day.',
  busy: 'This time was just taken.',
  'no-host': NOBODY,
};

export function isWrong(refused: Closed): boolean {
  return refused in WRONG;
}

/** 422 for a start that can never be right, 409 with the nearest free times for one that is not free now. */
export function startProblem(refused: Closed, alternatives: number[]): Problem {
  const wrong = WRONG[refused];
  if (wrong) return invalid({ path: 'start', message: wrong });
  // Whose calendar it is that cannot be read is no visitor's business (A9).
  const reason = refused === 'calendar-stale' ? 'no-host' : refused;
  const near = { reason, alternatives: alternatives.map(isoFromMinute) };
  return new Problem(409, 'time-taken', NOT_NOW[reason] ?? 'This time is not free.', near);
}

/** Outside hours, and where a calendar cannot be read, staff may go on with open eyes; so the refusal says how (E13). */
export function byHandProblem(refused: Closed, alternatives: number[]): Problem {
  const message = WITH_OPEN_EYES[refused];
  if (!message) return startProblem(refused, alternatives);
  return new Problem(422, 'invalid', message, {
    reason: refused,
    errors: [{ path: 'outsideHours', message }],
  });
}

const OUTSIDE = 'This lies outside the host’s hours. Send "outsideHours": true to book it all the same.';
const WITH_OPEN_EYES: Partial<Record<Closed, string>> = {
  'outside-hours': OUTSIDE,
  holiday: OUTSIDE,
  'calendar-stale':
    'The calendar of the host cannot be read at present, so nobody knows whether they are free. Ask them, and send "outsideHours": true to book it all the same.',
};

const AS_THINGS_STAND: Record<string, string> = {
  over: 'This meeting is over already.',
  'not-scheduled': 'Only a scheduled meeting can be moved.',
  'not-held': 'A meeting that was not held has no outcome.',
  'not-begun': 'This meeting has not begun yet.',
  'not-cancelled': 'Only a cancelled meeting can be reopened.',
  passed: 'Its time has passed; book a new meeting.',
  busy: 'Its time is taken by now; choose another time.',
  used: 'Its link was good for one meeting, and another was booked since; book a new meeting.',
  holiday: 'Its day is a holiday by now; choose another time.',
  'calendar-stale':
    'The calendar of its host cannot be read at present. Try again later, or choose another host.',
  'no-host': 'Its host is not bookable at that time any more; choose another time or host.',
};

/** 409: what a colleague asked for cannot be done to this booking now; `reason` says why in a word. */
export function staffProblem(refused: string): Problem {
  if (refused === 'not-found') return notFound();
  const detail = AS_THINGS_STAND[refused] ?? 'This cannot be done as things stand.';
  return new Problem(409, 'conflict', detail, { reason: refused });
}
