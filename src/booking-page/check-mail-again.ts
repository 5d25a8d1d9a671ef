import { isoFromMinute } from '#engine/minutes.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Booking } from '#bookings/booking.ts';
import { findBooking } from '#bookings/find-booking.ts';
import { holdAgain } from '#bookings/hold-again.ts';
import { releaseHold } from '#bookings/release-hold.ts';
import { href } from './address.ts';
import { checkMailPage } from './check-mail.ts';
import type { Place } from './place.ts';
import { unclearPage } from './refusals.ts';
import { sendPage, type PageContext } from './send-page.ts';
import { alreadyConfirmedPage, lostPage } from './verify.ts';
import type { At, Meeting, Press } from './view.ts';

/** "Send it again" before the mail has come: a signed name of the booking, which opens nothing. */
export function againPress({ secrets }: Platform, { path, query }: At, bookingId: string): Press {
  const again = `${bookingId}.${secrets.sign('again', bookingId)}`;
  return { action: path, fields: { ...query, again } };
}

/** Another mail to the same address, or (`other`) the same time for another one. */
export async function sendAgain(
  platform: Platform,
  c: PageContext,
  found: FoundLink,
  place: Place,
  form: URLSearchParams,
): Promise<Response> {
  const booking = await bookingNamed(platform, found, form.get('again') ?? '');
  if (!booking) return sendPage(c, place.frame, unclearPage(place.frame, place.at.path), 422);
  return form.has('other')
    ? toAnotherAddress(platform, c, booking, place)
    : sendOnceMore(platform, c, booking, place);
}

async function bookingNamed(platform: Platform, { link }: FoundLink, again: string) {
  const [bookingId = '', signature = ''] = again.split('.');
  if (!platform.secrets.verify('again', bookingId, signature)) return undefined;
  const standing = await findBooking(platform.db.read, link.workspaceId, bookingId);
  return standing?.booking.visitor ? standing.booking : undefined;
}

/** The hold makes way first, or it would stand in its own visitor's way. */
async function toAnotherAddress(
  platform: Platform,
  c: PageContext,
  booking: Booking,
  { at }: Place,
): Promise<Response> {
  await releaseHold(platform, booking.workspaceId, booking.id);
  const { start, timeZone } = meetingOf(booking);
  return c.redirect(href(at, { start, timeZone, duration: String(booking.end - booking.start) }), 303);
}

async function sendOnceMore(
  platform: Platform,
  c: PageContext,
  booking: Booking,
  { frame, about, at }: Place,
): Promise<Response> {
  const minutes = booking.end - booking.start;
  const shown = { frame, about: { ...about, minutes }, meeting: meetingOf(booking) };
  const held = await holdAgain(platform, booking.workspaceId, booking.id);
  if ('sent' in held) {
    const heldUntil = held.sent.expiresAt ?? frame.now;
    const again = againPress(platform, at, booking.id);
    const sent = { email: booking.visitor!.email, heldUntil, again, otherAddress: null };
    return sendPage(c, frame, checkMailPage({ ...shown, ...sent }));
  }
  if (held.refused === 'lost') {
    const near = held.alternatives.map(isoFromMinute);
    return sendPage(c, frame, lostPage({ ...shown, near, choose: href(at) }), 409);
  }
  if (booking.status === 'scheduled')
    return sendPage(c, frame, alreadyConfirmedPage({ ...shown, manage: null }));
  return c.redirect(href(at), 303);
}

function meetingOf({ start, end, visitorTimeZone }: Booking): Meeting {
  return { start: isoFromMinute(start), end: isoFromMinute(end), timeZone: visitorTimeZone };
}
