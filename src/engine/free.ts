import type { Bits, Frame } from './bits.ts';
import { CELL, clearAround, keepCommon, keepRuns, noBits, setWithin } from './bits.ts';
import type { Hours } from './hours.ts';
import { isAbsent, NOTHING_CLOSED, openTime } from './hours.ts';
import type { LocalDay } from './minutes.ts';
import type { HostSnapshot, Offer } from './snapshot.ts';
import type { Zone } from './zone.ts';
import { eachDate } from './zone.ts';

/** What all hosts of one query share: the frame, the link's own open time, a place to work in. */
export interface Search {
  offer: Offer;
  frame: Frame;
  ownOpen: Bits | null;
  spare: Bits;
}

export function searchIn(offer: Offer, frame: Frame): Search {
  const ownOpen = offer.ownHours ? noBits(frame) : null;
  // A2: the link's list closes the spans of the link's own hours; an override of the link beats it.
  if (ownOpen) {
    setOpen(ownOpen, frame, offer.ownHours!, { holidays: offer.holidays, absences: [] });
  }
  return { offer, frame, ownOpen, spare: noBits(frame) };
}

/**
 * The starts at which the host is free for the whole meeting (ENGINE 6), written into `bits`.
 * Free time first, then the run test, then what concerns starts only.
 */
export function writeLegal(bits: Bits, search: Search, host: HostSnapshot): void {
  writeFree(bits, search, host);
  keepRuns(bits, lengthInCells(search.offer));
  clearCapped(bits, search, host);
}

/** The cells in which the host is open and no busy time stands, widened by the buffers; into `bits`. */
export function writeFree(bits: Bits, search: Search, host: HostSnapshot): void {
  if (host.unbookable.length > 0) {
    bits.fill(0);
    return;
  }
  writeOpen(bits, search, host);
  const { offer, frame } = search;
  clearBusy(bits, frame, host.busy, offer.bufferBefore, offer.bufferAfter);
  clearBusy(bits, frame, host.claims, offer.bufferBefore, offer.bufferAfter);
}

/** A8: removes the starts on dates (the link's) for which the host has reached the cap. */
export function clearCapped(bits: Bits, search: Search, host: HostSnapshot): void {
  if (host.cappedDays.size === 0) return;
  clearDates(bits, search.frame, search.offer.zone, (day) => host.cappedDays.has(day));
}

/** Clears every minute of the local dates for which `shut` says so. */
export function clearDates(bits: Bits, frame: Frame, zone: Zone, shut: (day: LocalDay) => boolean): void {
  eachDate(zone, frame.from, frame.to, (day, start, end) => {
    if (shut(day)) clearAround(bits, frame, start, end);
  });
}

export function lengthInCells(offer: Offer): number {
  return Math.ceil(offer.lengthMinutes / CELL);
}

function writeOpen(bits: Bits, search: Search, host: HostSnapshot): void {
  const { offer, frame, ownOpen } = search;
  if (ownOpen && !offer.withinHostHours) bits.set(ownOpen);
  else {
    bits.fill(0);
    setOpen(bits, frame, host.hours, host);
    if (ownOpen) keepCommon(bits, ownOpen);
  }
  if (host.absences.length > 0) {
    clearDates(bits, frame, host.hours.zone, (day) => isAbsent(host.absences, day));
  }
  if (holidaysCloseWholeDates(offer) && host.holidays.size > 0) {
    clearDates(bits, frame, host.hours.zone, (day) => host.holidays.has(day));
  }
}

/**
 * Where the link's hours replace the host's (or a specific time needs none), no span of the host is left for
 * the host's holiday list to take away and no override to beat it; so a holiday closes every minute of its
 * date in the host's zone (A2: it always applies).
 */
export function holidaysCloseWholeDates(offer: Offer): boolean {
  return offer.times !== null || (offer.ownHours !== null && !offer.withinHostHours);
}

function setOpen(bits: Bits, frame: Frame, hours: Hours, closed = NOTHING_CLOSED): void {
  const open = openTime(hours, closed, frame.from, frame.to);
  for (let i = 0; i < open.length; i += 2) setWithin(bits, frame, open[i]!, open[i + 1]!);
}

// A start is possible iff [s − before, s + L + after) misses the event, which is the same as [s, s + L)
// missing [event.start − after, event.end + before): the event is widened, the meeting stays as it is.
function clearBusy(bits: Bits, frame: Frame, pairs: Int32Array, before: number, after: number): void {
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const start = pairs[i]!;
    const end = pairs[i + 1]!;
    if (start < end) clearAround(bits, frame, start - after, end + before);
  }
}
