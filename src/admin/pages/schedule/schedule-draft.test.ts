import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY, faultsOf, fieldOf, meetingFrom, meetingOf } from './schedule-draft.ts';

const ewa = { name: 'Ewa Lis', address: 'ewa@piekarnia.example' };
const kamil = { name: null, address: 'kamil@piekarnia.example' };
const prefilled = { people: [ewa, kamil], title: 'Heat recovery, furnace 3' };
const asked = {
  start: '2026-12-09T13:00:00Z',
  record: { kind: 'deal' as const, id: 'd1' },
  eyes: { outsideHours: true, evenUnread: false },
};

test('R11: what the record gives is sent unless something else was typed: title, visitor, guests', () => {
  const { eyes, ...given } = asked;
  assert.deepEqual(meetingFrom(EMPTY, prefilled, asked), {
    ...given,
    ...eyes,
    durationMinutes: 30,
    title: 'Heat recovery, furnace 3',
    visitor: { name: 'Ewa Lis', email: 'ewa@piekarnia.example' },
    attendees: ['kamil@piekarnia.example'],
    location: null,
    notify: true,
  });
  const typed = { ...EMPTY, title: ' Second visit ', people: [kamil], details: 'Bring plans' };
  const sent = meetingFrom({ ...typed, place: 'phone', placeValue: ' +48 1 ' }, prefilled, asked);
  assert.deepEqual(
    [sent.title, sent.visitor?.name, sent.attendees, sent.details, sent.location],
    ['Second visit', 'kamil', [], 'Bring plans', { kind: 'phone', value: '+48 1' }],
  );
});

test('R11: with nobody there is no visitor, and nobody is mailed', () => {
  const sent = meetingFrom({ ...EMPTY, people: [], details: 'x' }, prefilled, asked);
  assert.deepEqual([sent.visitor, sent.notify, sent.details], [null, false, 'x']);
});

test('what is missing or cannot be is said at its field', () => {
  const chosen = { ...EMPTY, date: '2026-12-09', time: '14:02' };
  const start = meetingOf(chosen, 'Europe/Warsaw')!.start;
  assert.equal(start, '2026-12-09T13:02:00Z');
  assert.deepEqual(faultsOf(chosen, prefilled, start), { time: 'fives' });
  assert.deepEqual(faultsOf({ ...EMPTY, title: '  ' }, prefilled, null), {
    date: 'needed',
    time: 'needed',
    title: 'needed',
  });
  const room = { ...chosen, time: '14:00', place: 'video' as const, placeValue: 'http://meet' };
  assert.deepEqual(faultsOf(room, prefilled, asked.start), { placeValue: 'https' });
});

test('what the server says of a field stands at that field', () => {
  assert.deepEqual(['attendees.1', 'visitor.email', 'location.value', 'start', 'record.id'].map(fieldOf), [
    'people',
    'people',
    'placeValue',
    'time',
    null,
  ]);
});
