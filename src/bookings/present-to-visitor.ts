import { isoFromMinute } from '#engine/minutes.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import type { LinkLocation } from '#links/link.ts';
import type { FoundLink } from '#links/store-public.ts';
import { movableUntil, statusAt, type Booking } from './booking.ts';
import type { Standing } from './find-booking.ts';
import type { MeetingView } from './public-answers.ts';

/**
 * Where owners come first, the host's name would say whose person somebody is: it is told only to who came by a link
 * that was mailed to them (C5). Their mails name the host.
 */
export function showsHosts(
  { link }: Pick<FoundLink, 'link'>,
  { invited }: Pick<Booking, 'invited'>,
): boolean {
  return link.settings.ownerFirst === 'off' || invited;
}

/** What the holder of the manage link sees: their own meeting, no address, nothing about anybody else (ABUSE 20). */
export function presentToVisitor({ clock }: Platform, { booking, found, hosts }: Standing): MeetingView {
  const status = statusAt(booking, isoNow(clock));
  const told = status !== 'unverified' && status !== 'expired';
  return {
    id: booking.id,
    status,
    title: booking.title,
    start: isoFromMinute(booking.start),
    end: isoFromMinute(booking.end),
    timeZone: booking.visitorTimeZone,
    language: booking.language,
    visitor: booking.visitor && { name: booking.visitor.name },
    location: told ? placeOf(booking.location) : null,
    ...(told && showsHosts(found, booking) && { hosts: hosts.map((host) => ({ name: host.name })) }),
    answers: booking.answers.map(({ label, value }) => ({ label, value })),
    heldUntil: told ? null : booking.expiresAt,
    rescheduleUntil: isoFromMinute(movableUntil(booking)),
    canReschedule: status === 'scheduled' && movableUntil(booking) >= minuteNow(clock),
    canCancel: (status === 'scheduled' || status === 'unverified') && booking.start > minuteNow(clock),
    workspace: { name: found.workspace.name },
  };
}

/** How the address came about is not the visitor's. */
function placeOf(location: LinkLocation | null): MeetingView['location'] {
  if (!location) return null;
  const { kind, value } = location;
  return { kind, ...(value !== undefined && { value }) };
}
