import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replay, type Decision } from '#engine/decide.ts';
import type { Rule } from '#engine/snapshot.ts';
import { wholeDecision } from './whole-decision.ts';

const candidate = (id: string) => ({
  id,
  chair: 0,
  free: true,
  reasons: [],
  count: 0,
  lastScheduledAt: null,
});

/** About one chair, as placing one host anew decides it. */
function aboutOne(rule: Rule, seed: number, only: string[]): Decision {
  const candidates = ['bo', 'ines', 'lucie', 'tomasz'].map(candidate);
  const decision = { rule, rules: [rule], seed, start: 0, reasons: [], candidates, only, chosen: [] };
  return { ...decision, chosen: replay(decision) };
}

test('D5, E11: of a meeting of several the whole is decided again alike, whatever chair was filled and how', () => {
  for (const rule of ['in-order', 'fewest-booked', 'random'] as const) {
    for (let seed = 0; seed < 40; seed++) {
      const one = aboutOne(rule, seed, ['ines', 'lucie', 'tomasz']);
      for (const at of [0, 1, 2]) {
        const hostIds = ['anna', 'priya'].toSpliced(at, 0, one.chosen[0]!);
        assert.deepEqual(replay(wholeDecision(one, at, hostIds)), hostIds, `${rule} ${seed} in chair ${at}`);
      }
    }
  }
});

test('D5: of a meeting of one the decision is the whole already', () => {
  const one = aboutOne('random', 7, ['bo', 'ines']);
  assert.equal(wholeDecision(one, 0, one.chosen), one);
});
