import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyForm, faultsOf, meetingOf, statusesFor, statusOf, wishFrom } from './new-booking-form.ts';

const NOW = '2026-12-01T09:12:00Z';
const paris = 'Europe/Paris';
const chloe = { name: 'Chloé Girard', email: 'chloe@girard-pains.example' };
const empty = emptyForm({}, 'anna', NOW, paris);
const form = { ...empty, ...chloe };

test('E13: it begins at the next half hour, with whoever writes it, and lasts half an hour', () => {
  assert.deepEqual(meetingOf(empty, paris), { start: '2026-12-01T09:30:00Z', end: '2026-12-01T10:00:00Z' });
  assert.equal(empty.hostId, 'anna');
  const begins = (now: string) => emptyForm({}, 'anna', now, paris);
  assert.deepEqual(
    [begins('2026-12-01T00:10:00Z').date, begins('2026-12-01T00:10:00Z').time],
    ['2026-12-01', '09:00'],
  );
  assert.deepEqual(
    [begins('2026-12-01T19:10:00Z').date, begins('2026-12-01T19:10:00Z').time],
    ['2026-12-02', '09:00'],
  );
  const given = emptyForm({ start: '2026-12-02T13:00:00Z', minutes: 60, hostId: 'bo' }, 'anna', NOW, paris);
  assert.deepEqual([given.date, given.time, given.minutes, given.hostId], ['2026-12-02', '14:00', 60, 'bo']);
});

test('E13: what has passed can only be over, what comes only open', () => {
  assert.deepEqual(statusesFor('2026-12-01T09:00:00Z', NOW), ['completed', 'no-show', 'cancelled']);
  assert.equal(statusOf(form, '2026-12-01T09:00:00Z', NOW), 'completed');
  assert.equal(statusOf({ ...form, status: 'unverified' }, '2026-12-01T10:00:00Z', NOW), 'unverified');
});

test('what is missing or cannot be is said at its field', () => {
  assert.deepEqual(faultsOf(form, NOW), { time: 'fives' });
  assert.deepEqual(faultsOf(empty, null), { name: 'visitorOrTitle' });
  assert.deepEqual(faultsOf({ ...empty, title: 'Stocktaking' }, null), {});
  assert.deepEqual(faultsOf({ ...form, email: ' ' }, null), { email: 'needed' });
  assert.deepEqual(faultsOf({ ...form, email: 'chloe', date: null, minutes: 7 }, null), {
    date: 'needed',
    email: 'email',
    minutes: 'length',
  });
});

test('E13: only what was typed is sent; nobody is mailed about what is over', () => {
  const asked = { start: '2026-12-01T09:30:00Z', eyes: { outsideHours: true, evenUnread: false } };
  assert.deepEqual(wishFrom({ ...form, notify: true }, { ...asked, status: 'scheduled' }), {
    start: '2026-12-01T09:30:00Z',
    durationMinutes: 30,
    status: 'scheduled',
    outsideHours: true,
    evenUnread: false,
    visitor: { ...chloe, phone: undefined, skype: undefined, details: undefined },
    hostId: 'anna',
    notify: true,
  });
  assert.equal(wishFrom({ ...form, notify: true }, { ...asked, status: 'completed' }).notify, false);
  assert.equal('hostId' in wishFrom({ ...form, hostId: null }, { ...asked, status: 'scheduled' }), false);
});
