import { CELL } from './bits.ts';
import type { Minute } from './minutes.ts';
import { isoFromMinute, mondayOf, textFromDay } from './minutes.ts';
import type { Offer, Reason } from './snapshot.ts';
import { localDayOf, minuteOfDay } from './zone.ts';

/** Why the link itself does not offer the start, whoever the hosts are; empty when it does. */
export function whyLink(offer: Offer, start: Minute): Reason[] {
  return [
    ...(offer.times ? whyNotListed(offer, start) : whyOffGrid(offer, start)),
    ...offer.unbookable.map((code) => ({ code, detail: 'link' })),
    ...whyTooSoon(offer, start),
    ...whyHorizon(offer, start),
    ...whyCapped(offer, start),
  ];
}

function whyNotListed(offer: Offer, start: Minute): Reason[] {
  if (offer.times!.some((time) => time.start === start)) return [];
  return [{ code: 'not-offered', detail: isoFromMinute(start) }];
}

function whyOffGrid(offer: Offer, start: Minute): Reason[] {
  if (start % CELL === 0 && minuteOfDay(offer.zone, start) % offer.increment === 0) return [];
  return [{ code: 'off-grid', detail: `every ${offer.increment} minutes from midnight ${offer.zone.name}` }];
}

// A past start has also missed the notice; the plainer word is enough.
function whyTooSoon(offer: Offer, start: Minute): Reason[] {
  if (start < offer.now) return [{ code: 'past', detail: `now ${isoFromMinute(offer.now)}` }];
  const first = offer.now + offer.noticeMinutes;
  return start < first ? [{ code: 'notice', detail: `from ${isoFromMinute(first)}` }] : [];
}

function whyHorizon(offer: Offer, start: Minute): Reason[] {
  const { from, to } = offer.horizon;
  if (offer.times || (from <= start && start < to)) return [];
  return [{ code: 'horizon', detail: `${isoFromMinute(from)}/${isoFromMinute(to)}` }];
}

function whyCapped(offer: Offer, start: Minute): Reason[] {
  const day = localDayOf(offer.zone, start);
  const monday = mondayOf(day);
  const reasons: Reason[] = [];
  if (offer.cappedDays.has(day)) reasons.push({ code: 'cap', detail: `day ${textFromDay(day)}` });
  if (offer.cappedWeeks.has(monday)) reasons.push({ code: 'cap', detail: `week ${textFromDay(monday)}` });
  return reasons;
}
