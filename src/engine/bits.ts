import type { Minute } from './minutes.ts';
import { MINUTES_PER_DAY } from './minutes.ts';

/** Minutes in one bit. */
export const CELL = 5;
/** A UTC day is exactly nine words of 32 cells, so a pattern that repeats daily repeats every nine words. */
export const WORDS_PER_DAY = 9;

/** One bit per five minutes, lowest bit first, from a UTC midnight on. */
export type Bits = Int32Array;

/** The stretch of time a query works on: whole UTC days. */
export interface Frame {
  /** A UTC midnight, minutes. */
  from: Minute;
  /** A UTC midnight, exclusive. */
  to: Minute;
  words: number;
}

/** The whole UTC days that hold [from, to). */
export function frameAround(from: Minute, to: Minute): Frame {
  const firstDay = Math.floor(from / MINUTES_PER_DAY);
  const days = Math.max(1, Math.ceil(to / MINUTES_PER_DAY) - firstDay);
  return {
    from: firstDay * MINUTES_PER_DAY,
    to: (firstDay + days) * MINUTES_PER_DAY,
    words: days * WORDS_PER_DAY,
  };
}

export function noBits(frame: Frame): Bits {
  return new Int32Array(frame.words);
}

/** Sets the cells that lie wholly in [start, end): open time is rounded inward (ENGINE 10). */
export function setWithin(bits: Bits, frame: Frame, start: Minute, end: Minute): void {
  const first = cellsUpTo(Math.max(0, start - frame.from) + CELL - 1);
  const last = cellsUpTo(Math.min(frame.to, end) - frame.from) - 1;
  if (last < first) return;
  const firstWord = first >> 5;
  const lastWord = last >> 5;
  if (firstWord === lastWord) {
    bits[firstWord]! |= maskFrom(first) & maskTo(last);
    return;
  }
  bits[firstWord]! |= maskFrom(first);
  for (let word = firstWord + 1; word < lastWord; word++) bits[word] = -1;
  bits[lastWord]! |= maskTo(last);
}

/** Clears every cell that [start, end) meets: closed time is rounded outward. */
export function clearAround(bits: Bits, frame: Frame, start: Minute, end: Minute): void {
  const first = cellsUpTo(Math.max(0, start - frame.from));
  const last = cellsUpTo(Math.min(frame.to, end) - frame.from + CELL - 1) - 1;
  if (last < first) return;
  const firstWord = first >> 5;
  const lastWord = last >> 5;
  if (firstWord === lastWord) {
    bits[firstWord]! &= ~(maskFrom(first) & maskTo(last));
    return;
  }
  bits[firstWord]! &= ~maskFrom(first);
  for (let word = firstWord + 1; word < lastWord; word++) bits[word] = 0;
  bits[lastWord]! &= ~maskTo(last);
}

/** Sets, within [start, end), the cells of a pattern of nine words that repeats every UTC day. */
export function setPattern(bits: Bits, frame: Frame, pattern: Bits, start: Minute, end: Minute): void {
  const first = cellsUpTo(Math.max(0, start - frame.from) + CELL - 1);
  const last = cellsUpTo(Math.min(frame.to, end) - frame.from + CELL - 1) - 1;
  if (last < first) return;
  const firstWord = first >> 5;
  const lastWord = last >> 5;
  for (let word = firstWord; word <= lastWord; word++) {
    let cells = pattern[word % WORDS_PER_DAY]!;
    if (word === firstWord) cells &= maskFrom(first);
    if (word === lastWord) cells &= maskTo(last);
    bits[word]! |= cells;
  }
}

/** Keeps a cell only when it and the following ones are set, `length` in all. */
export function keepRuns(bits: Bits, length: number): void {
  keepShortRuns(bits, Math.min(length, 32));
  for (let tested = 32; tested < length; tested *= 2) andShifted(bits, Math.min(tested, length - tested));
}

/** `into &= other`; false when nothing is left. */
export function keepCommon(into: Bits, other: Bits): boolean {
  let left = 0;
  for (let word = 0; word < into.length; word++) {
    const cells = into[word]! & other[word]!;
    into[word] = cells;
    left |= cells;
  }
  return left !== 0;
}

/** `into |= other` */
export function addAll(into: Bits, other: Bits): void {
  for (let word = 0; word < into.length; word++) into[word]! |= other[word]!;
}

/** Whether the cell that begins at the minute is set. */
export function hasBit(bits: Bits, frame: Frame, minute: Minute): boolean {
  const cell = (minute - frame.from) / CELL;
  return (bits[cell >> 5]! & (1 << (cell & 31))) !== 0;
}

/** The beginnings of the set cells, ascending. */
export function minutesOf(bits: Bits, frame: Frame): Minute[] {
  const minutes: Minute[] = [];
  for (let word = 0; word < bits.length; word++) {
    let cells = bits[word]!;
    while (cells !== 0) {
      const bit = 31 - Math.clz32(cells & -cells);
      minutes.push(frame.from + (word * 32 + bit) * CELL);
      cells &= cells - 1;
    }
  }
  return minutes;
}

// Up to 32 cells a word and the next one hold the whole run, so the doubling happens in two registers and the
// memory is passed once. In place is safe here and below: a word looks at itself and at later ones only.
function keepShortRuns(bits: Bits, length: number): void {
  const { length: words } = bits;
  let near = bits[0]!;
  for (let word = 0; word < words; word++) {
    const far = word + 1 < words ? bits[word + 1]! : 0;
    if (near !== 0) bits[word] = runsOf(near, far, length);
    near = far;
  }
}

function runsOf(near: number, far: number, length: number): number {
  let tested = 1;
  while (tested < length) {
    const step = Math.min(tested, length - tested);
    near &= (near >>> step) | (far << (32 - step));
    far &= far >>> step;
    tested += step;
  }
  return near;
}

function andShifted(bits: Bits, cells: number): void {
  const skip = cells >> 5;
  const shift = cells & 31;
  const { length: words } = bits;
  for (let word = 0; word < words; word++) {
    const near = word + skip < words ? bits[word + skip]! : 0;
    const far = word + skip + 1 < words ? bits[word + skip + 1]! : 0;
    // Shifting by 32 would shift by 0, so the far word goes in two steps.
    bits[word]! &= (near >>> shift) | ((far << 1) << (31 - shift));
  }
}

// Twice for every busy event, so by multiplication, which is several times faster than division. 0.2 as a double
// lies a hair above a fifth: truncated, it is right for every whole number of 31 bits, and zero or less gives no cell.
function cellsUpTo(minutes: number): number {
  return (minutes * 0.2) | 0;
}

function maskFrom(cell: number): number {
  return -1 << (cell & 31);
}

function maskTo(cell: number): number {
  return -1 >>> (31 - (cell & 31));
}
