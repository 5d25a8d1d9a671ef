import type { Minute } from '#engine/minutes.ts';

/** One time at which an outside event stands. */
export interface Occurrence {
  /**
   * Minutes UTC, half-open, cut to the window; seconds are rounded outward. An all-day one covers its whole local
   * days (A3).
   */
  start: Minute;
  end: Minute;
  allDay: boolean;
  /** Whether it blocks: not transparent, not declined by the calendar's owner (A3). What is cancelled stands nowhere. */
  busy: boolean;
  title: string;
  /** Which one of a recurring event, in the manner of RECURRENCE-ID; null for an event that happens once. */
  recurrenceId: string | null;
}

/** What is odd about an event; what can be read of it blocks all the same (ABUSE 32). */
export type OddityCode =
  | 'unknown-zone'
  | 'too-many-occurrences'
  | 'unreadable-rule'
  | 'unreadable-date'
  | 'no-end'
  | 'damaged';

/** One object of a calendar, expanded. */
export interface ExpandedObject {
  uid: string;
  sequence: number;
  status: 'confirmed' | 'tentative' | 'cancelled';
  occurrences: Occurrence[];
  oddities: OddityCode[];
}
