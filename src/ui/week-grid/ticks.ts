import type { Minute } from '#engine/minutes.ts';
import { textFromDay } from '#engine/minutes.ts';
import { localDayOf, offsetAt, type Zone } from '#engine/zone.ts';
import { type Axis, minuteAt } from './axis.ts';

/** A whole hour of the axis; `minute` is that instant on the day asked for, null where the day has it not. */
export interface Tick {
  top: number;
  wall: number;
  minute: Minute | null;
}

/** The hours of the axis; a doubled hour is there twice. */
export function ticksOf(axis: Axis, column: number): Tick[] {
  const day = axis.columns[column]!;
  return axis.sections.flatMap(({ top, wall, length }) => {
    const first = Math.ceil(wall / 60) * 60;
    const count = Math.max(0, Math.ceil((wall + length - first) / 60));
    return Array.from({ length: count }, (_, index) => {
      const at = top + first - wall + index * 60;
      const isThere = day.pieces.some((piece) => at >= piece.top && at < piece.top + piece.end - piece.start);
      return { top: at, wall: first + index * 60, minute: isThere ? minuteAt(day, at) : null };
    });
  });
}

/** For a second zone: its date where it begins to differ from the axis's own or changes on the way down. */
export function dateMarks(zone: Zone, date: string, ticks: readonly Tick[]): (string | null)[] {
  let shown = date;
  return ticks.map(({ minute }) => {
    if (minute === null) return null;
    const local = textFromDay(localDayOf(zone, minute));
    if (local === shown) return null;
    shown = local;
    return local;
  });
}

/** Whether the two zones keep the same distance on all days shown, at their beginnings and ends. */
export function keepsDistance(axis: Axis, second: Zone): boolean {
  const distances = axis.columns.flatMap(({ start, end }) =>
    [start, end - 1].map((at) => offsetAt(second, at) - offsetAt(axis.zone, at)),
  );
  return new Set(distances).size <= 1;
}

/** 'UTC+5:45' */
export function offsetWords(zone: Zone, at: Minute): string {
  const offset = offsetAt(zone, at);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const sign = offset < 0 ? '\u2212' : '+';
  return `UTC${sign}${hours}${minutes > 0 ? `:${String(minutes).padStart(2, '0')}` : ''}`;
}

/** 'America/Argentina/Buenos_Aires' → 'Buenos Aires' */
export function placeOfZone(name: string): string {
  return (name.split('/').at(-1) ?? name).replaceAll('_', ' ');
}
