import { isoFromMinute } from '#engine/minutes.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { opennessOf } from '#links/open.ts';
import { movableUntil, statusAt, type BookingStatus } from '#bookings/booking.ts';
import type { Standing } from '#bookings/find-booking.ts';
import { sealContact } from '#bookings/owner-first/contact-token.ts';
import { showsHosts } from '#bookings/present-to-visitor.ts';
import type { About, Doors, Meeting } from './view.ts';

/** Everything a page about one meeting may say to whoever holds its link. */
export interface Shown {
  status: BookingStatus;
  about: About;
  meeting: Meeting;
  doors: Doors;
  movableUntil: string | null;
  heldUntil: string;
  /** The link's page, while it takes bookings. */
  choose: string | null;
}

export function shown(platform: Platform, { booking, found, hosts }: Standing, path: string): Shown {
  const status = statusAt(booking, isoNow(platform.clock));
  const stands = status === 'scheduled';
  const until = movableUntil(booking);
  const now = minuteNow(platform.clock);
  return {
    status,
    about: aboutOf(found, booking.end - booking.start),
    meeting: meetingOf({ booking, found, hosts }, stands),
    doors: {
      manage: path,
      reschedule: stands && until >= now ? `${path}?step=reschedule` : null,
      cancel: stands && booking.start > now ? `${path}/cancellation` : null,
      ics: `/api/public${path}/invite.ics`,
    },
    movableUntil: stands && until >= now ? isoFromMinute(until) : null,
    heldUntil: booking.expiresAt ?? isoNow(platform.clock),
    choose: booking.linkId && opennessOf(found) === 'open' ? linkAddress(platform, { booking, found }) : null,
  };
}

/** Whoever came by a link that was mailed to them goes back by one that knows them (C4). */
function linkAddress(platform: Platform, { booking, found }: Pick<Standing, 'booking' | 'found'>): string {
  const { invited, visitor, party, record } = booking;
  const path = `/${found.workspace.slug}/${found.link.slug}`;
  const kind = (['contact', 'lead'] as const).find((one) => one === party?.kind);
  if (!invited || !visitor || !party || !kind) return path;
  const words = { email: visitor.email, person: { kind, id: party.id }, record: record ?? party };
  return `${path}?c=${sealContact(platform, found.link, { proof: 'sent', ...words })}`;
}

function aboutOf({ link }: Standing['found'], minutes: number): About {
  const { description, location } = link.settings;
  return {
    title: link.title,
    ...(description && { description }),
    minutes,
    ...(location && { location: { kind: location.kind } }),
  };
}

/** Before confirming nobody is named: the host is decided then (F4). */
function meetingOf({ booking, found, hosts }: Standing, stands: boolean): Meeting {
  const { visitor, location, answers, guests } = booking;
  const told = stands || booking.status === 'completed' || booking.status === 'no-show';
  return {
    start: isoFromMinute(booking.start),
    end: isoFromMinute(booking.end),
    timeZone: booking.visitorTimeZone,
    ...(told && showsHosts(found, booking) && { hosts: hosts.map((host) => host.name) }),
    ...(told && location && { location }),
    ...(told && visitor && { bookedBy: { name: visitor.name, email: visitor.email } }),
    ...(told && guests.length > 0 && { guests }),
    ...(told && answers.length > 0 && { answers: answers.map(({ label, value }) => ({ label, value })) }),
  };
}
