import { may, type Caller } from '#platform/http/caller.ts';
import { notAllowed } from '#platform/refusal.ts';

/** R1: rotations are for those who book for others, and for those who keep them. */
export function mayReadRotations(caller: Caller): boolean {
  return may(caller, 'manage-rotations') || mayBookThrough(caller);
}

/** R1: booking through a rotation needs a seat and `book-for-others`. */
export function mayBookThrough(caller: Caller): boolean {
  return caller.seat && may(caller, 'book-for-others');
}

export function refuseReading(caller: Caller): void {
  if (mayReadRotations(caller)) return;
  throw notAllowed('Rotations need a seat and the permission book-for-others, or manage-rotations.');
}

export function refuseBooking(caller: Caller): void {
  if (mayBookThrough(caller)) return;
  throw notAllowed('Booking through a rotation needs a seat and the permission book-for-others.');
}
