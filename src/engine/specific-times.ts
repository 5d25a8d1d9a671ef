import type { Window } from './link-starts.ts';
import { canSeat } from './matching.ts';
import type { Interval, Minute } from './minutes.ts';
import type { Offer } from './snapshot.ts';
import { isFree } from './why-host.ts';
import { whyLink } from './why-link.ts';

/**
 * The specific times (L3) that can be had within the window, ascending, each with the hosts free for it.
 * They are few and need no grid, so each is asked by itself, to the minute.
 */
export function offeredTimes(offer: Offer, window: Window): { start: Minute; hosts: number[] }[] {
  const starts = new Set((offer.times ?? []).map((time) => time.start));
  const within = [...starts].filter((start) => window.from <= start && start < window.to);
  return within
    .toSorted((one, two) => one - two)
    .filter((start) => whyLink(offer, start).length === 0)
    .map((start) => ({ start, hosts: freeHosts(offer, start) }))
    .filter(({ hosts }) => isFilled(offer, hosts));
}

/** The meeting that would begin at the start: a specific time has its own end (of two with one start the first counts). */
export function meetingAt(offer: Offer, start: Minute): Interval {
  const time = offer.times?.find((time) => time.start === start);
  return { start, end: time?.end ?? start + offer.lengthMinutes };
}

function freeHosts(offer: Offer, start: Minute): number[] {
  const candidates = new Set(offer.chairs.flatMap((chair) => chair.candidates));
  const meeting = meetingAt(offer, start);
  return [...candidates]
    .filter((host) => isFree(offer, offer.hosts[host]!, meeting))
    .toSorted((one, two) => one - two);
}

function isFilled(offer: Offer, hosts: number[]): boolean {
  const chairs = offer.chairs.map((chair) => chair.candidates);
  return chairs.length > 0 && canSeat(chairs, (host) => hosts.includes(host));
}
