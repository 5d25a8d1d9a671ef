import assert from 'node:assert/strict';
import test from 'node:test';
import { daily, day, days, host, link, pairs, timesOn, weekdays } from './cast.test-support.ts';
import type { Offer } from './snapshot.ts';

const MONDAY = '2026-06-01';
const morning = daily('UTC', '09:00-11:00');
const FOUR = ['09:00', '09:30', '10:00', '10:30'];

/** The times of day (UTC) offered on a UTC date. */
function times(offer: Offer, date = MONDAY): string[] {
  return timesOn(date, offer);
}

test('ENGINE 1: back to back is legal, and an event that ends before it begins counts for nothing', () => {
  const busy = pairs('2026-06-01T09:30/2026-06-01T10:00', '2026-06-01T10:30/2026-06-01T10:30');
  assert.deepEqual(times(link({ hosts: [host({ hours: morning, busy })] })), ['09:00', '10:00', '10:30']);
  const backwards = pairs('2026-06-01T11:00/2026-06-01T09:00');
  assert.deepEqual(times(link({ hosts: [host({ hours: morning, busy: backwards })] })), FOUR);
});

test('ENGINE 3: a slot may straddle noon when the hours are 9–12 and 12–17, and an odd 12:02', () => {
  for (const hours of ['09:00-12:00 12:00-17:00', '09:00-12:02 12:02-17:00']) {
    const offer = link({ hosts: [host({ hours: daily('UTC', hours) })], lengthMinutes: 60 });
    assert.ok(times(offer).includes('11:30'), hours);
  }
});

test('ENGINE 6: every minute of the meeting is open; buffers may lie outside hours', () => {
  const hosts = [host({ hours: morning })];
  const offer = link({ hosts, bufferBefore: 60, bufferAfter: 60 });
  assert.deepEqual(times(offer), FOUR);
  assert.deepEqual(times(link({ hosts, lengthMinutes: 120 })), ['09:00']);
  assert.deepEqual(times(link({ hosts, lengthMinutes: 125 })), []);
});

test('A4: the padded meeting must miss the raw event and the padded claim of another booking', () => {
  const taken = pairs('2026-06-01T10:00/2026-06-01T10:30');
  const buffers = { bufferBefore: 15, bufferAfter: 5 };
  const event = link({ hosts: [host({ hours: morning, busy: taken })], ...buffers });
  assert.deepEqual(times(event), ['09:00']);
  const claim = link({ hosts: [host({ hours: morning, claims: taken })], ...buffers });
  assert.deepEqual(times(claim), ['09:00']);
  const justBefore = link({ ...event, bufferAfter: 0 });
  assert.deepEqual(times(justBefore), ['09:00', '09:30']);
});

test('A1: an absence closes every minute of its dates, a tail from the evening before included', () => {
  const hours = daily('UTC', '22:00-02:00');
  const away = [{ from: day(MONDAY), to: day(MONDAY) }];
  const offer = link({ hosts: [host({ hours, absences: away })] });
  assert.deepEqual(times(offer), []);
  assert.deepEqual(times(offer, '2026-05-31').at(-1), '23:30');
  assert.deepEqual(times(offer, '2026-06-02')[0], '22:00');
});

test("A1: a holiday leaves the tail of the evening before, and the member's own override", () => {
  const hosts = [host({ hours: daily('UTC', '22:00-02:00'), holidays: days(MONDAY) })];
  assert.deepEqual(times(link({ hosts })), ['00:00', '00:30', '01:00', '01:30']);
  const reopened = [host({ hours: daily('UTC', '', { [MONDAY]: '09:00-10:00' }), holidays: days(MONDAY) })];
  assert.deepEqual(times(link({ hosts: reopened })), ['09:00', '09:30']);
});

test("A2: the link's own hours replace the host's, unless both must be open", () => {
  const hosts = [host({ hours: weekdays('UTC', '09:00-11:00', { '2026-06-02': '' }) })];
  const own = link({ hosts, ownHours: daily('UTC', '10:00-12:00') });
  assert.deepEqual(times(own), ['10:00', '10:30', '11:00', '11:30']);
  assert.deepEqual(times(own, '2026-06-02').length, 4);
  assert.deepEqual(times({ ...own, withinHostHours: true }), ['10:00', '10:30']);
  assert.deepEqual(times({ ...own, withinHostHours: true }, '2026-06-02'), []);
});

test("A2: absences and the member's holidays close a link with hours of its own, in the member's zone", () => {
  const ownHours = daily('UTC', '00:00-00:00');
  const absences = [{ from: day(MONDAY), to: day(MONDAY) }];
  const away = link({ hosts: [host({ hours: daily('Asia/Kolkata', ''), absences })], ownHours });
  assert.deepEqual(times(away), [
    '18:30',
    '19:00',
    '19:30',
    '20:00',
    '20:30',
    '21:00',
    '21:30',
    '22:00',
    '22:30',
    '23:00',
    '23:30',
  ]);
  const holidays = days(MONDAY);
  const feast = link({ hosts: [host({ hours: daily('Asia/Kolkata', ''), holidays })], ownHours });
  assert.deepEqual(times(feast), times(away));
});

test("A2: a member's override does not reopen a link's holiday; an override of the link does", () => {
  const hosts = [host({ hours: daily('UTC', '', { [MONDAY]: '09:00-11:00' }) })];
  assert.deepEqual(times(link({ hosts, holidays: days(MONDAY) })), []);
  const ownHours = daily('UTC', '09:00-11:00', { [MONDAY]: '09:00-10:00' });
  assert.deepEqual(times(link({ hosts, holidays: days(MONDAY), ownHours })), ['09:00', '09:30']);
});

test('ENGINE 10: busy minutes off the five-minute cells close what they meet and no more', () => {
  const busy = pairs('2026-06-01T09:29/2026-06-01T09:31');
  const hosts = [host({ hours: daily('UTC', '08:58-10:03'), busy })];
  const offer = link({ hosts, lengthMinutes: 15, increment: 15 });
  assert.deepEqual(times(offer), ['09:00', '09:45']);
  assert.deepEqual(times({ ...offer, increment: 5, lengthMinutes: 25 }), ['09:00', '09:35']);
});
