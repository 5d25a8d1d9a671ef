import type { Language } from '#platform/messages/messages.ts';
import type { Platform } from '#platform/platform.ts';
import type { Workspace } from '#people/workspace.ts';
import { movableUntil, type Booking } from './booking.ts';
import { manageUrl } from './manage-token.ts';
import type { MailHost, MailMeeting } from './mails/meeting.ts';
import { replyAddress } from '#bookings/replies/reply-address.ts';
import type { HostRow } from './store-snapshot.ts';

/** A booking as its mails see it. `changes` says what this very mail is about. */
export function mailMeeting(
  platform: Platform,
  workspace: Workspace,
  booking: Booking,
  hosts: HostRow[],
  changes: Partial<MailMeeting> = {},
): MailMeeting {
  const { config, clock, secrets } = platform;
  const token = booking.manageTokenSealed === null ? null : secrets.open(booking.manageTokenSealed);
  const { visitor } = booking;
  return {
    bookingId: booking.id,
    sequence: booking.sequence,
    title: booking.title,
    start: booking.start,
    end: booking.end,
    hosts: hosts.map(mailHost),
    visitor: {
      name: visitor?.name ?? '',
      email: visitor?.email ?? '',
      ...(visitor?.phone && { phone: visitor.phone }),
      ...(visitor?.skype && { skype: visitor.skype }),
      language: booking.language,
      timeZone: booking.visitorTimeZone,
    },
    details: visitor?.details ?? booking.details,
    answers: booking.answers,
    guests: booking.guests,
    location: booking.location,
    manageUrl: token === null ? config.publicUrl : manageUrl(platform, token),
    changeUntil: movableUntil(booking),
    heldUntil: booking.expiresAt === null ? null : Math.floor(Date.parse(booking.expiresAt) / 60_000),
    stamp: clock.now(),
    workspaceName: workspace.name,
    organizer: { name: workspace.name, address: addressOf(config.mailFrom) },
    ...(booking.answersTo !== null && { answersOf: answersOf(platform, booking, booking.answersTo) }),
    uidDomain: new URL(config.publicUrl).hostname,
    ...changes,
  };
}

export function mailHost(row: HostRow): MailHost {
  return {
    name: row.name,
    email: row.email,
    timeZone: row.time_zone ?? row.own_zone,
    language: row.locale as Language,
  };
}

function answersOf({ secrets }: Platform, booking: Booking, mailbox: string) {
  return (email: string): string => replyAddress(secrets, mailbox, booking, email);
}

function addressOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}
