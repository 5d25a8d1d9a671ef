import type { Minute } from '#engine/minutes.ts';
import type { OutsideProblem } from '#calendars/outside/problem.ts';
import type { Written } from '#calendars/outside/provider.ts';
import type { Booking } from '../booking.ts';

/** What the other program says of a booking's event. */
export interface Question {
  kind: 'moved' | 'deleted';
  /** Where it stands now; null when it does not. */
  start: Minute | null;
  end: Minute | null;
  known: Written | null;
}

/** What came of looking after one booking in one calendar. */
export type Outcome =
  | { written: Written; booking: Booking }
  /** It stands there as it should, under this mark. */
  | { found: Written }
  /** Its owner did something to it that somebody has to answer (A3). */
  | { question: Question }
  | { gone: true }
  /** Nothing is to be done, for now. */
  | { rests: true }
  | { problem: OutsideProblem };
