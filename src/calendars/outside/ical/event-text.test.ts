import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WrittenEvent } from '../provider.ts';
import { eventText, rewriteText } from './event-text.ts';

const booked: WrittenEvent = {
  uid: 'b1@meet.lumen.example',
  sequence: 2,
  title: 'Demo; with Chloé, again',
  description: 'One\nTwo',
  location: 'https://video.example/demo',
  start: 29_990_400,
  end: 29_990_430,
  timeZone: 'Europe/Warsaw',
  changedAt: '2026-11-02T09:00:00.000Z',
};

test('K3: a booking is written with its UID, its SEQUENCE and its time in UTC', () => {
  const text = eventText(booked);
  const lines = text.split('\r\n');
  for (const line of [
    'UID:b1@meet.lumen.example',
    'SEQUENCE:2',
    'DTSTART:20270108T160000Z',
    'DTEND:20270108T163000Z',
  ])
    assert.ok(lines.includes(line), line);
  assert.ok(lines.includes('SUMMARY:Demo\\; with Chloé\\, again'));
  assert.ok(lines.includes('DESCRIPTION:One\\nTwo'));
  assert.equal(lines.filter((line) => line.startsWith('DTSTAMP:20261102T090000Z')).length, 1);
});

test('K3: what others added to a written booking stays when it is brought up to date', () => {
  const alarm =
    'CATEGORIES:Important\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT';
  const before = eventText(booked)
    .replace('END:VEVENT', alarm)
    .replace('DTSTART:20270108T160000Z', 'DTSTART;TZID=Europe/Warsaw:20270108T170000')
    .replace('DTEND:20270108T163000Z', 'DURATION:PT1H');
  const text = rewriteText(before, { ...booked, sequence: 3, title: 'Renamed', location: '' });
  assert.match(text, /CATEGORIES:Important[^]*BEGIN:VALARM[^]*TRIGGER:-PT5M/);
  assert.match(text, /SUMMARY:Renamed\r\n/);
  assert.match(text, /DTSTART:20270108T160000Z\r\n/);
  assert.match(text, /DTEND:20270108T163000Z\r\n/);
  assert.doesNotMatch(text, /DURATION:PT1H|LOCATION|TZID/);
  assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 1);
});

test('K3: where what stands there cannot be read, the booking is written anew', () => {
  const whole = eventText(booked);
  for (const damaged of [
    '',
    'no calendar',
    whole.replace('END:VCALENDAR', ''),
    whole.replace('b1@', 'b2@'),
  ]) {
    assert.equal(rewriteText(damaged, booked), whole);
  }
});

test('ABUSE 25: no title breaks a line, and no line is longer than 75 octets', () => {
  const title = `Chloé\r\nATTENDEE:mailto:eve@evil.example\u2028\u0000${'é😀'.repeat(100)}\uD800`;
  const text = eventText({ ...booked, title, location: 'a\rb' });
  const lines = text.split(/\r\n|\r|\n/);
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75));
  assert.ok(lines.every((line) => !line.startsWith('ATTENDEE')));
  const unfolded = text.replaceAll('\r\n ', '');
  assert.ok(
    unfolded.includes(`SUMMARY:Chloé\\nATTENDEE:mailto:eve@evil.example\\n ${'é😀'.repeat(100)}\uFFFD`),
  );
  assert.ok(unfolded.includes('LOCATION:a\\nb\r\n'));
});
