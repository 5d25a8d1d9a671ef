/** When a task is due, as its fields show it: a date and a wall time of the reader's zone. */
import { dayFromText, isoFromMinute, minuteFromIso, MINUTES_PER_DAY, textFromDay } from '#engine/minutes.ts';
import { instantOf, localDayOf, minuteOfDay, zoneNamed } from '#engine/zone.ts';

export interface Due {
  date: string;
  time: string;
}

/** A date alone means the end of the working day. */
const EVENING = '17:00';

export function dueOf(dueAt: string | null, timeZone: string): Due | null {
  const zone = zoneNamed(timeZone) ?? zoneNamed('UTC')!;
  const minute = dueAt === null ? null : minuteFromIso(dueAt);
  if (minute === null) return null;
  const ofDay = minuteOfDay(zone, minute);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    date: textFromDay(localDayOf(zone, minute)),
    time: `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`,
  };
}

export function dueAtOf(date: string | null, time: string | null, timeZone: string): string | null {
  const zone = zoneNamed(timeZone) ?? zoneNamed('UTC')!;
  const day = date === null ? null : dayFromText(date);
  if (day === null) return null;
  const [hours = 0, minutes = 0] = (time ?? EVENING).split(':').map(Number);
  return isoFromMinute(instantOf(zone, day, (hours * 60 + minutes) % MINUTES_PER_DAY));
}
