import type { Interval } from '#engine/minutes.ts';
import type { Offer } from '#engine/snapshot.ts';
import { whateverCalendar } from './unread-times.ts';

/**
 * How a time that is not simply on offer is looked at. Claims of others always block.
 * Whether the link was used or its offer has ended concerns those who book, not what stands or what staff do.
 * - `promised`: a time given before (a hold, a booking that is reopened): grid, hours, notice, horizon and caps no
 *   longer matter; absences, holidays, busy events and lost seats do (F6).
 * - `late`: as offered, but notice and horizon were kept when it was asked for (F6: another host takes it).
 * - `by-hand`: a colleague chooses it: hours matter, the grid is five minutes, and what a page asks of strangers
 *   (notice, horizon, caps) does not (E13).
 * - `outside-hours`: the same with open eyes: hours, absences and holidays do not matter either.
 * - `open-eyes`: nor that a calendar was not read lately (A9): what is known of it blocks all the same.
 */
export interface Terms {
  kind: 'promised' | 'late' | 'by-hand' | 'outside-hours' | 'open-eyes';
  meeting: Interval;
  /** One host for each chair, instead of its candidates. */
  only?: string[];
}

/** What a colleague goes over, having been told of it. */
export interface OpenEyes {
  /** Hours, absences and holidays (E13). */
  outsideHours: boolean;
  /** With them a calendar that cannot be read (A9), unless it is false: they have not been told of one yet. */
  evenUnread?: boolean;
}

export function termsByHand({ outsideHours, evenUnread = true }: OpenEyes): Terms['kind'] {
  if (!outsideHours) return 'by-hand';
  return evenUnread ? 'open-eyes' : 'outside-hours';
}

/** The offer as the terms see it; without terms as it is. */
export function onTerms(offer: Offer, terms: Terms | undefined): Offer {
  if (!terms) return offer;
  const { kind, meeting } = terms;
  const open = { ...offer, unbookable: [], noticeMinutes: 0, horizon: { from: 0, to: meeting.start + 1 } };
  if (kind === 'late') return open;
  const uncapped = withoutCaps(open);
  if (kind === 'by-hand') return { ...uncapped, increment: 5, times: pickedTimes(offer, meeting) };
  const promised = { ...uncapped, times: [meeting] };
  if (kind === 'promised') return promised;
  const seen = withoutHours(promised, meeting.start);
  return kind === 'open-eyes' ? { ...seen, hosts: seen.hosts.map(whateverCalendar) } : seen;
}

/** A picked time needs no hours; any other time of such a link is held against its hosts' hours. */
function pickedTimes({ times }: Offer, { start }: Interval): Offer['times'] {
  return times?.some((time) => time.start === start) ? times : null;
}

function withoutCaps(offer: Offer): Offer {
  const none = new Set<number>();
  const hosts = offer.hosts.map((host) => ({ ...host, cappedDays: none }));
  return { ...offer, cappedDays: none, cappedWeeks: none, hosts };
}

/** Staff may also write down what has happened already. */
function withoutHours(offer: Offer, start: number): Offer {
  const hosts = offer.hosts.map((host) => ({
    ...host,
    absences: [],
    holidays: new Set<number>(),
  }));
  return { ...offer, now: Math.min(offer.now, start), holidays: new Set(), hosts };
}
