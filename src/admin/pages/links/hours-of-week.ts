import { dayFromText, isoFromMinute, minuteFromIso } from '#engine/minutes.ts';
import { instantOf, minuteOfDay, zoneNamed } from '#engine/zone.ts';

export interface FreeDay {
  date: string;
  slots: { start: string; hostIds: string[] }[];
}

/** Who is free in each hour of the days: '2026-12-01 09' → how many different hosts have a start in it. */
export function freeByHour(days: readonly FreeDay[], timeZone: string): ReadonlyMap<string, number> {
  const zone = zoneNamed(timeZone)!;
  const hosts = new Map<string, Set<string>>();
  for (const { date, slots } of days) {
    for (const { start, hostIds } of slots) {
      const hour = Math.floor(minuteOfDay(zone, minuteFromIso(start)!) / 60);
      const cell = cellOf(date, hour);
      hosts.set(cell, new Set([...(hosts.get(cell) ?? []), ...hostIds]));
    }
  }
  return new Map([...hosts].map(([cell, ids]) => [cell, ids.size]));
}

export function cellOf(date: string, hour: number): string {
  return `${date} ${String(hour).padStart(2, '0')}`;
}

const USUAL = { first: 8, last: 17 };

/** Full hours from the first to the last that is open in some week, at least a working day. */
export function hoursShown(cells: Iterable<string>): number[] {
  const hours = [...cells].map((cell) => Number(cell.slice(11)));
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
