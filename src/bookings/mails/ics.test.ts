import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { calendarText } from './ics.ts';
import type { CalendarCopy } from './ics.ts';
import type { MailMeeting } from './meeting.ts';
import { MANAGE, anna, bo, chloe, marek, meeting, minute } from './meeting.test-support.ts';

test('K5: an invitation says who, when in UTC, where, and which meeting it is', () => {
  const { calendar, event } = read(meeting(), { method: 'REQUEST', for: 'visitor' });
  assert.equal(calendar.getFirstPropertyValue('method'), 'REQUEST');
  assert.equal(event.getFirstPropertyValue('uid'), '01995c9e-0000-7000-8000-000000000001@rondo.example');
  assert.equal(event.getFirstPropertyValue('sequence'), 0);
  assert.equal(String(event.getFirstPropertyValue('dtstart')), '2026-12-01T08:00:00Z');
  assert.equal(String(event.getFirstPropertyValue('dtend')), '2026-12-01T08:30:00Z');
  assert.equal(String(event.getFirstPropertyValue('dtstamp')), '2026-11-27T10:00:05Z');
  assert.equal(event.getFirstPropertyValue('status'), 'CONFIRMED');
  assert.equal(event.getFirstPropertyValue('summary'), 'Intro call: Anna Nowak');
  assert.equal(event.getFirstPropertyValue('location'), 'https://meet.example/intro');
});

test('K5: a meeting that is called after its host names them once', () => {
  const named = meeting({ title: 'Meeting with Anna Nowak' });
  const visitors = read(named, { method: 'REQUEST', for: 'visitor' }).event;
  assert.equal(visitors.getFirstPropertyValue('summary'), 'Meeting with Anna Nowak');
  const hosts = read(named, { method: 'REQUEST', for: 'host' }).event;
  assert.equal(hosts.getFirstPropertyValue('summary'), 'Meeting with Anna Nowak: Chloé Martin');
});

test('K5, E8: a moved meeting keeps its UID and raises its SEQUENCE; a cancelled one says CANCEL', () => {
  const moved = meeting({
    sequence: 1,
    start: minute('2026-12-02T08:00:00Z'),
    end: minute('2026-12-02T08:30:00Z'),
  });
  const before = read(meeting(), { method: 'REQUEST', for: 'visitor' }).event;
  const after = read(moved, { method: 'REQUEST', for: 'visitor' }).event;
  assert.equal(after.getFirstPropertyValue('uid'), before.getFirstPropertyValue('uid'));
  assert.equal(after.getFirstPropertyValue('sequence'), 1);
  const off = read(meeting({ sequence: 2, cancelledBy: 'staff' }), { method: 'CANCEL', for: 'visitor' });
  assert.equal(off.calendar.getFirstPropertyValue('method'), 'CANCEL');
  assert.equal(off.event.getFirstPropertyValue('status'), 'CANCELLED');
  assert.equal(off.event.getFirstPropertyValue('uid'), before.getFirstPropertyValue('uid'));
});

test('the sender organises in the host’s name, a group in the workspace’s', () => {
  const organizer = (of: MailMeeting) =>
    read(of, { method: 'REQUEST', for: 'visitor' }).event.getFirstProperty('organizer')!;
  assert.equal(organizer(meeting()).getFirstParameter('cn'), 'Anna Nowak');
  assert.equal(organizer(meeting()).getFirstValue(), 'mailto:meetings@rondo.example');
  assert.equal(organizer(meeting({ hosts: [anna, bo] })).getFirstParameter('cn'), 'Atelier Nord');
});

test('visitor and guests are asked to answer, hosts have accepted', () => {
  const answers = people(meeting(), { method: 'REQUEST', for: 'visitor' });
  assert.deepEqual(answers, [
    [`mailto:${chloe.email}`, 'NEEDS-ACTION', 'TRUE'],
    [`mailto:${anna.email}`, 'ACCEPTED', 'FALSE'],
    [`mailto:${marek.email}`, 'NEEDS-ACTION', 'TRUE'],
  ]);
});

test('the manage link stands in the visitor’s own copies only', () => {
  const text = (copy: CalendarCopy) => unfolded(calendarText(meeting(), copy));
  for (const copy of ['visitor', 'download'] as const)
    assert.ok(text({ method: 'REQUEST', for: copy }).includes(`\r\nURL:${MANAGE}\r\n`));
  for (const copy of ['host', 'guest'] as const)
    assert.doesNotMatch(text({ method: 'REQUEST', for: copy, guest: marek.email }), /bookings\//);
});

test('a guest’s copy holds no address but the hosts’ and their own', () => {
  const copy = { method: 'REQUEST', for: 'guest', guest: marek.email } as const;
  const two = meeting({ guests: [marek.email, 'eve@guest.example'] });
  assert.deepEqual(
    people(two, copy).map(([address]) => address),
    [`mailto:${anna.email}`, `mailto:${marek.email}`],
  );
  assert.doesNotMatch(unfolded(calendarText(two, copy)), /chloe@|\+33|twelve/);
});

test('a downloaded file is published: it invites nobody, and knows when the meeting is off', () => {
  const { calendar, event } = read(meeting(), { method: 'PUBLISH', for: 'download' });
  assert.equal(calendar.getFirstPropertyValue('method'), 'PUBLISH');
  assert.equal(event.getAllProperties('attendee').length, 0);
  const off = read(meeting({ cancelledBy: 'visitor' }), { method: 'PUBLISH', for: 'download' });
  assert.equal(off.event.getFirstPropertyValue('status'), 'CANCELLED');
});

test('E11: who lost the meeting is taken off the list, and the meeting itself is not called off', () => {
  const copy = { method: 'CANCEL', for: 'host', host: anna, uninvited: true } as const;
  const { event } = read(meeting({ hosts: [bo] }), copy);
  assert.equal(event.getFirstPropertyValue('status'), null);
  assert.deepEqual(
    people(meeting({ hosts: [bo] }), copy).map(([address]) => address),
    [`mailto:${anna.email}`],
  );
});

test('a host’s copy is in the host’s words and holds what the visitor told', () => {
  const { event } = read(meeting(), { method: 'REQUEST', for: 'host', host: anna });
  assert.equal(event.getFirstPropertyValue('summary'), 'Intro call: Chloé Martin');
  const description = String(event.getFirstPropertyValue('description'));
  assert.match(description, /^Gość: Chloé Martin\nE-mail: chloe@lyon\.example\n/);
  assert.match(description, /Wiadomość: We are twelve people\./);
});

test('places: only an https video address becomes one; a phone call says its number to visitor and host', () => {
  const place = (location: MailMeeting['location'], copy: 'visitor' | 'guest' = 'visitor') =>
    read(meeting({ location }), { method: 'REQUEST', for: copy }).event.getFirstPropertyValue('location');
  assert.equal(
    place({ kind: 'video', value: 'javascript:alert(1)' }),
    'Visioconférence: javascript:alert(1)',
  );
  assert.equal(
    place({ kind: 'video', value: 'http://meet.example/x' }),
    'Visioconférence: http: //meet .example/x',
  );
  assert.equal(place({ kind: 'phone' }), 'Par téléphone: +33 1 99 00 12 34');
  assert.equal(place({ kind: 'phone', value: chloe.phone }, 'guest'), 'Par téléphone');
  assert.equal(place({ kind: 'address', value: '1, rue Neuve\nLyon' }), '1, rue Neuve Lyon');
  assert.equal(place(null), null);
});

test('ABUSE 24: an odd but allowed address stays one address', () => {
  const visitor = { ...chloe, email: 'a?b#c%d&e@lyon.example' };
  const [first] = people(meeting({ visitor }), { method: 'REQUEST', for: 'visitor' });
  assert.equal(decodeURIComponent(first![0]!), 'mailto:a?b#c%d&e@lyon.example');
});

function read(of: MailMeeting, copy: CalendarCopy): { calendar: ICAL.Component; event: ICAL.Component } {
  const parsed = ICAL.parse(calendarText(of, copy)) as ConstructorParameters<typeof ICAL.Component>[0];
  const calendar = new ICAL.Component(parsed);
  return { calendar, event: calendar.getFirstSubcomponent('vevent')! };
}

function people(of: MailMeeting, copy: CalendarCopy): string[][] {
  const { event } = read(of, copy);
  return event
    .getAllProperties('attendee')
    .map((person) => [
      String(person.getFirstValue()),
      person.getFirstParameter('partstat'),
      person.getFirstParameter('rsvp'),
    ]);
}

const unfolded = (text: string): string => text.replaceAll('\r\n ', '');
