import type { Refused } from '#engine/refuse.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { statusAt, type Booking } from '#bookings/booking.ts';
import { termsByHand, type OpenEyes, type Terms } from '#bookings/terms.ts';

export interface Reassignment extends OpenEyes {
  /** The member who does it. */
  by: string;
  reason: string;
  /** Whom; null = the rule of the link or rotation chooses among its other candidates. */
  hostId: string | null;
  /** Whom they replace, in a meeting of several. */
  fromHostId?: string | undefined;
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

/** What keeps somebody who was named from it; over the last two a colleague may go with open eyes. */
export type Obstacle = 'inactive' | 'no-seat' | 'switched-off' | 'busy' | 'outside-hours' | 'calendar-stale';

export function cannotChange(
  { clock }: Pick<Platform, 'clock'>,
  booking: Booking,
): 'not-scheduled' | 'begun' | null {
  if (statusAt(booking, isoNow(clock)) !== 'scheduled') return 'not-scheduled';
  return booking.start <= minuteNow(clock) ? 'begun' : null;
}

/**
 * Open eyes are a colleague's, who names somebody: of the rule's candidates those who are there take it, whatever their
 * hours, but never one who is away or whose calendar cannot be read.
 */
export function termsOf(hostId: string | null, eyes: OpenEyes): Terms['kind'] {
  return hostId === null && eyes.outsideHours ? 'promised' : termsByHand(eyes);
}
