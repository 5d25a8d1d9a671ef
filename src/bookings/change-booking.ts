import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import type { LinkLocation } from '#links/link.ts';
import type { Booking, RecordRef } from './booking.ts';
import { holdBooking } from './find-booking.ts';
import { insertHistory, updateBooking } from './store.ts';
import { noteOnTimeline } from './timeline.ts';

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
  return platform.db.transact(async (tx) => {
    const standing = await holdBooking(tx, caller.workspaceId, bookingId);
    if (!standing || standing.booking.deletedAt) return undefined;
    const { booking } = standing;
    if (version !== undefined && version !== booking.version) return { changedMeanwhile: booking };
    return Object.keys(changes).length === 0 ? booking : write(tx, platform, caller, booking, changes);
  });
}

async function write(
  tx: Tx,
  platform: Platform,
  caller: Caller,
  booking: Booking,
  { details, ...rest }: BookingChanges,
): Promise<Booking> {
  const said = details === undefined ? {} : withDetails(booking, details);
  const changed = await updateBooking(tx, platform.clock, { ...booking, ...rest, ...said });
  const by = { kind: 'member', id: caller.memberId } as const;
  const fields = [...Object.keys(rest), ...(details === undefined ? [] : ['details'])];
  await insertHistory(tx, platform.clock, changed, { kind: 'changed', by, data: { fields } });
  if (isLinkedAnew(booking, rest.record)) {
    await noteOnTimeline(tx, platform, { ...changed, party: null }, 'linked', by);
  }
  return changed;
}

function isLinkedAnew({ party, record }: Booking, wanted: RecordRef | null | undefined): boolean {
  if (!wanted) return false;
  return [party, record].every((known) => known?.kind !== wanted.kind || known.id !== wanted.id);
}

/** They stand with the visitor, when there is one. */
function withDetails({ visitor }: Booking, details: string | null): Partial<Booking> {
  if (!visitor) return { details };
  const { details: _before, ...rest } = visitor;
  return { visitor: details ? { ...rest, details } : rest };
}
