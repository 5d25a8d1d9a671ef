import assert from 'node:assert/strict';
import test from 'node:test';
import { at, daily, day, days, during, host, link, pairs, texts } from './cast.test-support.ts';
import { decide } from './decide.ts';
import { explain } from './explain.ts';
import { slots, slotsWithHosts } from './slots.ts';
import type { Offer } from './snapshot.ts';

const MONDAY = '2026-06-01';
const interval = (start: string, end: string) => ({
  start: at(`${MONDAY}T${start}`),
  end: at(`${MONDAY}T${end}`),
});
const two = [interval('20:10', '21:10'), interval('07:00', '07:15')];
const closed = daily('UTC', '');

function times(offer: Offer): string[] {
  return texts(slots(offer, during(MONDAY))).map((text) => text.slice(11));
}

test('B1: specific times are offered exactly, outside hours, grid and horizon', () => {
  const horizon = { from: 0, to: 0 };
  const offer = link({ times: two, hosts: [host({ hours: closed })], horizon });
  assert.deepEqual(times(offer), ['07:00', '20:10']);
  assert.deepEqual(slots(offer, { from: two[0]!.start, to: two[0]!.start }), []);
  assert.deepEqual(
    slotsWithHosts(offer, during(MONDAY)).map((slot) => slot.hosts),
    [[0], [0]],
  );
});

test('A4: a specific time keeps its own length and the buffers', () => {
  const busy = pairs('2026-06-01T07:25/2026-06-01T08:00', '2026-06-01T21:05/2026-06-01T21:30');
  const hosts = [host({ hours: closed, busy })];
  assert.deepEqual(times(link({ times: two, hosts })), ['07:00']);
  assert.deepEqual(times(link({ times: two, hosts, bufferAfter: 10 })), ['07:00']);
  assert.deepEqual(times(link({ times: two, hosts, bufferAfter: 15 })), []);
});

test('A6: notice holds for specific times, and a past one is gone', () => {
  const now = at(`${MONDAY}T07:00`);
  assert.deepEqual(times(link({ times: two, now })), ['07:00', '20:10']);
  assert.deepEqual(times(link({ times: two, now, noticeMinutes: 60 })), ['20:10']);
  assert.deepEqual(times(link({ times: two, now: now + 1 })), ['20:10']);
});

test('A1, A2: absences and holidays close specific times, "offer anyway" overrides them and the calendar', () => {
  const busy = pairs('2026-06-01T00:00/2026-06-02T00:00');
  const blocked = [
    link({ times: two, hosts: [host({ absences: [{ from: day(MONDAY), to: day(MONDAY) }] })] }),
    link({ times: two, hosts: [host({ holidays: days(MONDAY) })] }),
    link({ times: two, holidays: days(MONDAY) }),
    link({ times: two, hosts: [host({ busy })] }),
  ];
  for (const offer of blocked) {
    assert.deepEqual(times(offer), []);
    assert.deepEqual(times({ ...offer, offerAnyway: true }), ['07:00', '20:10']);
  }
});

test('A4: another booking closes a specific time whatever is offered anyway', () => {
  const claims = pairs('2026-06-01T20:00/2026-06-01T20:15');
  assert.deepEqual(times(link({ times: two, hosts: [host({ claims })], offerAnyway: true })), ['07:00']);
});

test('ENGINE 9: specific times for several chairs need different free hosts', () => {
  const hosts = [host({ id: 'anna' }), host({ id: 'bo', busy: pairs('2026-06-01T07:00/2026-06-01T08:00') })];
  const everybody = { candidates: [0, 1], rule: 'in-order' as const };
  assert.deepEqual(times(link({ times: two, hosts, chairs: [everybody, everybody] })), ['20:10']);
  assert.deepEqual(times(link({ times: two, hosts, chairs: [] })), []);
});

test('L3: used or ended, nothing is on offer, and the reason says which', () => {
  for (const code of ['used', 'ended'] as const) {
    const offer = link({ times: two, offerAnyway: true, unbookable: [code] });
    assert.deepEqual(times(offer), []);
    assert.deepEqual(slotsWithHosts(offer, during(MONDAY)), []);
    assert.deepEqual(explain(offer, two[0]!.start).reasons, [{ code, detail: 'link' }]);
    const decided = decide({ start: two[0]!.start, seed: 1 }, offer);
    assert.equal('refused' in decided && decided.refused, code);
  }
  const never = decide({ start: two[0]!.start + 5, seed: 1 }, link({ times: two, unbookable: ['used'] }));
  assert.equal('refused' in never && never.refused, 'not-offered');
});
