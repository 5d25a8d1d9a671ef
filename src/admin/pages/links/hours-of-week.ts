import { dayFromText, isoFromMinute, minuteFromIso, textFromDay } from '#engine/minutes.ts';
import { instantOf, localDayOf, minuteOfDay, zoneNamed } from '#engine/zone.ts';

export interface FreeDay {
  date: string;
  slots: { start: string; hostIds: string[] }[];
}

/** A start that stays closed because too few are free: by place in the list of hosts. */
export interface PartlyFree {
  start: string;
  hosts: number[];
}

export interface HourOfWeek {
  /** Everybody who is free for some start of the hour that is offered. */
  free: ReadonlySet<string>;
  /** Where none is offered: who is free at the start that comes nearest to it. */
  partly: readonly string[];
}

/** Who makes each hour what it is: '2026-12-01 09' → who is free in it, or who would be. */
export function hoursOfWeek(
  days: readonly FreeDay[],
  partly: readonly PartlyFree[],
  hosts: readonly { memberId: string }[],
  timeZone: string,
): ReadonlyMap<string, HourOfWeek> {
  const zone = zoneNamed(timeZone)!;
  const hourAt = (start: string) => Math.floor(minuteOfDay(zone, minuteFromIso(start)!) / 60);
  const cells = new Map<string, HourOfWeek>();
  for (const { date, slots } of days) {
    for (const { start, hostIds } of slots) {
      const cell = cellOf(date, hourAt(start));
      cells.set(cell, { free: new Set([...(cells.get(cell)?.free ?? []), ...hostIds]), partly: [] });
    }
  }
  for (const { start, hosts: places } of partly) {
    const cell = cellOf(textFromDay(localDayOf(zone, minuteFromIso(start)!)), hourAt(start));
    const before = cells.get(cell);
    if (before && (before.free.size > 0 || before.partly.length >= places.length)) continue;
    cells.set(cell, { free: new Set(), partly: places.map((place) => hosts[place]!.memberId) });
  }
  return cells;
}

export function cellOf(date: string, hour: number): string {
  return `${date} ${String(hour).padStart(2, '0')}`;
}

const USUAL = { first: 8, last: 17 };

/** Full hours from the first to the last that is open in some week, at least a working day. */
export function hoursShown(cells: ReadonlyMap<string, HourOfWeek>): number[] {
  const hours = [...cells].filter(([, { free }]) => free.size > 0).map(([cell]) => Number(cell.slice(11)));
  const first = Math.min(USUAL.first, ...hours);
  const last = Math.max(USUAL.last, ...hours);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The start that is asked about for an hour: one that is free, else the first on the link's grid, else the hour. */
export function startInHour(
  { date, hour }: { date: string; hour: number },
  { timeZone, incrementMinutes }: { timeZone: string; incrementMinutes: number },
  days: readonly FreeDay[],
): string {
  const zone = zoneNamed(timeZone)!;
  const free = days
    .find((day) => day.date === date)
    ?.slots.find(({ start }) => Math.floor(minuteOfDay(zone, minuteFromIso(start)!) / 60) === hour);
  if (free) return free.start;
  const onGrid = Math.ceil((hour * 60) / incrementMinutes) * incrementMinutes;
  const minute = onGrid < (hour + 1) * 60 ? onGrid : hour * 60;
  return isoFromMinute(instantOf(zone, dayFromText(date)!, minute));
}
