import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { readLink } from '#links/store.ts';
import type { WholeBooking } from './booking-fields.ts';
import type { Booking } from './booking.ts';
import { presentAssignment } from '#bookings/assignment/present-assignment.ts';
import { presentBookings } from './present-booking.ts';
import { presentReminders } from '#bookings/reminders/present-reminders.ts';
import { presentWrites } from '#bookings/calendar-writes/present-writes.ts';
import { presentReplies } from '#bookings/replies/present-replies.ts';
import { readHistory } from './store-lists.ts';

/** One booking with its party's name, its reasons (D5) and its history, in the caller's language. */
export async function presentWhole(
  platform: Platform,
  caller: Caller,
  booking: Booking,
): Promise<WholeBooking> {
  const db = platform.db.read;
  const { workspaceId, id } = booking;
  const [view] = await presentBookings(platform, workspaceId, [booking]);
  const history = await readHistory(db, workspaceId, id);
  return {
    ...view!,
    details: booking.visitor?.details ?? booking.details,
    link: await linkOf(platform, booking),
    assignment: await presentAssignment(platform, caller, booking, history),
    reminders: await presentReminders(db, booking),
    replies: await presentReplies(db, booking),
    calendars: await presentWrites(db, booking),
    history: history.map(({ change_id, kind, at, by_kind, by_id, by_name, data }) => ({
      ...(JSON.parse(data) as Record<string, unknown>),
      id: change_id,
      kind,
      at,
      by: { kind: by_kind, ...(by_id && { id: by_id, name: by_name ?? undefined }) },
    })),
  };
}

async function linkOf({ db }: Platform, { workspaceId, linkId }: Booking): Promise<WholeBooking['link']> {
  const link = linkId === null ? undefined : await readLink(db.read, workspaceId, linkId);
  return link ? { id: link.id, title: link.title, deleted: link.deletedAt !== null } : null;
}
