import type { LocalDay, Minute } from '#engine/minutes.ts';
import { dayFromText, MINUTES_PER_DAY } from '#engine/minutes.ts';
import type { Zone } from '#engine/zone.ts';
import { eachDate, offsetAt, startOfDay, zoneNamed } from '#engine/zone.ts';

/**
 * The wall-time axis that the days shown share, in minutes from its top. A usual axis is 1440 long. Where clocks
 * go back on a day shown, the doubled stretch stands twice (02:00, then 02:00 again) and the other days have
 * nothing in the second; where they go forward, that day has nothing in the stretch that never comes.
 */
export interface Axis {
  zone: Zone;
  length: number;
  sections: Section[];
  columns: Column[];
}

/** A stretch along which wall time runs on. `again`: the second pass through a doubled stretch. */
export interface Section {
  top: number;
  length: number;
  /** Minute of day at `top`. */
  wall: number;
  again: boolean;
}

/** One local date. `end` is exclusive. */
export interface Column {
  date: string;
  day: LocalDay;
  start: Minute;
  end: Minute;
  pieces: Piece[];
}

/** A stretch of time that runs evenly along the axis: minute `start` stands at `top`. */
export interface Piece {
  start: Minute;
  end: Minute;
  top: number;
}

/** Dates that are none, and zones that are unknown, are the caller's mistake and thrown. */
export function axisOf(timeZone: string, dates: readonly string[]): Axis {
  const zone = zoneNamed(timeZone);
  if (!zone) throw new Error(`No zone ${timeZone}`);
  const days = dates.map((date) => passesOf(zone, date));
  const sections = sectionsOf(days.flatMap(({ passes }) => foldsOf(passes)));
  return {
    zone,
    sections,
    length: sections.reduce((sum, { length }) => sum + length, 0),
    columns: days.map(({ date, day, passes }) => ({
      date,
      day,
      start: passes[0]!.start,
      end: passes.at(-1)!.end,
      pieces: piecesOf(passes, sections),
    })),
  };
}

/** Where that minute stands on its day; before and after the day, its first and last place. */
export function positionOf(column: Column, minute: Minute): number {
  const piece = column.pieces.find(({ end }) => minute < end) ?? column.pieces.at(-1)!;
  return piece.top + Math.min(Math.max(minute, piece.start), piece.end) - piece.start;
}

/** Where something that ends at that minute ends: above a gap, not below it. */
export function endPositionOf(column: Column, minute: Minute): number {
  const piece = column.pieces.find(({ end }) => minute <= end) ?? column.pieces.at(-1)!;
  return piece.top + Math.min(Math.max(minute, piece.start), piece.end) - piece.start;
}

/** The minute at that place of the day; in a stretch that never comes, the first minute after it. */
export function minuteAt(column: Column, position: number): Minute {
  const piece = column.pieces.find(({ start, end, top }) => position < top + end - start);
  return piece ? piece.start + Math.max(0, Math.floor(position - piece.top)) : column.end;
}

/** The stretches of the axis that this day does not have. */
export function gapsOf(column: Column, length: number): { top: number; bottom: number }[] {
  const gaps: { top: number; bottom: number }[] = [];
  let seen = 0;
  for (const { top, start, end } of column.pieces) {
    if (top > seen) gaps.push({ top: seen, bottom: top });
    seen = top + end - start;
  }
  return seen < length ? [...gaps, { top: seen, bottom: length }] : gaps;
}

interface Pass {
  start: Minute;
  end: Minute;
  /** Minute of day at `start`. */
  wall: number;
}
interface Fold {
  at: number;
  length: number;
}

function passesOf(zone: Zone, date: string): { date: string; day: LocalDay; passes: Pass[] } {
  const day = dayFromText(date);
  if (day === null) throw new Error(`No date ${date}`);
  const passes: Pass[] = [];
  eachDate(zone, startOfDay(zone, day), startOfDay(zone, day + 1), (_, start, end) => {
    passes.push({ start, end, wall: start + offsetAt(zone, start) - day * MINUTES_PER_DAY });
  });
  return { date, day, passes };
}

function foldsOf(passes: Pass[]): Fold[] {
  return passes.slice(1).flatMap((pass, index) => {
    const fold = foldBetween(passes[index]!, pass);
    return fold ? [fold] : [];
  });
}

function foldBetween(before: Pass, after: Pass): Fold | null {
  const at = before.wall + before.end - before.start;
  return after.wall < at ? { at, length: at - after.wall } : null;
}

function sectionsOf(folds: Fold[]): Section[] {
  const sections: Section[] = [];
  let [top, wall] = [0, 0];
  const add = (from: number, to: number, again: boolean) => {
    if (to > from) sections.push({ top, wall: from, length: to - from, again });
    top += Math.max(0, to - from);
  };
  for (const { at, length } of folds.toSorted((a, b) => a.at - b.at)) {
    if (at <= wall) continue;
    add(wall, at, false);
    add(at - length, at, true);
    wall = at;
  }
  add(wall, MINUTES_PER_DAY, false);
  return sections;
}

function piecesOf(passes: Pass[], sections: Section[]): Piece[] {
  return passes
    .flatMap((pass, index) => {
      const fold = index > 0 ? foldBetween(passes[index - 1]!, pass) : null;
      return sections.flatMap((section) => pieceIn(pass, section, fold?.at ?? 0));
    })
    .toSorted((a, b) => a.start - b.start);
}

/** What of the pass lies in the section: up to its fold in a second pass's section, from there in first ones. */
function pieceIn(pass: Pass, section: Section, foldedUntil: number): Piece[] {
  const passEnd = pass.wall + pass.end - pass.start;
  const from = Math.max(pass.wall, section.wall, section.again ? 0 : foldedUntil);
  const to = Math.min(passEnd, section.wall + section.length, section.again ? foldedUntil : Infinity);
  if (to <= from) return [];
  const start = pass.start + from - pass.wall;
  return [{ start, end: start + to - from, top: section.top + from - section.wall }];
}
