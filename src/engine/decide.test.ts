import assert from 'node:assert/strict';
import test from 'node:test';
import { at, daily, day, days, group, host, link, pairs, roundRobin } from './cast.test-support.ts';
import { decide, replay } from './decide.ts';
import type { HostSnapshot, Offer } from './snapshot.ts';

const MONDAY = '2026-06-01';
const nine = at(`${MONDAY}T09:00`);
const taken = pairs('2026-06-01T09:00/2026-06-01T10:00');
const away = [{ from: day(MONDAY), to: day(MONDAY) }];

function chosen(offer: Offer, wish: Partial<Parameters<typeof decide>[0]> = {}): string[] {
  return decide({ start: nine, seed: 7, ...wish }, offer).decision.chosen;
}

function refusal(changes: Partial<Offer>, start = nine): string {
  const decided = decide({ start, seed: 7 }, link(changes));
  assert.deepEqual(decided.decision.chosen, []);
  assert.ok('refused' in decided, 'somebody was chosen');
  assert.equal(decided.decision.refused, decided.refused);
  assert.deepEqual(replay(decided.decision), []);
  return decided.refused;
}

const two = (anna: Partial<HostSnapshot>, bo: Partial<HostSnapshot> = {}) => [
  host({ id: 'anna', ...anna }),
  host({ id: 'bo', ...bo }),
];

test('D2: the fewest is busy → the next', () => {
  const free = two({ bookedThatDay: 0 }, { bookedThatDay: 4 });
  assert.deepEqual(chosen(link({ hosts: free, chairs: roundRobin(free, 'fewest-that-day') })), ['anna']);
  for (const trouble of [
    { busy: taken },
    { claims: taken },
    { absences: away },
    { hours: daily('UTC', '') },
  ]) {
    const hosts = two({ bookedThatDay: 0, ...trouble }, { bookedThatDay: 4 });
    assert.deepEqual(chosen(link({ hosts, chairs: roundRobin(hosts, 'fewest-that-day') })), ['bo']);
  }
});

test('D2: the first is lost to a race → the next; all lost → busy, never an overbooking', () => {
  const offer = link({ hosts: two({ booked: 0 }, { booked: 4 }) });
  assert.deepEqual(chosen(offer, { without: new Set(['anna']) }), ['bo']);
  const decided = decide({ start: nine, seed: 7, without: new Set(['anna', 'bo']) }, offer);
  assert.equal('refused' in decided && decided.refused, 'busy');
});

test('D1: fewest-booked reads the counted bookings, fewest-that-day those of the day', () => {
  const hosts = two({ booked: 1, bookedThatDay: 5 }, { booked: 2, bookedThatDay: 0 });
  assert.deepEqual(chosen(link({ hosts, chairs: roundRobin(hosts, 'fewest-booked') })), ['anna']);
  assert.deepEqual(chosen(link({ hosts, chairs: roundRobin(hosts, 'fewest-that-day') })), ['bo']);
});

test('B2: a group takes everybody, whole or not at all', () => {
  const hosts = two({});
  const decided = decide({ start: nine, seed: 7 }, link({ hosts, chairs: group(hosts) }));
  assert.ok('chosen' in decided);
  assert.deepEqual(decided.chosen, [
    { chair: 0, host: 0 },
    { chair: 1, host: 1 },
  ]);
  const halfBusy = two({}, { busy: taken });
  assert.equal(refusal({ hosts: halfBusy, chairs: group(halfBusy) }), 'busy');
});

test('D6, F4: a preferred host is kept when free, else the rule decides', () => {
  assert.deepEqual(chosen(link({ hosts: two({}, { booked: 9 }) }), { prefer: new Set(['bo']) }), ['bo']);
  const bobusy = two({}, { busy: taken });
  assert.deepEqual(chosen(link({ hosts: bobusy }), { prefer: new Set(['bo']) }), ['anna']);
});

test('D5: the decision says all that was compared, as plain JSON, and gives the same host again', () => {
  const hosts = two({ booked: 2, lastScheduledAt: 5 }, { busy: taken });
  const chairs = [{ candidates: [0, 1], rule: 'fewest-booked' as const, weights: [1, 3] }];
  const { decision } = decide({ start: nine, seed: 7, prefer: new Set(['bo']) }, link({ hosts, chairs }));
  const kept = JSON.parse(JSON.stringify(decision));
  assert.deepEqual(kept, decision);
  assert.deepEqual(replay(kept), ['anna']);
  assert.deepEqual(kept, {
    rule: 'fewest-booked',
    rules: ['fewest-booked'],
    seed: 7,
    start: nine,
    chosen: ['anna'],
    reasons: [],
    preferred: ['bo'],
    candidates: [
      { id: 'anna', chair: 0, free: true, reasons: [], count: 2, weight: 1, lastScheduledAt: 5 },
      {
        id: 'bo',
        chair: 0,
        free: false,
        reasons: [{ code: 'busy', detail: '2026-06-01T09:00:00Z/2026-06-01T10:00:00Z' }],
        count: 0,
        weight: 3,
        lastScheduledAt: null,
      },
    ],
  });
});

test('D5: a draw is replayed from its seed', () => {
  const hosts = ['anna', 'bo', 'ida', 'jan'].map((id) => host({ id }));
  const offer = link({ hosts, chairs: [...roundRobin(hosts, 'random'), ...roundRobin(hosts, 'random')] });
  const seen = new Set<string>();
  for (let seed = 0; seed < 200; seed++) {
    const { decision } = decide({ start: nine, seed }, offer);
    assert.deepEqual(replay(JSON.parse(JSON.stringify(decision))), decision.chosen);
    seen.add(decision.chosen.join('+'));
  }
  assert.equal(seen.size, 12, 'every pair in either order');
});

test('a start that is wrong of itself: off the grid, past, beyond the horizon, not among the times', () => {
  assert.equal(refusal({}, nine + 5), 'off-grid');
  assert.equal(refusal({ now: nine + 1 }), 'past');
  assert.equal(refusal({ horizon: { from: 0, to: nine } }), 'horizon');
  assert.equal(refusal({ times: [{ start: nine + 30, end: nine + 60 }] }), 'not-offered');
});

test('outside hours and holidays are said only when nothing else would help', () => {
  const shut = { hours: daily('UTC', '') };
  const holiday = { holidays: days(MONDAY) };
  assert.equal(refusal({ hosts: two(shut, shut) }), 'outside-hours');
  assert.equal(refusal({ hosts: two(shut, { ...shut, busy: taken }) }), 'outside-hours');
  assert.equal(refusal({ hosts: two(holiday, shut) }), 'holiday');
  assert.equal(refusal({ holidays: days(MONDAY) }), 'holiday');
  assert.equal(refusal({ hosts: two(shut, { busy: taken }) }), 'busy');
  assert.equal(refusal({ hosts: two(shut, { absences: away }) }), 'no-host');
  const together = two(shut, { busy: taken });
  assert.equal(refusal({ hosts: together, chairs: group(together) }), 'outside-hours');
});

test('what is wrong of itself is said before what is only not possible now', () => {
  assert.equal(
    refusal({
      now: nine,
      noticeMinutes: 60,
      hosts: two({ hours: daily('UTC', '') }, { holidays: days(MONDAY) }),
    }),
    'holiday',
  );
  assert.equal(
    refusal({ now: nine, noticeMinutes: 60, hosts: two({ busy: taken }, { busy: taken }) }),
    'notice',
  );
});

test('possible but not now: notice, cap, busy, nobody there', () => {
  assert.equal(refusal({ now: nine, noticeMinutes: 60 }), 'notice');
  assert.equal(refusal({ cappedDays: days(MONDAY) }), 'cap');
  assert.equal(refusal({ cappedWeeks: days(MONDAY) }), 'cap');
  const capped = { cappedDays: days(MONDAY) };
  assert.equal(refusal({ hosts: two(capped, capped) }), 'cap');
  assert.equal(refusal({ hosts: two(capped, { busy: taken }) }), 'busy');
  assert.equal(refusal({ hosts: two({ absences: away }, { claims: taken }) }), 'busy');
  assert.equal(refusal({ hosts: two({ absences: away }, { unbookable: ['inactive'] }) }), 'no-host');
  assert.equal(refusal({ chairs: [] }), 'no-host');
  assert.equal(refusal({ chairs: [{ candidates: [], rule: 'in-order' }] }), 'no-host');
  const alone = two({}).slice(0, 1);
  assert.equal(refusal({ hosts: alone, chairs: [...group(alone), ...group(alone)] }), 'no-host');
});

test('a host listed twice before one chair is one candidate', () => {
  const offer = link({ chairs: [{ candidates: [0, 0], rule: 'fewest-booked', weights: [2, 5] }] });
  const { decision } = decide({ start: nine, seed: 7 }, offer);
  assert.deepEqual(
    decision.candidates.map(({ id, weight }) => [id, weight]),
    [['anna', 2]],
  );
});

test('R8: somebody switched off does not make a time outside everybody’s hours merely one without a host', () => {
  const shut = { hours: daily('UTC', '') };
  const chairs = [{ candidates: [0], rule: 'fewest-booked' as const, off: [1] }];
  assert.equal(refusal({ hosts: two(shut, shut), chairs }), 'outside-hours');
  assert.equal(refusal({ hosts: two(shut), chairs }), 'no-host');
  const { decision } = decide({ start: nine, seed: 7 }, link({ hosts: two({}, shut), chairs }));
  assert.deepEqual(
    decision.candidates[1]!.reasons.map(({ code }) => code),
    ['switched-off', 'outside-hours'],
  );
});
