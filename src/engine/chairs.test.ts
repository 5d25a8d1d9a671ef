import assert from 'node:assert/strict';
import test from 'node:test';
import { daily, during, group, host, link, pairs, roundRobin, timesOn } from './cast.test-support.ts';
import { slotsWithHosts } from './slots.ts';
import type { Offer } from './snapshot.ts';

const MONDAY = '2026-06-01';
const morning = daily('UTC', '09:00-11:00');
const FOUR = ['09:00', '09:30', '10:00', '10:30'];

/** The times of day (UTC) offered on a UTC date. */
function times(offer: Offer, date = MONDAY): string[] {
  return timesOn(date, offer);
}

test('ENGINE 9, B1: a panel needs a different free candidate for every chair', () => {
  const [anna, bo] = [host({ id: 'anna', hours: morning }), host({ id: 'bo', hours: morning })];
  const everybody = { candidates: [0, 1], rule: 'in-order' as const };
  const two = link({ hosts: [anna, bo], chairs: [everybody, everybody] });
  assert.deepEqual(times(two), FOUR);
  assert.deepEqual(times({ ...two, chairs: [everybody, everybody, everybody] }), []);
  const busy = pairs('2026-06-01T09:30/2026-06-01T10:00');
  assert.deepEqual(times({ ...two, hosts: [anna, { ...bo, busy }] }), ['09:00', '10:00', '10:30']);
});

test('ENGINE 9, B1: one account executive of two plus any of three engineers, one of whom is both', () => {
  const busyAt = (...hours: string[]) => pairs(...hours.map((h) => `2026-06-01T${h}:00/2026-06-01T${h}:30`));
  const hosts = [
    host({ id: 'anna', hours: morning, busy: busyAt('09') }),
    host({ id: 'bo', hours: morning }),
    host({ id: 'ida', hours: morning, busy: busyAt('09', '10') }),
    host({ id: 'jan', hours: morning, busy: busyAt('09', '10') }),
  ];
  const chairs = [
    { candidates: [0, 1], rule: 'in-order' as const },
    { candidates: [1, 2, 3], rule: 'in-order' as const },
  ];
  // At 9:00 only Bo is free, for either chair; at 10:00 Anna takes the first and Bo the second.
  assert.deepEqual(times(link({ hosts, chairs })), ['09:30', '10:00', '10:30']);
});

test('ENGINE 9: a meeting without chairs, or with a chair for which nobody stands, is never offered', () => {
  assert.deepEqual(times(link({ chairs: [] })), []);
  assert.deepEqual(times(link({ chairs: [{ candidates: [], rule: 'in-order' }] })), []);
});

test('B2: a group is offered only when all are free, over all their zones', () => {
  const hosts = [
    host({ id: 'anna', hours: daily('Europe/Paris', '09:00-17:00') }),
    host({ id: 'bo', hours: daily('America/New_York', '09:00-17:00') }),
    host({ id: 'ida', busy: pairs('2026-06-01T14:00/2026-06-01T14:30') }),
  ];
  const offer = link({ hosts, chairs: group(hosts) });
  assert.deepEqual(times(offer), ['13:00', '13:30', '14:30']);
});

test('B3: a round robin is offered when at least one is free for the whole meeting', () => {
  const busyUntil = (end: string) => pairs(`2026-06-01T09:00/2026-06-01T${end}`);
  const hosts = [
    host({ id: 'anna', hours: morning, busy: busyUntil('10:00') }),
    host({ id: 'bo', hours: daily('UTC', '09:00-09:30') }),
  ];
  const offer = link({ hosts });
  assert.deepEqual(times(offer), ['09:00', '10:00', '10:30']);
  assert.deepEqual(
    slotsWithHosts(offer, during(MONDAY)).map((slot) => slot.hosts),
    [[1], [0], [0]],
  );
});

test('B3: two hosts never share one meeting, each holding half of it', () => {
  const hosts = [
    host({ id: 'anna', hours: daily('UTC', '09:00-09:30') }),
    host({ id: 'bo', hours: daily('UTC', '09:30-10:00') }),
  ];
  assert.deepEqual(times(link({ hosts, lengthMinutes: 60 })), []);
});

test('A9, B4: whoever is not bookable is never free; the others go on, a group stops', () => {
  const hosts = [
    host({ id: 'anna', hours: morning, unbookable: ['calendar-stale'] }),
    host({ id: 'bo', hours: daily('UTC', '09:00-09:30') }),
  ];
  assert.deepEqual(times(link({ hosts, chairs: roundRobin(hosts) })), ['09:00']);
  assert.deepEqual(times(link({ hosts, chairs: group(hosts) })), []);
});
