import type { Interval } from './minutes.ts';
import { isoFromMinute, textFromDay } from './minutes.ts';
import type { HostSnapshot, Offer, Reason, ReasonCode } from './snapshot.ts';
import { isOpen, whyShut } from './why-shut.ts';
import { localDayOf } from './zone.ts';

/** Whether nothing speaks against the host for that meeting. */
export function isFree(offer: Offer, host: HostSnapshot, meeting: Interval): boolean {
  return whyHost(offer, host, meeting).length === 0;
}

/** Everything that keeps the host from that meeting (A10); empty when the host is free for it. */
export function whyHost(offer: Offer, host: HostSnapshot, meeting: Interval): Reason[] {
  return [
    ...host.unbookable.map((code) => ({ code, detail: 'host' })),
    ...(isOpen(offer, host, meeting) ? [] : whyShut(offer, host, meeting)),
    ...whyCapped(offer, host, meeting),
    ...(ignoresCalendar(offer) ? [] : whyTaken(offer, host.busy, meeting, 'busy')),
    ...whyTaken(offer, host.claims, meeting, 'claimed'),
  ];
}

/** L3: an explicit offer made over one's own busy time; other bookings it never overrides. */
function ignoresCalendar(offer: Offer): boolean {
  return offer.times !== null && offer.offerAnyway;
}

function whyCapped(offer: Offer, host: HostSnapshot, meeting: Interval): Reason[] {
  if (host.cappedDays.size === 0) return [];
  const day = localDayOf(offer.zone, meeting.start);
  return host.cappedDays.has(day) ? [{ code: 'cap', detail: `host day ${textFromDay(day)}` }] : [];
}

// What meets the meeting itself is named before what meets only its buffers.
function whyTaken(offer: Offer, pairs: Int32Array, meeting: Interval, code: ReasonCode): Reason[] {
  const padded = { start: meeting.start - offer.bufferBefore, end: meeting.end + offer.bufferAfter };
  const near = firstMeeting(pairs, padded);
  if (!near) return [];
  const hit = firstMeeting(pairs, meeting);
  return [{ code: hit ? code : 'buffer', detail: textOf(hit ?? near) }];
}

/** The earliest of the pairs that meets the interval. */
function firstMeeting(pairs: Int32Array, interval: Interval): Interval | null {
  let first: Interval | null = null;
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const start = pairs[i]!;
    const end = pairs[i + 1]!;
    if (start >= end || end <= interval.start || interval.end <= start) continue;
    if (!first || start < first.start) first = { start, end };
  }
  return first;
}

function textOf(interval: Interval): string {
  return `${isoFromMinute(interval.start)}/${isoFromMinute(interval.end)}`;
}
