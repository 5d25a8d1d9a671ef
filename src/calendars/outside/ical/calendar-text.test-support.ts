/** Calendar texts as programs write them, and what became of them in words that can be compared. */
import { isoFromMinute, minuteFromIso } from '#engine/minutes.ts';
import { expandObject, type Expansion } from './expand-object.ts';
import type { ExpandedObject, Occurrence } from './occurrence.ts';

export const WINDOW = {
  from: minuteFromIso('2026-01-01T00:00:00Z')!,
  to: minuteFromIso('2027-01-01T00:00:00Z')!,
};

/** `lines` stand in one VEVENT; more events and zones go before it whole. */
export function calendarOf(lines: string, before = ''): string {
  return inCalendar(`${before}${before && '\n'}BEGIN:VEVENT\nUID:one\nSUMMARY:Standup\n${lines}\nEND:VEVENT`);
}

export function inCalendar(lines: string): string {
  const trimmed = lines.trim().replaceAll(/\n +(?=[A-Z])/g, '\n');
  return `BEGIN:VCALENDAR\nVERSION:2.0\n${trimmed}\nEND:VCALENDAR\n`.replaceAll('\n', '\r\n');
}

export function expand(text: string, given: Partial<Expansion> = {}): ExpandedObject {
  return expandObject(text, { window: WINDOW, zone: 'Europe/Paris', ownAddresses: new Set(), ...given });
}

/** '2026-03-29T01:30/02:30', in UTC; 'free' behind what does not block. */
export function timesOf(text: string, given: Partial<Expansion> = {}): string[] {
  return expand(text, given).occurrences.map(timeOf);
}

export function timeOf({ start, end, busy }: Occurrence): string {
  const [from, to] = [isoFromMinute(start).slice(0, 16), isoFromMinute(end).slice(0, 16)];
  const until = from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : to;
  return `${from}/${until}${busy ? '' : ' free'}`;
}
