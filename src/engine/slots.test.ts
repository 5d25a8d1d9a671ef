import assert from 'node:assert/strict';
import test from 'node:test';
import { at, daily, days, during, group, host, link, texts, timesOn, zone } from './cast.test-support.ts';
import { textFromDay } from './minutes.ts';
import { groupByDay, slots } from './slots.ts';
import type { Offer } from './snapshot.ts';

const MONDAY = '2026-06-01';
const morning = daily('UTC', '09:00-11:00');

/** The times of day (UTC) offered on a UTC date. */
function times(offer: Offer, date = MONDAY): string[] {
  return timesOn(date, offer);
}

test('ENGINE 2: nobody is offered the missing 02:30 of Warsaw on 2027-03-28', () => {
  const hosts = [host({ hours: daily('Europe/Warsaw', '02:00-04:00') })];
  const offer = link({ hosts, zone: zone('Europe/Warsaw') });
  assert.deepEqual(times(offer, '2027-03-27'), ['01:00', '01:30', '02:00', '02:30']);
  assert.deepEqual(times(offer, '2027-03-28'), ['01:00', '01:30']);
});

test('ENGINE 5, A5: the grid counts from local midnight in the link zone, whatever the zone of the host', () => {
  const hosts = [host({ hours: daily('UTC', '00:00-00:00') })];
  const kolkata = link({ hosts, zone: zone('Asia/Kolkata'), increment: 60 });
  assert.deepEqual(times(kolkata).slice(0, 2), ['00:30', '01:30']);
  const kathmandu = link({ hosts, zone: zone('Asia/Kathmandu'), increment: 60 });
  assert.deepEqual(times(kathmandu).slice(0, 2), ['00:15', '01:15']);
});

test('ENGINE 5, A5: a grid of 50 minutes starts again at every local midnight', () => {
  const offer = link({ hosts: [host()], increment: 50, lengthMinutes: 50 });
  const two = texts(slots(offer, { from: at('2026-06-01T23:00'), to: at('2026-06-02T01:00') }));
  assert.deepEqual(two, ['2026-06-01T23:20', '2026-06-02T00:00', '2026-06-02T00:50']);
});

test('ENGINE 5: Lord Howe jumps from 02:00 to 02:30, and the grid with it', () => {
  const offer = link({ zone: zone('Australia/Lord_Howe'), increment: 60 });
  const night = texts(slots(offer, { from: at('2026-10-03T14:00'), to: at('2026-10-03T18:00') }));
  assert.deepEqual(night, ['2026-10-03T14:30', '2026-10-03T16:00', '2026-10-03T17:00']);
});

test('ENGINE 7: the window is on start times, the meeting may end after it', () => {
  const offer = link({ lengthMinutes: 240 });
  const window = { from: at('2026-06-01T09:00'), to: at('2026-06-01T10:00') };
  assert.deepEqual(texts(slots(offer, window)), ['2026-06-01T09:00', '2026-06-01T09:30']);
  assert.deepEqual(slots(offer, { from: window.to, to: window.from }), []);
});

test('A6: notice is inclusive, and nothing is offered in the past', () => {
  const hosts = [host({ hours: morning })];
  const at8 = link({ hosts, now: at('2026-06-01T08:00'), noticeMinutes: 120 });
  assert.deepEqual(times(at8), ['10:00', '10:30']);
  assert.deepEqual(times(link({ ...at8, now: at('2026-06-01T08:01') })), ['10:30']);
  assert.deepEqual(times(link({ hosts, now: at('2026-06-01T09:30') })), ['09:30', '10:00', '10:30']);
});

test('A6: the horizon is half-open on start times', () => {
  const horizon = { from: at('2026-06-01T09:30'), to: at('2026-06-01T10:30') };
  assert.deepEqual(times(link({ hosts: [host({ hours: morning })], horizon })), ['09:30', '10:00']);
});

test('ENGINE 8, A7: a visitor in Auckland and one in Paris see the same instants under different dates', () => {
  const offer = link({ hosts: [host({ hours: daily('Europe/Paris', '09:00-20:00') })], increment: 120 });
  const starts = slots(offer, during(MONDAY));
  const paris = groupByDay(starts, zone('Europe/Paris'));
  const auckland = groupByDay(starts, zone('Pacific/Auckland'));
  assert.deepEqual(
    paris.flatMap((group) => group.starts),
    starts,
  );
  assert.deepEqual(
    auckland.flatMap((group) => group.starts),
    starts,
  );
  assert.deepEqual(
    paris.map((group) => textFromDay(group.day)),
    ['2026-06-01'],
  );
  assert.deepEqual(
    auckland.map((group) => textFromDay(group.day)),
    ['2026-06-01', '2026-06-02'],
  );
});

test('ENGINE 8: a date whose clocks change is still one group', () => {
  const offer = link({ zone: zone('Europe/Paris'), increment: 60 });
  const starts = slots(offer, { from: at('2026-10-24T22:00'), to: at('2026-10-25T23:00') });
  const grouped = groupByDay(starts, zone('Europe/Paris'));
  assert.deepEqual(
    grouped.map((group) => group.starts.length),
    [25],
  );
  assert.deepEqual(groupByDay([], zone('Europe/Paris')), []);
});

test("A7: holidays and caps are dates of the link's zone", () => {
  const offer = link({ zone: zone('Pacific/Kiritimati'), increment: 120 });
  assert.equal(times({ ...offer, holidays: days(MONDAY) })[0], '10:00');
  assert.equal(times({ ...offer, cappedDays: days(MONDAY) })[0], '10:00');
  assert.equal(times({ ...offer, hosts: [host({ cappedDays: days(MONDAY) })] })[0], '10:00');
});

test('A8: a cap removes the day or the week of the link, or one host of several', () => {
  const hosts = [
    host({ id: 'anna', hours: morning, cappedDays: days(MONDAY) }),
    host({ id: 'bo', hours: daily('UTC', '09:00-09:30') }),
  ];
  assert.deepEqual(times(link({ hosts })), ['09:00']);
  assert.deepEqual(times(link({ hosts, chairs: group(hosts) })), []);
  assert.deepEqual(times(link({ cappedDays: days(MONDAY) })), []);
  const week = link({ cappedWeeks: days(MONDAY) });
  assert.deepEqual(times(week, '2026-06-07'), []);
  assert.equal(times(week, '2026-06-08').length, 48);
  assert.equal(times(week, '2026-05-31').length, 48);
});

test('A5: slots are computed for the length asked for, on the same grid', () => {
  const hosts = [host({ hours: morning })];
  assert.deepEqual(times(link({ hosts, lengthMinutes: 25, increment: 25 })), [
    '09:10',
    '09:35',
    '10:00',
    '10:25',
  ]);
  assert.deepEqual(times(link({ hosts, lengthMinutes: 90 })), ['09:00', '09:30']);
});
