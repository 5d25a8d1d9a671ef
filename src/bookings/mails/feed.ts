import ICAL from 'ical.js';
import { calendarFile } from '#calendars/ical-text.ts';

export interface FeedEvent {
  uid: string;
  sequence: number;
  /** ISO instant. */
  changedAt: string;
  /** ISO instants, or the first date and the one after the last, for what lasts whole days. */
  start: string;
  end: string;
  /** Whether it takes time. */
  busy: boolean;
  title: string;
  place?: string;
}

/** One calendar to subscribe to (K5): CRLF, lines of at most 75 octets, times in UTC. */
export function feedText(name: string, events: FeedEvent[]): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Rondo//Meetings//EN');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', name);
  calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString(OFTEN));
  calendar.addPropertyWithValue('x-published-ttl', OFTEN);
  for (const event of events) calendar.addSubcomponent(component(event));
  return calendarFile(calendar);
}

/** How often we wish to be asked: RFC 7986 and, before it, Outlook. */
const OFTEN = 'PT15M';

function component(event: FeedEvent): ICAL.Component {
  const made = new ICAL.Component('vevent');
  made.addPropertyWithValue('uid', event.uid);
  made.addPropertyWithValue('sequence', event.sequence);
  made.addPropertyWithValue('dtstamp', timeOf(event.changedAt));
  made.addPropertyWithValue('dtstart', timeOf(event.start));
  made.addPropertyWithValue('dtend', timeOf(event.end));
  if (!event.busy) made.addPropertyWithValue('transp', 'TRANSPARENT');
  made.addPropertyWithValue('summary', event.title);
  if (event.place) made.addPropertyWithValue('location', event.place);
  return made;
}

function timeOf(iso: string): ICAL.Time {
  if (!iso.includes('T')) return ICAL.Time.fromDateString(iso);
  return ICAL.Time.fromJSDate(new Date(Math.floor(Date.parse(iso) / 1000) * 1000), true);
}
