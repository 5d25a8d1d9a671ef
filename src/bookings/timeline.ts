import { isoFromMinute } from '#engine/minutes.ts';
import type { By, RecordRef } from '#crm/timeline/entry.ts';
import { append } from '#crm/timeline/store.ts';
import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import type { Booking } from './booking.ts';

export type Happening =
  | 'made'
  | 'linked'
  | 'rescheduled'
  | 'reassigned'
  | 'cancelled'
  | 'reopened'
  | 'completed'
  | 'no-show'
  | 'deleted';

/** What happens to a booking shows on its party and on the record it belongs to (P11). */
export async function noteOnTimeline(
  tx: Tx,
  platform: Platform,
  booking: Booking,
  what: Happening,
  by: By,
  more: Record<string, unknown> = {},
): Promise<void> {
  const records = recordsOf(booking);
  if (records.length === 0) return;
  const entry = {
    workspaceId: booking.workspaceId,
    kind: 'booking',
    at: isoNow(platform.clock),
    by,
    bookingId: booking.id,
    data: {
      what,
      title: booking.title,
      start: isoFromMinute(booking.start),
      end: isoFromMinute(booking.end),
      hostIds: booking.hostIds,
      ...more,
    },
  };
  await append(tx, entry, records as [RecordRef, ...RecordRef[]]);
}

function recordsOf({ party, record }: Booking): RecordRef[] {
  const both = [party, record].filter((one) => one !== null);
  return [...new Map(both.map((one) => [`${one.kind}:${one.id}`, one])).values()];
}
