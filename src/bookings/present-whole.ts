import type { Platform } from '#platform/platform.ts';
import type { z } from '#platform/http/fields.ts';
import { readMember } from '#people/store.ts';
import type { BookingShape } from './booking-fields.ts';
import type { Booking } from './booking.ts';
import { presentWhole } from './present-booking.ts';

/** One booking as its page shows it, in the caller's language. */
export async function whole(
  platform: Platform,
  caller: { workspaceId: string; memberId: string },
  booking: Booking,
) {
  const member = await readMember(platform.db.read, caller.workspaceId, caller.memberId);
  const shown = await presentWhole(platform, booking, member?.locale ?? 'en');
  return shown as unknown as z.infer<typeof BookingShape>;
}
