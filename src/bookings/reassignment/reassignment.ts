import type { Refused } from '#engine/refuse.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { statusAt, type Booking } from '#bookings/booking.ts';

export interface Reassignment {
  /** The member who does it. */
  by: string;
  reason: string;
  /** Whom; null = the rule of the link or rotation chooses among its other candidates. */
  hostId: string | null;
  /** Whom they replace, in a meeting of several. */
  fromHostId?: string | undefined;
  /** A named host takes it with open eyes; of the rule's candidates those who are there, whatever their hours. */
  outsideHours: boolean;
}

export type NotReassigned =
  | Refused
  | 'not-found'
  | 'not-scheduled'
  | 'begun'
  | 'which-host'
  | 'not-a-host'
  | 'already-host'
  | 'name-a-host'
  | 'nobody-else';

export type Reassigned = { reassigned: Booking } | { refused: NotReassigned | Obstacle };

/** What keeps somebody who was named from it. */
export type Obstacle = 'inactive' | 'no-seat' | 'switched-off' | 'calendar-stale' | 'busy' | 'outside-hours';

export function cannotChange(
  { clock }: Pick<Platform, 'clock'>,
  booking: Booking,
): 'not-scheduled' | 'begun' | null {
  if (statusAt(booking, isoNow(clock)) !== 'scheduled') return 'not-scheduled';
  return booking.start <= minuteNow(clock) ? 'begun' : null;
}

/** Open eyes are a colleague's, who names somebody; a rule never chooses who is away. */
export function termsOf(
  hostId: string | null,
  outsideHours: boolean,
): 'by-hand' | 'outside-hours' | 'promised' {
  if (!outsideHours) return 'by-hand';
  return hostId === null ? 'promised' : 'outside-hours';
}
