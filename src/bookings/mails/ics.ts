import ICAL from 'ical.js';
import { calendarFile } from '#calendars/ical-text.ts';
import { labelled } from '#platform/mailer/layout.ts';
import type { MailFact } from '#platform/mailer/layout.ts';
import { hostFacts, placeFacts, placeForGuests, typedFacts, videoUrl, visitorFacts } from './facts.ts';
import { instantOf } from './meeting.ts';
import type { MailHost, MailMeeting, MailReader } from './meeting.ts';
import { lines, oneLine, typedLine } from './typed.ts';
import { hostNames, nameLine, wordsFor } from './words.ts';
import type { Words } from './words.ts';

/** Whose calendar it is for. `download` is the visitor's own, fetched from their page: it invites nobody. */
export interface CalendarCopy {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  for: 'visitor' | 'host' | 'guest' | 'download';
  /** For `host`; the first one when left out. */
  host?: MailHost;
  /** For `guest`: their address. */
  guest?: string;
  /** With CANCEL: the meeting stands, only this reader is no longer part of it. */
  uninvited?: boolean;
}

/**
 * An iCalendar file with the one meeting (K5): CRLF, lines of at most 75 octets, times in UTC. Its UID never
 * changes and its SEQUENCE is the booking's, so that programs change the entry they have.
 */
export function calendarText(meeting: MailMeeting, copy: CalendarCopy): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Rondo//Meetings//EN');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', copy.for === 'download' ? 'PUBLISH' : copy.method);
  calendar.addSubcomponent(eventOf(meeting, copy));
  return calendarFile(calendar);
}

function eventOf(meeting: MailMeeting, copy: CalendarCopy): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', `${meeting.bookingId}@${meeting.uidDomain}`);
  event.addPropertyWithValue('sequence', meeting.sequence);
  event.addPropertyWithValue('dtstamp', timeOf(new Date(meeting.stamp).toISOString()));
  event.addPropertyWithValue('dtstart', timeOf(instantOf(meeting.start)));
  event.addPropertyWithValue('dtend', timeOf(instantOf(meeting.end)));
  const status = statusOf(meeting, copy);
  if (status !== null) event.addPropertyWithValue('status', status);
  event.addPropertyWithValue('transp', status === 'CONFIRMED' ? 'OPAQUE' : 'TRANSPARENT');
  addWords(event, meeting, copy);
  addPeople(event, meeting, copy);
  return event;
}

/** RFC 5546, 3.2.5: a CANCEL that only takes somebody off the list says nothing about the meeting itself. */
function statusOf(meeting: MailMeeting, copy: CalendarCopy): 'CONFIRMED' | 'CANCELLED' | null {
  const { method, uninvited } = copy;
  if (uninvited === true) return null;
  const gone = method === 'CANCEL' || (copy.for === 'download' && meeting.cancelledBy !== undefined);
  return gone ? 'CANCELLED' : 'CONFIRMED';
}

function addWords(event: ICAL.Component, meeting: MailMeeting, copy: CalendarCopy): void {
  const words = wordsFor(readerFor(meeting, copy));
  const isOwn = copy.for === 'visitor' || copy.for === 'download';
  event.addPropertyWithValue('summary', summaryOf(words, meeting, copy));
  const place = placeOf(words, meeting, copy);
  if (place !== '') event.addPropertyWithValue('location', place);
  const description = descriptionOf(words, meeting, copy);
  if (description !== '') event.addPropertyWithValue('description', description);
  if (isOwn) event.addPropertyWithValue('url', meeting.manageUrl);
}

/** Everybody sees whom they meet; a link of one host is mostly called after them: 'Meeting with Anna Nowak'. */
function summaryOf(words: Words, meeting: MailMeeting, copy: CalendarCopy): string {
  const title = oneLine(meeting.title);
  const others = copy.for === 'host' ? typedLine(meeting.visitor.name, 60) : hostNames(words, meeting);
  const isSaid = others === '' || (copy.for !== 'host' && title.includes(others));
  return isSaid ? title : `${title}: ${others}`;
}

function placeOf(words: Words, meeting: MailMeeting, copy: CalendarCopy): string {
  const url = videoUrl(meeting.location);
  if (url !== undefined) return url;
  return placeFactsFor(words, meeting, copy)
    .map(({ value }) => oneLine(value.replace('\n', ': ')))
    .join('');
}

function descriptionOf(words: Words, meeting: MailMeeting, copy: CalendarCopy): string {
  const facts = [...peopleFacts(words, meeting, copy), ...placeFactsFor(words, meeting, copy)];
  const own = copy.for === 'visitor' || copy.for === 'download';
  const change = own ? [words.t('mail.meeting.file.change', { url: meeting.manageUrl })] : [];
  return lines([...facts.map((fact) => factLine(words, fact)), ...change].join('\n'));
}

/** What hosts may read of the visitor stands in their copies only. */
function peopleFacts(words: Words, meeting: MailMeeting, copy: CalendarCopy): MailFact[] {
  if (copy.for !== 'host') return hostFacts(words, { ...meeting, previousHosts: undefined });
  if (copy.uninvited === true) return [];
  return [...visitorFacts(words, meeting, readerFor(meeting, copy)), ...typedFacts(words, meeting)];
}

function placeFactsFor(words: Words, meeting: MailMeeting, copy: CalendarCopy): MailFact[] {
  if (copy.for === 'guest') return placeFacts(words, placeForGuests(meeting));
  return placeFacts(words, meeting.location, meeting.visitor.phone);
}

function factLine({ language }: Words, { label, value, url }: MailFact): string {
  return `${labelled(language, label)} ${url ?? value.replaceAll('\n', ', ')}`;
}

function readerFor({ hosts, visitor }: MailMeeting, copy: CalendarCopy): MailReader {
  return copy.for === 'host' ? (copy.host ?? hosts[0] ?? visitor) : visitor;
}

/** PUBLISH invites nobody, so that a shared file carries no addresses. */
function addPeople(event: ICAL.Component, meeting: MailMeeting, copy: CalendarCopy): void {
  const { hosts, organizer, workspaceName } = meeting;
  const name = hosts.length === 1 ? hosts[0]!.name : workspaceName;
  addPerson(event, 'organizer', answersTo(meeting, copy) ?? organizer.address, { cn: nameLine(name) });
  if (copy.for === 'download') return;
  for (const [address, parameters] of attendeesOf(meeting, copy))
    addPerson(event, 'attendee', address, parameters);
}

/** Hosts answer in Rondo, and a downloaded file invites nobody. */
function answersTo({ answersOf, visitor }: MailMeeting, copy: CalendarCopy): string | undefined {
  if (copy.for === 'visitor') return answersOf?.(visitor.email);
  return copy.for === 'guest' && copy.guest !== undefined ? answersOf?.(copy.guest) : undefined;
}

type Attendee = [address: string, parameters: Record<string, string>];

/** Guests learn of the hosts and themselves; visitor and hosts of everybody; the uninvited of themselves. */
function attendeesOf(meeting: MailMeeting, copy: CalendarCopy): Attendee[] {
  const { hosts, visitor, guests } = meeting;
  if (copy.uninvited === true) return (copy.host ? [copy.host] : []).map(hostAttendee);
  const held = hosts.map(hostAttendee);
  if (copy.for === 'guest') return [...held, ...(copy.guest === undefined ? [] : [asked(copy.guest)])];
  const own = visitor.email === '' ? [] : [asked(visitor.email, typedLine(visitor.name, 60))];
  return [...own, ...held, ...guests.map((guest) => asked(guest))];
}

function hostAttendee({ email, name }: MailHost): Attendee {
  return [email, { cn: nameLine(name), role: 'REQ-PARTICIPANT', partstat: 'ACCEPTED', rsvp: 'FALSE' }];
}

function asked(email: string, name = ''): Attendee {
  return [email, { cn: name, role: 'REQ-PARTICIPANT', partstat: 'NEEDS-ACTION', rsvp: 'TRUE' }];
}

function addPerson(
  event: ICAL.Component,
  kind: 'organizer' | 'attendee',
  address: string,
  parameters: Record<string, string>,
): void {
  const property = new ICAL.Property(kind);
  for (const [name, value] of Object.entries(parameters))
    if (value !== '') property.setParameter(name, inParameter(value));
  property.setValue(mailto(address));
  event.addProperty(property);
}

/** Programs disagree about what these two mean within a parameter. */
function inParameter(value: string): string {
  return value.replaceAll('"', "'").replaceAll('\\', '/');
}

/** RFC 6068: what a checked address may hold and an address of the web would read otherwise. */
function mailto(address: string): string {
  return `mailto:${oneLine(address).replace(/[%?#&/^`{|}]/g, encodeURIComponent)}`;
}

function timeOf(instant: string): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${instant.slice(0, 19)}Z`);
}
