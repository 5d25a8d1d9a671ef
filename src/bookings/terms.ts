import type { Interval } from '#engine/minutes.ts';
import type { Offer } from '#engine/snapshot.ts';

/**
 * How a time that is not simply on offer is looked at. Claims of others always block.
 * - `promised`: a time given before (a hold, a booking that is reopened): grid, hours, notice and horizon no
 *   longer matter; absences, holidays, busy events and lost seats do (F6).
 * - `late`: as offered, but notice and horizon were kept when it was asked for (F6: another host takes it).
 * - `outside-hours`: staff book with open eyes (E13): hours, absences and holidays do not matter.
 */
export interface Terms {
  kind: 'promised' | 'late' | 'outside-hours';
  meeting: Interval;
  /** One host for each chair, instead of its candidates. */
  only?: string[];
}

/** The offer as the terms see it; without terms as it is. */
export function onTerms(offer: Offer, terms: Terms | undefined): Offer {
  if (!terms) return offer;
  if (terms.kind === 'late')
    return { ...offer, noticeMinutes: 0, horizon: { from: 0, to: terms.meeting.start + 1 } };
  const promised = { ...offer, noticeMinutes: 0, times: [terms.meeting] };
  return terms.kind === 'promised' ? promised : withoutHours(promised, terms.meeting.start);
}

/** Staff may also write down what has happened already. */
function withoutHours(offer: Offer, start: number): Offer {
  const hosts = offer.hosts.map((host) => ({ ...host, absences: [], holidays: new Set<number>() }));
  return { ...offer, now: Math.min(offer.now, start), holidays: new Set(), hosts };
}
