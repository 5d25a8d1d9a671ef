import type { Absence, Hours } from './hours.ts';
import type { Interval, LocalDay, Minute } from './minutes.ts';
import type { Zone } from './zone.ts';

/** Why a start is not possible (A10). */
export type ReasonCode =
  | 'outside-hours'
  | 'holiday'
  | 'absence'
  | 'busy'
  | 'claimed'
  | 'buffer'
  | 'notice'
  | 'horizon'
  | 'cap'
  | 'calendar-stale'
  | 'no-seat'
  | 'inactive'
  | 'switched-off'
  | 'off-grid'
  | 'past'
  | 'not-offered'
  | 'used'
  | 'ended';

/** `detail` is for machines and staff: an interval of ISO instants, a date, a word. Never a title or a name. */
export interface Reason {
  code: ReasonCode;
  detail: string;
}

/** Everything about one host that decides whether and whether first they are chosen. */
export interface HostSnapshot {
  id: string;
  hours: Hours;
  absences: Absence[];
  /** Dates in `hours.zone`. */
  holidays: ReadonlySet<LocalDay>;
  /** Raw calendar events as flat pairs start, end (minutes UTC, half-open) in any order; may overlap; `end <= start` counts for nothing. */
  busy: Int32Array;
  /** Other bookings with their buffers, as flat pairs. */
  claims: Int32Array;
  /** While not empty the host is never free: 'inactive', 'no-seat', 'calendar-stale'. */
  unbookable: ReasonCode[];
  /** Dates in the link's zone on which the cap per host and day is reached. */
  cappedDays: ReadonlySet<LocalDay>;
  /** Counted bookings, for 'fewest-booked'. */
  booked: number;
  /** When the last counted booking was made: any comparable number (milliseconds); null = never. */
  lastScheduledAt: number | null;
  /** Bookings on the local day of the start, for 'fewest-that-day'. */
  bookedThatDay: number;
}

/** How a chair prefers among its free candidates (D1). */
export type Rule = 'fewest-booked' | 'fewest-that-day' | 'random' | 'in-order';

/** One place to fill in a meeting (B1). */
export interface Chair {
  /** Indexes into `Offer.hosts`, in list order. */
  candidates: number[];
  rule: Rule;
  /** Beside `candidates`; read by 'fewest-booked' only; a missing one is 1. */
  weights?: number[];
  /** Beside `candidates`: their counts in the chair's rotation, in place of those in the link (R10). */
  standings?: Pick<HostSnapshot, 'booked' | 'lastScheduledAt'>[];
  /** Switched off in the chair's rotation (R8): no candidates, yet explained. Indexes into `Offer.hosts`. */
  off?: number[];
}

/** A link with its hosts at one moment: all that the engine needs, read beforehand. */
export interface Offer {
  now: Minute;
  zone: Zone;
  /** Of an ordinary link; a specific time has its own length. A multiple of 5. */
  lengthMinutes: number;
  bufferBefore: number;
  bufferAfter: number;
  increment: number;
  noticeMinutes: number;
  /** Half-open, on start times. */
  horizon: { from: Minute; to: Minute };
  ownHours: Hours | null;
  withinHostHours: boolean;
  /** The link's own list, dates in the link's zone. */
  holidays: ReadonlySet<LocalDay>;
  /** Dates in the link's zone on which the cap per day is reached. */
  cappedDays: ReadonlySet<LocalDay>;
  /** Mondays (link's zone) of the weeks in which the cap per week is reached. */
  cappedWeeks: ReadonlySet<LocalDay>;
  chairs: Chair[];
  hosts: HostSnapshot[];
  /** Specific times (L3): exactly these; grid, hours and horizon do not apply, buffers, notice, absences and holidays do. Else null. */
  times: Interval[] | null;
  /** Specific times only: busy events, absences and holidays do not block; claims always do. */
  offerAnyway: boolean;
  /** While not empty nothing of the link is on offer: 'used', 'ended' (L3). */
  unbookable: ReasonCode[];
}
