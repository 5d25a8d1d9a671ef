import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canSeat } from './matching.ts';
import { shortagesOf } from './shortage.ts';

const anybody = () => true;

test('B1: nothing is short where every chair has somebody of its own', () => {
  assert.deepEqual(shortagesOf([['anna', 'bo'], ['anna']], anybody), []);
  assert.deepEqual(shortagesOf([], anybody), []);
});

test('B1: nobody fills two chairs, so two chairs with Anna alone are short together', () => {
  assert.deepEqual(shortagesOf([['anna'], ['bo'], ['anna']], anybody), [{ chairs: [0, 2], hosts: ['anna'] }]);
});

test('B1: a chair of which nobody is free is short by itself, whoever fills the others', () => {
  const free = (host: string) => host !== 'bo';
  assert.deepEqual(shortagesOf([['anna', 'chloe'], ['bo']], free), [{ chairs: [1], hosts: [] }]);
});

test('B1: three chairs for two people are one shortage; another one elsewhere stands apart', () => {
  const chairs = [['anna', 'bo'], ['bo', 'anna'], ['chloe'], ['anna', 'bo'], ['chloe']];
  assert.deepEqual(shortagesOf(chairs, anybody), [
    { chairs: [0, 1, 3], hosts: ['anna', 'bo'] },
    { chairs: [2, 4], hosts: ['chloe'] },
  ]);
});

test('B1: what is short is true of any panel: too few hosts for those chairs, and the rest can be filled', () => {
  for (let seed = 1; seed < 400; seed++) {
    const chairs = panelFrom(seed);
    const shortages = shortagesOf(chairs, anybody);
    assert.equal(shortages.length === 0, canSeat(chairs, anybody));
    for (const short of shortages) {
      const hosts = new Set(short.chairs.flatMap((chair) => chairs[chair]!));
      assert.deepEqual(new Set(short.hosts), hosts);
      assert.ok(hosts.size < short.chairs.length);
    }
    const left = chairs.filter((_, chair) => !shortages.some((short) => short.chairs.includes(chair)));
    assert.ok(canSeat(left, anybody));
  }
});

/** Up to six chairs over five hosts, the same for the same seed. */
function panelFrom(seed: number): number[][] {
  let state = seed * 2_654_435_761;
  const next = (below: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
  return Array.from({ length: 1 + next(6) }, () => [
    ...new Set(Array.from({ length: next(4) }, () => next(5))),
  ]);
}
