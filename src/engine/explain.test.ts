import assert from 'node:assert/strict';
import test from 'node:test';
import { at, daily, day, days, host, link, pairs, zone } from './cast.test-support.ts';
import { explain } from './explain.ts';
import type { HostSnapshot, Offer } from './snapshot.ts';

const MONDAY = '2026-06-01';
const nine = at(`${MONDAY}T09:00`);

/** What is said of the one host, as 'code detail'. */
function said(changes: Partial<HostSnapshot>, offer: Partial<Offer> = {}, start = nine): string[] {
  const { offered, reasons, hosts } = explain(link({ ...offer, hosts: [host(changes)] }), start);
  assert.deepEqual(reasons, []);
  assert.equal(offered, false);
  assert.equal(hosts[0]!.free, false);
  return hosts[0]!.reasons.map(({ code, detail }) => `${code}: ${detail}`);
}

function saidOfLink(changes: Partial<Offer>, start = nine): string[] {
  const { offered, reasons, hosts } = explain(link(changes), start);
  assert.equal(offered, false);
  assert.ok(hosts.every((host) => host.free));
  return reasons.map(({ code, detail }) => `${code}: ${detail}`);
}

test('A10: an offered start has no reasons', () => {
  assert.deepEqual(explain(link(), nine), {
    start: nine,
    offered: true,
    reasons: [],
    hosts: [{ index: 0, id: 'anna', free: true, reasons: [] }],
  });
});

test('A10: outside the hours of the host, and of the link', () => {
  assert.deepEqual(said({ hours: daily('UTC', '10:00-11:00') }), ['outside-hours: host hours']);
  const ownHours = daily('UTC', '09:15-11:00');
  assert.deepEqual(said({ hours: daily('UTC', '') }, { ownHours }), ['outside-hours: link hours']);
  assert.deepEqual(said({ hours: daily('UTC', '') }, { ownHours, withinHostHours: true }), [
    'outside-hours: link hours',
    'outside-hours: host hours',
  ]);
});

test('A10: a holiday of the host and one of the link, by date', () => {
  assert.deepEqual(said({ holidays: days(MONDAY) }), [`holiday: host ${MONDAY}`]);
  assert.deepEqual(said({}, { holidays: days(MONDAY) }), [`holiday: link ${MONDAY}`]);
  const ownHours = daily('UTC', '09:00-11:00');
  assert.deepEqual(said({}, { holidays: days(MONDAY), ownHours }), [`holiday: link ${MONDAY}`]);
  assert.deepEqual(said({ holidays: days(MONDAY) }, { ownHours }), [`holiday: host ${MONDAY}`]);
});

test('A10: the holiday of the evening before is named when it is its tail that is closed', () => {
  const tail = { hours: daily('UTC', '22:00-10:00'), holidays: days('2026-05-31') };
  assert.deepEqual(said(tail), ['holiday: host 2026-05-31']);
});

test('A10: an absence is named once, whole', () => {
  const absences = [{ from: day(MONDAY), to: day('2026-06-05') }];
  assert.deepEqual(said({ absences }), ['absence: 2026-06-01/2026-06-05']);
  const night = { hours: daily('UTC', '22:00-10:00') };
  const before = [{ from: day('2026-05-30'), to: day('2026-05-31') }];
  assert.deepEqual(said({ ...night, absences: before }), ['absence: 2026-05-30/2026-05-31']);
});

test('A10: the first colliding event, the first booking, and what meets only the buffer', () => {
  const busy = pairs('2026-06-01T09:20/2026-06-01T12:00', '2026-06-01T08:00/2026-06-01T09:01');
  const claims = pairs('2026-06-01T09:25/2026-06-01T09:40');
  assert.deepEqual(said({ busy }), ['busy: 2026-06-01T08:00:00Z/2026-06-01T09:01:00Z']);
  assert.deepEqual(said({ claims }), ['claimed: 2026-06-01T09:25:00Z/2026-06-01T09:40:00Z']);
  const after = { busy: pairs('2026-06-01T09:30/2026-06-01T10:00') };
  assert.deepEqual(said(after, { bufferAfter: 5 }), ['buffer: 2026-06-01T09:30:00Z/2026-06-01T10:00:00Z']);
});

test('A10: a host who is not bookable says every why', () => {
  assert.deepEqual(said({ unbookable: ['inactive', 'no-seat', 'calendar-stale'] }), [
    'inactive: host',
    'no-seat: host',
    'calendar-stale: host',
  ]);
});

test('A8, A10: a cap of the host, of the day and of the week', () => {
  assert.deepEqual(said({ cappedDays: days(MONDAY) }), [`cap: host day ${MONDAY}`]);
  assert.deepEqual(saidOfLink({ cappedDays: days(MONDAY), cappedWeeks: days(MONDAY) }), [
    `cap: day ${MONDAY}`,
    `cap: week ${MONDAY}`,
  ]);
});

test('A6, A10: past, notice and horizon', () => {
  assert.deepEqual(saidOfLink({ now: nine + 1 }), ['past: now 2026-06-01T09:01:00Z']);
  assert.deepEqual(saidOfLink({ now: nine - 30, noticeMinutes: 45 }), ['notice: from 2026-06-01T09:15:00Z']);
  const horizon = { from: nine + 30, to: nine + 60 };
  assert.deepEqual(saidOfLink({ horizon }), ['horizon: 2026-06-01T09:30:00Z/2026-06-01T10:00:00Z']);
});

test('A5, A10: off the grid of the link zone', () => {
  const inKolkata = { zone: zone('Asia/Kolkata'), increment: 60 };
  assert.deepEqual(saidOfLink(inKolkata), ['off-grid: every 60 minutes from midnight Asia/Kolkata']);
  assert.deepEqual(explain(link(inKolkata), nine + 30).offered, true);
  assert.deepEqual(saidOfLink({}, nine + 1), ['off-grid: every 30 minutes from midnight UTC']);
});

test('A10: a time that is not among the specific ones', () => {
  const times = [{ start: nine, end: nine + 30 }];
  assert.deepEqual(saidOfLink({ times }, nine + 30), ['not-offered: 2026-06-01T09:30:00Z']);
});

test('A10: each candidate once, in the order of the chairs', () => {
  const hosts = [host({ id: 'anna' }), host({ id: 'bo' }), host({ id: 'nobody' })];
  const chairs = [
    { candidates: [1], rule: 'in-order' as const },
    { candidates: [0, 1], rule: 'in-order' as const },
  ];
  assert.deepEqual(
    explain(link({ hosts, chairs }), nine).hosts.map(({ id }) => id),
    ['bo', 'anna'],
  );
});
