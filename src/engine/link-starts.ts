import type { Bits, Frame } from './bits.ts';
import { CELL, noBits, setPattern, WORDS_PER_DAY } from './bits.ts';
import { clearDates } from './free.ts';
import type { LocalDay, Minute } from './minutes.ts';
import { MINUTES_PER_DAY, mondayOf } from './minutes.ts';
import type { Offer } from './snapshot.ts';
import { endOfSegment, segmentAt } from './zone.ts';

/** On start times, half-open: `from <= start < to`; the meeting may end after `to` (ENGINE 7). */
export interface Window {
  from: Minute;
  to: Minute;
}

/** The part of the window that notice and horizon leave (A6). */
export function startsWithin(offer: Offer, window: Window): Window {
  return {
    from: Math.max(window.from, offer.horizon.from, offer.now, offer.now + offer.noticeMinutes),
    to: Math.min(window.to, offer.horizon.to),
  };
}

/** What the link itself allows in [from, to), whoever the hosts are: grid, holidays, caps. */
export function linkStarts(offer: Offer, frame: Frame, from: Minute, to: Minute): Bits {
  const starts = noBits(frame);
  setGrid(starts, frame, offer, from, to);
  // A link without hours of its own has no spans to take away: its holidays close the starts of their dates.
  if (!offer.ownHours && offer.holidays.size > 0) {
    clearDates(starts, frame, offer.zone, (day) => offer.holidays.has(day));
  }
  if (offer.cappedDays.size > 0 || offer.cappedWeeks.size > 0) {
    clearDates(starts, frame, offer.zone, (day) => isCapped(offer, day));
  }
  return starts;
}

/** A8: the link has reached its cap for the date (the link's) or for its week. */
export function isCapped(offer: Offer, day: LocalDay): boolean {
  return offer.cappedDays.has(day) || offer.cappedWeeks.has(mondayOf(day));
}

// The grid counts the link's wall clock from local midnight (ENGINE 5). While the offset is constant it is
// the same every UTC day, so one pattern of a day serves the whole segment.
function setGrid(starts: Bits, frame: Frame, offer: Offer, from: Minute, to: Minute): void {
  const { zone } = offer;
  for (let index = segmentAt(zone, from); index < zone.at.length && zone.at[index]! < to; index++) {
    const pattern = gridOfDay(zone.offset[index]!, offer.increment);
    const start = Math.max(from, zone.at[index]!);
    setPattern(starts, frame, pattern, start, Math.min(to, endOfSegment(zone, index)));
  }
}

function gridOfDay(offset: number, increment: number): Bits {
  const pattern = new Int32Array(WORDS_PER_DAY);
  for (let wall = 0; wall < MINUTES_PER_DAY; wall += increment) {
    const minute = (((wall - offset) % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    const cell = minute / CELL;
    pattern[cell >> 5]! |= 1 << (cell & 31);
  }
  return pattern;
}
