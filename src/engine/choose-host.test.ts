import assert from 'node:assert/strict';
import test from 'node:test';
import type { Candidate, Choice } from './choose-host.ts';
import { chooseHosts } from './choose-host.ts';
import type { Rule } from './snapshot.ts';

function candidate(id: string, changes: Partial<Candidate> = {}): Candidate {
  return { id, chair: 0, free: true, reasons: [], count: 0, lastScheduledAt: null, ...changes };
}

function first(rule: Rule, ...candidates: Candidate[]): string {
  return chooseHosts({ rules: [rule], seed: 1, candidates })![0]!;
}

test('D1: fewest-booked and fewest-that-day take the lowest count', () => {
  const hosts = [
    candidate('anna', { count: 3 }),
    candidate('bo', { count: 1 }),
    candidate('ida', { count: 2 }),
  ];
  assert.equal(first('fewest-booked', ...hosts), 'bo');
  assert.equal(first('fewest-that-day', ...hosts), 'bo');
});

test('D1: in-order takes the first who is free', () => {
  const hosts = [candidate('anna', { free: false }), candidate('bo', { count: 9 }), candidate('ida')];
  assert.equal(first('in-order', ...hosts), 'bo');
});

test('D4: ties go to the never scheduled, then the least recently scheduled, then the first in the list', () => {
  const [anna, bo, ida] = [
    candidate('anna', { lastScheduledAt: 5 }),
    candidate('bo', { lastScheduledAt: 2 }),
    candidate('ida'),
  ];
  for (const rule of ['fewest-booked', 'fewest-that-day'] as const) {
    assert.equal(first(rule, anna, bo, ida), 'ida');
    assert.equal(first(rule, anna, bo), 'bo');
    assert.equal(first(rule, candidate('jan'), ida), 'jan');
    assert.equal(first(rule, anna, candidate('jan', { lastScheduledAt: 5 })), 'anna');
  }
});

test('D1: weights share in proportion: one with weight 2 gets two of three', () => {
  const counts = { anna: 0, bo: 0 };
  const order: string[] = [];
  for (let i = 0; i < 9; i++) {
    const chosen = first(
      'fewest-booked',
      candidate('anna', { count: counts.anna, weight: 1 }),
      candidate('bo', { count: counts.bo, weight: 2 }),
    ) as 'anna' | 'bo';
    counts[chosen]++;
    order.push(chosen);
  }
  assert.deepEqual(counts, { anna: 3, bo: 6 });
  assert.deepEqual(order.slice(0, 3), ['bo', 'anna', 'bo']);
});

test('D1: a weight of 0 is last, but better than nobody', () => {
  const [anna, bo] = [candidate('anna', { weight: 0 }), candidate('bo', { count: 99, weight: 1 })];
  assert.equal(first('fewest-booked', anna, bo), 'bo');
  assert.equal(first('fewest-booked', anna), 'anna');
});

test('D1: random is fair, only among the free, and the same for the same seed', () => {
  const candidates = [
    candidate('anna'),
    candidate('bo'),
    candidate('ida'),
    candidate('jan', { free: false }),
  ];
  const drawn = new Map<string, number>();
  for (let seed = 0; seed < 3000; seed++) {
    const choice: Choice = { rules: ['random'], seed, candidates };
    const [id] = chooseHosts(choice)!;
    assert.deepEqual(chooseHosts(choice), [id]);
    drawn.set(id!, (drawn.get(id!) ?? 0) + 1);
  }
  assert.deepEqual([...drawn.keys()].sort(), ['anna', 'bo', 'ida']);
  for (const count of drawn.values()) assert.ok(count > 900 && count < 1100, String(count));
});

test('B1: a panel takes for each chair the best who leaves the later chairs fillable', () => {
  const candidates = [
    candidate('anna', { count: 5 }),
    candidate('bo', { count: 0 }),
    candidate('bo', { chair: 1, count: 0 }),
    candidate('ida', { chair: 1, count: 3 }),
  ];
  const rules: Rule[] = ['fewest-booked', 'fewest-booked'];
  assert.deepEqual(chooseHosts({ rules, seed: 1, candidates }), ['bo', 'ida']);
  const idaBusy = candidates.map((one) => (one.id === 'ida' ? { ...one, free: false } : one));
  assert.deepEqual(chooseHosts({ rules, seed: 1, candidates: idaBusy }), ['anna', 'bo']);
});

test('ENGINE 9: chairs that cannot all be filled give nobody', () => {
  const rules: Rule[] = ['in-order', 'in-order'];
  assert.equal(
    chooseHosts({ rules, seed: 1, candidates: [candidate('anna'), candidate('anna', { chair: 1 })] }),
    null,
  );
  assert.equal(chooseHosts({ rules: [], seed: 1, candidates: [] }), null);
  assert.equal(
    chooseHosts({ rules: ['in-order'], seed: 1, candidates: [candidate('anna', { free: false })] }),
    null,
  );
});

test('D6, F4: who is preferred and free is kept before any rule; who is not free is not', () => {
  const candidates = [candidate('anna'), candidate('bo', { count: 9 }), candidate('ida', { free: false })];
  const choice: Choice = { rules: ['fewest-booked'], seed: 1, candidates };
  assert.deepEqual(chooseHosts({ ...choice, preferred: ['bo'] }), ['bo']);
  assert.deepEqual(chooseHosts({ ...choice, preferred: ['ida'] }), ['anna']);
  assert.deepEqual(chooseHosts({ ...choice, preferred: ['somebody else'] }), ['anna']);
});

test('D6: a panel keeps as many of the preferred hosts as can be kept', () => {
  const candidates = [
    candidate('anna'),
    candidate('bo', { count: 9 }),
    candidate('anna', { chair: 1 }),
    candidate('ida', { chair: 1 }),
  ];
  const rules: Rule[] = ['fewest-booked', 'fewest-booked'];
  assert.deepEqual(chooseHosts({ rules, seed: 1, candidates, preferred: ['anna', 'bo'] }), ['bo', 'anna']);
});
