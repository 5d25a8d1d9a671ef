/** The fair share against an obvious slow model. 1,000 cases in `npm test`, 20,000 with RONDO_SOAK=1. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { chooseHosts, type Candidate } from '#engine/choose-host.ts';
import { replay, type Decision } from '#engine/decide.ts';
import type { Rule } from '#engine/snapshot.ts';
import { outcomes } from './fair-share.ts';
import { fairnessCounter } from './fairness.ts';

const numRuns = process.env['RONDO_SOAK'] === '1' ? 20_000 : 1000;
const seed = Number(process.env['RONDO_SEED'] ?? 2026);

const RULES: Rule[] = ['fewest-booked', 'fewest-that-day', 'random', 'in-order'];
const HOSTS = ['anna', 'bo', 'chloe', 'ines', 'marek'];

function someCandidate(id: string, chair: number): fc.Arbitrary<Candidate> {
  return fc.record({
    id: fc.constant(id),
    chair: fc.constant(chair),
    free: fc.oneof(fc.constant(true), fc.boolean()),
    reasons: fc.constant([]),
    count: fc.nat(4),
    weight: fc.option(fc.nat(3), { nil: undefined }),
    lastScheduledAt: fc.option(fc.nat(3)),
  }) as fc.Arbitrary<Candidate>;
}

const someChair = (chair: number) =>
  fc
    .subarray(HOSTS, { minLength: 1 })
    .chain((ids) =>
      fc.tuple(fc.constantFrom(...RULES), fc.tuple(...ids.map((id) => someCandidate(id, chair)))),
    );

/** What was decided, as it is kept; null where nobody could fill the chairs. */
const someDecision: fc.Arbitrary<Decision | null> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.nat())
  .chain(([chairs, draw]) =>
    fc.tuple(...Array.from({ length: chairs }, (_, at) => someChair(at))).map((drawn) => {
      const rules = drawn.map(([rule]) => rule);
      const candidates = drawn.flatMap(([, stood]) =>
        stood.map((one) => ({ ...one, reasons: one.free ? [] : [{ code: 'busy' as const, detail: '' }] })),
      );
      const chosen = chooseHosts({ rules, seed: draw, candidates });
      return chosen && { rule: rules[0]!, rules, seed: draw, start: 0, reasons: [], candidates, chosen };
    }),
  );

/** Every way of filling the chairs with different free people, that begins with who was chosen before this chair. */
function fillings({ rules, candidates, chosen }: Decision, chair: number): string[][] {
  const free = rules.map((_, at) =>
    candidates.filter((one) => one.chair === at && one.free).map(({ id }) => id),
  );
  const all = free.reduce<string[][]>(
    (ways, ids) => ways.flatMap((way) => ids.filter((id) => !way.includes(id)).map((id) => [...way, id])),
    [[]],
  );
  return all.filter((way) => way.slice(0, chair).every((id, at) => id === chosen[at]));
}

function slowChances(decision: Decision, chair: number): Map<string, number> {
  const able = [...new Set(fillings(decision, chair).map((way) => way[chair]!))];
  const weight = (id: string) => {
    const one = decision.candidates.find((other) => other.chair === chair && other.id === id)!;
    return decision.rules[chair] === 'fewest-booked' ? (one.weight ?? 1) : 1;
  };
  const all = able.map(weight).reduce((sum, one) => sum + one, 0);
  return new Map(able.map((id) => [id, all === 0 ? 1 / able.length : weight(id) / all]));
}

test('D5: each one’s chance is their weight among all who could still fill the chair, as the slow model has it', () => {
  let several = 0;
  const property = fc.property(someDecision, (decision) => {
    if (!decision) return;
    assert.deepEqual(replay(JSON.parse(JSON.stringify(decision))), decision.chosen);
    const found = outcomes({ decision, byHand: false });
    assert.equal(found.length, decision.rules.length);
    for (const [chair, outcome] of found.entries()) {
      assert.equal(outcome.host, decision.chosen[chair]);
      const stood: string[] = decision.candidates.filter((one) => one.chair === chair).map(({ id }) => id);
      assert.equal(outcome.how, stood.length > 1 ? 'rule' : 'alone');
      if (outcome.how === 'alone') continue;
      assert.deepEqual(outcome.stood, stood);
      const expected = slowChances(decision, chair);
      assert.deepEqual(outcome.chances, expected);
      assert.ok(outcome.chances.has(outcome.host));
      if (found.length > 1) several++;
    }
  });
  fc.assert(property, { numRuns, seed });
  assert.ok(several > numRuns / 4, `too tame: ${several}`);
});

test('the shares sum to the choices, chance by chance, and whoever was never free expects nothing', () => {
  const property = fc.property(fc.array(someDecision, { maxLength: 30 }), (drawn) => {
    const decisions = drawn.filter((one) => one !== null);
    const counter = fairnessCounter();
    const all = decisions.flatMap((decision) => outcomes({ decision, byHand: false }));
    for (const outcome of all) counter.add(outcome);
    const { hosts, meetings, by } = counter.sum();
    const sum = (of: (host: (typeof hosts)[number]) => number) =>
      hosts.reduce((so, host) => so + of(host), 0);
    assert.equal(meetings, all.length);
    assert.deepEqual([by.rule + by.alone, sum((one) => one.meetings)], [all.length, all.length]);
    assert.ok(Math.abs(sum((one) => one.fair) - by.rule) < 1e-6);
    for (const host of hosts) {
      const chances = all.map(({ chances: of }) => of.get(host.memberId)).filter((one) => one !== undefined);
      const variance = chances.reduce((so, one) => so + one - one * one, 0);
      assert.ok(Math.abs(host.chance - Math.max(1, Math.sqrt(4 * variance))) < 1e-6);
      assert.equal(host.withinChance, Math.abs(host.by.rule - host.fair) <= host.chance + 1e-9);
      assert.deepEqual([host.free, host.free <= host.asked], [chances.length, true]);
    }
  });
  fc.assert(property, { numRuns: Math.ceil(numRuns / 10), seed });
});
