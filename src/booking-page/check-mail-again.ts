import type { Platform } from '#platform/platform.ts';
import { findBooking } from '#bookings/find-booking.ts';
import { holdAgain } from '#bookings/hold-again.ts';
import { isoFromMinute } from '#engine/minutes.ts';
import type { FoundLink } from '#links/store-public.ts';
import { checkMailPage } from './check-mail.ts';
import type { Place } from './link-view.ts';
import { unclearPage } from './refusals.ts';
import { sendPage, type PageContext } from './send-page.ts';
import { alreadyConfirmedPage, lostPage } from './verify.ts';
import type { Press } from './view.ts';

/** "Send it again" before the mail has come: a signed name of the booking, which opens nothing. */
export function againPress({ secrets }: Platform, action: string, bookingId: string): Press {
  return { action, fields: { again: `${bookingId}.${secrets.sign('again', bookingId)}` } };
}

export async function sendAgain(
  platform: Platform,
  c: PageContext,
  found: FoundLink,
  place: Place,
  again: string,
): Promise<Response> {
  const { frame, about } = place;
  const [bookingId = '', signature = ''] = again.split('.');
  const signed = platform.secrets.verify('again', bookingId, signature);
  const standing = signed
    ? await findBooking(platform.db.read, found.link.workspaceId, bookingId)
    : undefined;
  if (!standing?.booking.visitor) return sendPage(c, frame, unclearPage(frame, place.at.path), 422);
  const { booking } = standing;
  const meeting = {
    start: isoFromMinute(booking.start),
    end: isoFromMinute(booking.end),
    timeZone: booking.visitorTimeZone,
  };
  const shown = { frame, about, meeting };
  const held = await holdAgain(platform, booking.workspaceId, booking.id);
  if ('sent' in held) {
    const heldUntil = held.sent.expiresAt ?? frame.now;
    const sent = { email: booking.visitor!.email, heldUntil, otherAddress: place.at.path };
    return sendPage(
      c,
      frame,
      checkMailPage({ ...shown, ...sent, again: againPress(platform, place.at.path, bookingId) }),
    );
  }
  if (held.refused === 'lost') {
    const near = held.alternatives.map(isoFromMinute);
    return sendPage(c, frame, lostPage({ ...shown, near, choose: place.at.path }), 409);
  }
  if (booking.status === 'scheduled')
    return sendPage(c, frame, alreadyConfirmedPage({ ...shown, manage: null }));
  return c.redirect(place.at.path, 303);
}
