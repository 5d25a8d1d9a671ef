import ICAL from 'ical.js';
import { calendarFile } from './fold.ts';

export interface FeedEvent {
  uid: string;
  sequence: number;
  /** ISO instants. */
  changedAt: string;
  start: string;
  end: string;
  title: string;
  place?: string;
}

/** A member's meetings as one calendar to subscribe to (K5): CRLF, lines of at most 75 octets, times in UTC. */
export function feedText(name: string, events: FeedEvent[]): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Rondo//Meetings//EN');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('x-wr-calname', name);
  for (const event of events) calendar.addSubcomponent(component(event));
  return calendarFile(calendar);
}

function component(event: FeedEvent): ICAL.Component {
  const made = new ICAL.Component('vevent');
  made.addPropertyWithValue('uid', event.uid);
  made.addPropertyWithValue('sequence', event.sequence);
  made.addPropertyWithValue('dtstamp', timeOf(event.changedAt));
  made.addPropertyWithValue('dtstart', timeOf(event.start));
  made.addPropertyWithValue('dtend', timeOf(event.end));
  made.addPropertyWithValue('summary', event.title);
  if (event.place) made.addPropertyWithValue('location', event.place);
  return made;
}

function timeOf(iso: string): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(Math.floor(Date.parse(iso) / 1000) * 1000), true);
}
