import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileObjects } from './file-objects.ts';
import { splitFile } from './split-file.ts';

const file = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const zone = (name: string) => ['BEGIN:VTIMEZONE', `TZID:${name}`, `X-OF:${name}`, 'END:VTIMEZONE'];
const objects = (text: string) => [...fileObjects(splitFile(text).events).values()];
const count = (text: string, what: RegExp) => [...text.matchAll(what)].length;

test('K2: a recurring event and its days told anew are one object, wherever they stand in the file', () => {
  const [one, two, ...others] = objects(
    file(
      ...event('UID:a', 'RECURRENCE-ID:20270108T090000Z', 'DTSTART:20270108T100000Z'),
      ...event('UID:b', 'DTSTART:20270101T090000Z'),
      ...event('UID:a', 'DTSTART:20270101T090000Z', 'RRULE:FREQ=WEEKLY'),
    ),
  );
  assert.equal(others.length, 0);
  assert.equal(count(one!.text, /BEGIN:VEVENT/g), 2);
  assert.ok(one!.text.indexOf('RRULE') < one!.text.indexOf('RECURRENCE-ID'));
  assert.equal(count(two!.text, /BEGIN:VEVENT/g), 1);
  assert.ok(one!.text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'));
  assert.ok(one!.text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n'));
});

test('K2: an object has the time zones that it names, of its own calendar, and no others', () => {
  const text =
    file(
      ...event('UID:a', 'DTSTART;TZID="Custom, 1":20270101T090000', 'DTEND;TZID=Two:20270101T090000'),
      ...zone('Custom, 1'),
      ...zone('Two'),
      ...zone('Three'),
    ) + file(...event('UID:b', 'DTSTART;VALUE=DATE-TIME;TZID=Three:20270101T090000'));
  const [a, b] = objects(text);
  assert.match(a!.text, /X-OF:Custom, 1[\s\S]*X-OF:Two/);
  assert.equal(count(a!.text, /BEGIN:VTIMEZONE/g), 2);
  assert.equal(count(b!.text, /BEGIN:VTIMEZONE/g), 0, 'Three is defined in another calendar');
});

test('A9: events that share a UID do not hide each other; equal ones are one', () => {
  const shift = (day: number) => event('UID:shift', 'DTSTAMP:1', `DTSTART:2027010${day}T090000Z`);
  const given = objects(file(...shift(1), ...shift(2), ...shift(3), ...shift(3)));
  assert.deepEqual(
    given.map(({ text }) => count(text, /BEGIN:VEVENT/g)),
    [1, 1, 1],
  );
  assert.equal(new Set(given.map(({ href }) => href)).size, 3);
});

test('A9: an event without a UID is told all the same, and is the same one next time', () => {
  const without = (stamp: string) => objects(file(...event(`DTSTAMP:${stamp}`, 'SUMMARY:Lunch')));
  const [first] = without('20270101T000000Z');
  const [again] = without('20270102T000000Z');
  assert.match(first!.text, /BEGIN:VEVENT\r\nUID:[\w-]{43}\r\n/);
  assert.deepEqual([again!.href, again!.etag], [first!.href, first!.etag]);
});

test('folded lines, small letters, bare line ends, tasks and alarms do no harm', () => {
  const text =
    '\r\nbegin:vcalendar\nBEGIN:VTODO\nUID:task\nEND:VTODO\nBEGIN:VEVENT\nUID:a-very-\n long-name\n' +
    'BEGIN:VALARM\nUID:alarm\nEND:VALARM\nDESCRIPTION:BEGIN:VEVENT\nEND:VEVENT\nend:vcalendar\n\n';
  const [only, ...others] = splitFile(text).events;
  assert.deepEqual([only?.uid, others.length], ['a-very-long-name', 0]);
});

test('a byte that no database keeps is left out', () => {
  assert.ok(!objects(file(...event('UID:a', 'SUMMARY:Lu\0nch')))[0]!.text.includes('\0'));
});
