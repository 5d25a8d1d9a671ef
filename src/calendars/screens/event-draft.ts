/** An event as its form shows it: dates and wall times, and what they mean. */
import { dayFromText, isoFromMinute, minuteFromIso, MINUTES_PER_DAY, textFromDay } from '#engine/minutes.ts';
import { instantOf, localDayOf, minuteOfDay, startOfDay, type Zone, zoneNamed } from '#engine/zone.ts';

/** As the API takes it. */
export interface EventFields {
  title: string;
  /** Instants; the end is exclusive. */
  start: string;
  end: string;
  allDay: boolean;
  transparency: 'busy' | 'free';
}

export interface EventDraft extends Omit<EventFields, 'start' | 'end'> {
  from: string;
  fromTime: string;
  /** The date on which it ends; of whole days the last one. */
  to: string;
  toTime: string;
}

/** Times are the reader's, whole days those of the calendar's own zone (A3). */
export interface EventZones {
  reader: string;
  calendar: string;
}

export function draftFrom({ start, end, ...rest }: EventFields, zones: EventZones): EventDraft {
  const zone = zoneOf(rest.allDay, zones);
  const [first, last] = [minuteFromIso(start) ?? 0, minuteFromIso(end) ?? 0];
  if (rest.allDay) {
    const dates = { from: textFromDay(localDayOf(zone, first)), to: textFromDay(localDayOf(zone, last - 1)) };
    return { ...rest, ...dates, fromTime: '09:00', toTime: '10:00' };
  }
  const [from, fromTime] = wallOf(zone, first);
  const [to, toTime] = wallOf(zone, last);
  return { ...rest, from, fromTime, to, toTime };
}

/** What the draft means; what is wrong with it, by its field, when it means nothing. */
export function fieldsFrom(draft: EventDraft, zones: EventZones): EventFields | { wrong: 'title' | 'end' } {
  const { from, fromTime, to, toTime, ...rest } = draft;
  const title = rest.title.trim();
  if (title === '') return { wrong: 'title' };
  const zone = zoneOf(rest.allDay, zones);
  const [first, last] = [dayFromText(from) ?? 0, dayFromText(to) ?? 0];
  const start = rest.allDay ? startOfDay(zone, first) : instantOf(zone, first, minutesOf(fromTime));
  const end = rest.allDay ? startOfDay(zone, last + 1) : instantOf(zone, last, minutesOf(toTime));
  if (end <= start) return { wrong: 'end' };
  return { ...rest, title, start: isoFromMinute(start), end: isoFromMinute(end) };
}

/** The beginning moves and takes the end along. */
export function beginningAt(
  draft: EventDraft,
  to: Partial<Pick<EventDraft, 'from' | 'fromTime'>>,
): EventDraft {
  const moved = { ...draft, ...to };
  const by = wallMinutes(moved.from, moved.fromTime) - wallMinutes(draft.from, draft.fromTime);
  const end = wallMinutes(draft.to, draft.toTime) + by;
  const day = Math.floor(end / MINUTES_PER_DAY);
  return { ...moved, to: textFromDay(day), toTime: clock(end - day * MINUTES_PER_DAY) };
}

function zoneOf(allDay: boolean, { reader, calendar }: EventZones): Zone {
  return zoneNamed(allDay ? calendar : reader) ?? zoneNamed('UTC')!;
}

function wallOf(zone: Zone, minute: number): [date: string, time: string] {
  return [textFromDay(localDayOf(zone, minute)), clock(minuteOfDay(zone, minute))];
}

function wallMinutes(date: string, time: string): number {
  return (dayFromText(date) ?? 0) * MINUTES_PER_DAY + minutesOf(time);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
