import type { Reader } from '#platform/db/database.ts';
import { assignmentFrom, skippedBy } from '#bookings/assignment/assignment.ts';
import type { BookingView } from '#bookings/booking-fields.ts';
import type { Booking } from '#bookings/booking.ts';
import { readChosenByHand } from '#bookings/assignment/store-assignments.ts';
import { readMemberNames } from '#people/store.ts';

type Override = NonNullable<BookingView['override']>;

/**
 * R5: the meetings through a rotation for which a colleague chose somebody else than was proposed: who chose, instead of
 * whom, and why. Two statements at most, none where no booking went by a rotation.
 */
export async function readOverrides(
  db: Reader,
  workspaceId: string,
  bookings: readonly Booking[],
): Promise<Map<string, Override>> {
  const ids = bookings.filter(({ rotationId }) => rotationId !== null).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const chosen = (await readChosenByHand(db, workspaceId, ids)).flatMap((row) => {
    const assignment = assignmentFrom(row);
    const { byHand } = assignment;
    return byHand ? [{ bookingId: row.booking_id, byHand, skipped: skippedBy(assignment) }] : [];
  });
  const people = chosen.flatMap(({ byHand, skipped }) => [byHand.by, ...(skipped ? [skipped] : [])]);
  const names = await readMemberNames(db, workspaceId, [...new Set(people)]);
  const named = (id: string) => ({ id, name: names.get(id) ?? '' });
  return new Map(
    chosen.map(({ bookingId, byHand: { by, reason }, skipped }) => [
      bookingId,
      { by: named(by), reason, instead: skipped === null ? null : named(skipped) },
    ]),
  );
}
