import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import type { LinkLocation } from '#links/link.ts';
import type { Booking, RecordRef } from './booking.ts';
import { holdBooking } from './find-booking.ts';
import { insertHistory, updateBooking } from './store.ts';

export interface BookingChanges {
  title?: string;
  location?: LinkLocation | null;
  details?: string | null;
  record?: RecordRef | null;
}

/** Changes what is said about a meeting, not when or with whom; undefined when it is gone. */
export async function changeBooking(
  platform: Platform,
  caller: Caller,
  bookingId: string,
  changes: BookingChanges,
  version?: number,
): Promise<Booking | { changedMeanwhile: Booking } | undefined> {
  return platform.db.transact(async (tx: Tx) => {
    const standing = await holdBooking(tx, caller.workspaceId, bookingId);
    if (!standing || standing.booking.deletedAt) return undefined;
    const { booking } = standing;
    if (version !== undefined && version !== booking.version) return { changedMeanwhile: booking };
    const { details, ...rest } = changes;
    const visitor =
      booking.visitor && details !== undefined ? withDetails(booking.visitor, details) : booking.visitor;
    const changed: Booking = { ...booking, ...rest, visitor };
    await updateBooking(tx, platform.clock, changed);
    const by = { kind: 'member', id: caller.memberId } as const;
    const data = { fields: Object.keys(changes) };
    await insertHistory(tx, platform.clock, changed, { kind: 'changed', by, data });
    return { ...changed, version: booking.version + 1 };
  });
}

function withDetails(visitor: NonNullable<Booking['visitor']>, details: string | null): Booking['visitor'] {
  const { details: _before, ...rest } = visitor;
  return details ? { ...rest, details } : rest;
}
