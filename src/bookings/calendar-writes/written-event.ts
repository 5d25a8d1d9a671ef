import { isoNow } from '#platform/clock.ts';
import { labelled } from '#platform/mailer/layout.ts';
import type { Platform } from '#platform/platform.ts';
import type { WrittenEvent } from '#calendars/outside/provider.ts';
import type { Standing } from '../find-booking.ts';
import { mailHost, mailMeeting } from '../mail-meeting.ts';
import { guestFacts, hostFacts, placeFacts, typedFacts, videoUrl, visitorFacts } from '../mails/facts.ts';
import { lines, oneLine, typedLine } from '../mails/typed.ts';
import { wordsFor } from '../mails/words.ts';

/** A booking as one of its hosts finds it in their own calendar, in their language; undefined for who does not hold it. */
export function writtenEvent(
  platform: Platform,
  standing: Standing,
  hostId: string,
): WrittenEvent | undefined {
  const { booking, found, hosts } = standing;
  const row = hosts.find(({ member_id }) => member_id === hostId);
  if (!row) return undefined;
  const meeting = mailMeeting(platform, found.workspace, booking, hosts);
  const host = mailHost(row);
  const words = wordsFor(host);
  const places = placeFacts(words, meeting.location, meeting.visitor.phone);
  const others = hosts.length > 1 ? hostFacts(words, meeting) : [];
  const facts = [
    ...visitorFacts(words, meeting, host),
    ...others,
    ...guestFacts(words, meeting),
    ...typedFacts(words, meeting),
    ...places,
  ];
  const said = facts.map(
    ({ label, value, url }) => `${labelled(words.language, label)} ${url ?? value.replaceAll('\n', ', ')}`,
  );
  const visitor = typedLine(meeting.visitor.name, 60);
  const title = oneLine(booking.title);
  return {
    uid: uidOf(platform, booking.id),
    sequence: booking.sequence,
    title: visitor === '' ? title : `${title}: ${visitor}`,
    description: lines(said.join('\n')),
    location:
      videoUrl(meeting.location) ?? places.map(({ value }) => oneLine(value.replace('\n', ': '))).join(''),
    start: booking.start,
    end: booking.end,
    timeZone: host.timeZone,
    changedAt: isoNow(platform.clock),
    ...conferenceOf(booking),
  };
}

function conferenceOf({ location }: Standing['booking']): Pick<WrittenEvent, 'conference'> {
  const room = location?.room;
  return room === 'meet' || room === 'teams' ? { conference: room } : {};
}

/** It never changes, wherever the booking goes (K3). */
export function uidOf({ config }: Platform, bookingId: string): string {
  return `${bookingId}@${new URL(config.publicUrl).hostname}`;
}
