import ICAL from 'ical.js';
import type { Email } from 'postal-mime';
import { isoFromMinute } from '#engine/minutes.ts';
import type { CalendarReply, ReplyAnswer } from '#bookings/replies/reply.ts';
import { addressesOf } from './parse-message.ts';

/**
 * The answer of a calendar program to an invitation (iTIP REPLY, RFC 5546); undefined for anything else. An ORGANIZER
 * is not asked for: Outlook leaves it out. What cannot be read is no answer.
 */
export function replyIn(mail: Email): CalendarReply | undefined {
  const part = mail.attachments.find(
    ({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics',
  );
  if (!part) return undefined;
  const bytes = Buffer.from(part.content as ArrayBuffer);
  if (bytes.length > LONGEST) return undefined;
  const event = eventIn(bytes.toString('utf8'));
  const answer = event && answerOf(event);
  const uid = event?.getFirstPropertyValue('uid');
  if (!event || !answer || typeof uid !== 'string') return undefined;
  const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0);
  return {
    uid,
    answer,
    sequence: Number.isInteger(sequence) ? sequence : 0,
    repliedAt: stampOf(event),
    sentTo: addressesOf(mail),
  };
}

const LONGEST = 256 * 1024;
const ANSWERS: Record<string, ReplyAnswer> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

function eventIn(text: string): ICAL.Component | undefined {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text.replace(/^\uFEFF/, '')));
    const method = calendar.getFirstPropertyValue('method');
    const isReply = typeof method === 'string' && method.toUpperCase() === 'REPLY';
    return isReply ? (calendar.getFirstSubcomponent('vevent') ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

/** A reply speaks for one person. */
function answerOf(event: ICAL.Component): ReplyAnswer | undefined {
  const attendees = event.getAllProperties('attendee');
  const partstat = attendees.length === 1 ? attendees[0]!.getParameter('partstat') : undefined;
  return typeof partstat === 'string' ? ANSWERS[partstat.toUpperCase()] : undefined;
}

/** One without a time is older than any other. */
function stampOf(event: ICAL.Component): string {
  const stamp = event.getFirstPropertyValue('dtstamp');
  const at = stamp instanceof ICAL.Time ? stamp.toJSDate().getTime() : Number.NaN;
  return Number.isFinite(at) ? new Date(at).toISOString() : isoFromMinute(0);
}
