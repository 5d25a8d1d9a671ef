import ICAL from 'ical.js';
import { calendarFile } from '#calendars/ical-text.ts';
import type { WrittenEvent } from '../provider.ts';

/** A booking as it is put into its host's calendar (K3): times in UTC, nobody invited. */
export function eventText(event: WrittenEvent): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Rondo//Meetings//EN');
  calendar.addPropertyWithValue('version', '2.0');
  const written = new ICAL.Component('vevent');
  written.addPropertyWithValue('uid', event.uid);
  calendar.addSubcomponent(written);
  say(written, event);
  return calendarFile(calendar);
}

/** Brings the event in this text up to date, and keeps what others have added: alarms, categories, guests. */
export function rewriteText(previous: string, event: WrittenEvent): string {
  const calendar = parsed(previous);
  const own = calendar
    ?.getAllSubcomponents('vevent')
    .find((one) => one.getFirstPropertyValue('uid') === event.uid);
  if (!calendar || !own) return eventText(event);
  // A length of its own would contradict the end that is written.
  own.removeAllProperties('duration');
  say(own, event);
  return calendarFile(calendar);
}

/** Null for what the library cannot read whole: then there is nothing to be kept. */
function parsed(text: string): ICAL.Component | null {
  try {
    const read = ICAL.parse(text) as unknown[];
    return read[0] === 'vcalendar' ? new ICAL.Component(read) : null;
  } catch {
    return null;
  }
}

function say(component: ICAL.Component, event: WrittenEvent): void {
  component.updatePropertyWithValue('sequence', event.sequence);
  component.updatePropertyWithValue('dtstamp', timeOf(new Date(event.changedAt)));
  sayTime(component, 'dtstart', event.start);
  sayTime(component, 'dtend', event.end);
  sayWords(component, 'summary', event.title);
  sayWords(component, 'description', event.description);
  sayWords(component, 'location', event.location);
  component.updatePropertyWithValue('status', 'CONFIRMED');
  component.updatePropertyWithValue('transp', 'OPAQUE');
}

/** Anew: what stood there may name a zone. */
function sayTime(component: ICAL.Component, name: 'dtstart' | 'dtend', minute: number): void {
  component.removeAllProperties(name);
  component.addPropertyWithValue(name, timeOf(new Date(minute * 60_000)));
}

function sayWords(component: ICAL.Component, name: string, words: string): void {
  component.removeAllProperties(name);
  const value = inText(words);
  if (value !== '') component.addPropertyWithValue(name, value);
}

/** Nothing that could end a line but the escaped one (ABUSE 25). */
function inText(words: string): string {
  const lines = words.toWellFormed().replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  return lines.replace(/[^\P{Cc}\n]/gu, ' ').trim();
}

function timeOf(date: Date): ICAL.Time {
  const time = ICAL.Time.fromJSDate(date, true);
  time.zone = ICAL.Timezone.utcTimezone;
  return time;
}
