import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shuffled } from '#engine/shuffle.ts';
import { watchEvenness } from './evenness.test-support.ts';
import { FairModel } from './fair-model.test-support.ts';

const ASSIGNMENTS = 100_000;
const ALWAYS = ['always-1', 'always-2', 'always-3'];

/** Whole numbers below `below`, the same in every run. */
function dice(seed: number): (below: number) => number {
  let turn = seed;
  return (below) =>
    shuffled(
      Array.from({ length: 16 }, (_, at) => at),
      turn++,
    )[0]! % below;
}

test('R4, R8: whatever is switched, joined, deleted and missed, nobody who is there is two ahead of another', () => {
  for (const newcomers of ['reset', 'level'] as const) {
    const model = new FairModel(newcomers);
    for (const id of [...ALWAYS, 'extra-0', 'extra-1', 'extra-2']) model.join(id);
    const roll = dice(newcomers.length);
    const watch = watchEvenness(model);
    for (let turn = 0; turn < ASSIGNMENTS / 2; turn++) {
      if (turn % 25 === 0) happen(model, watch, roll);
      const away = turn % 3 === 0 ? `extra-${roll(6)}` : '';
      const isFree = (id: string) => id !== away;
      watch.before((id) => isFree(id) && model.isOn(id));
      assert.ok(model.assign(isFree));
      watch.check();
    }
    assert.deepEqual(model.counts(), model.recount());
    for (let turn = 0; turn < 1_000; turn++) model.assign();
    const counts = ALWAYS.map((id) => model.counts().get(id)!);
    assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, counts.join(' '));
  }
});

/** One of the things that happen to a rotation. */
function happen(
  model: FairModel,
  watch: ReturnType<typeof watchEvenness>,
  roll: (below: number) => number,
): void {
  const ids = model.ids();
  const extras = ids.filter((id) => !ALWAYS.includes(id));
  const someone = ids[roll(ids.length)]!;
  const extra = extras[roll(Math.max(1, extras.length))];
  const what = roll(8);
  if (what < 2 && extra) model.toggle(extra, !model.isOn(extra));
  if (what === 2 && extra) model.leave(extra);
  if (what === 3 && extras.length < 6) {
    const newcomer = [0, 1, 2, 3, 4, 5].map((at) => `extra-${at}`).find((id) => !ids.includes(id))!;
    model.join(newcomer);
  }
  if ((what === 4 || what === 5) && model.remove(someone, 1 + roll(16))) watch.allowOne();
  if (what === 6 && model.isOn(someone)) {
    model.assignByHand(someone);
    watch.allowOne();
  }
  watch.check();
}

test('D1: with weights, everyone is within one meeting of their share after each of 100,000', () => {
  const weights = [1, 2, 3, 5];
  const model = new FairModel();
  for (const [at, weight] of weights.entries()) model.join(`w${at}`, weight);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const had = weights.map(() => 0);
  for (let turn = 1; turn <= ASSIGNMENTS; turn++) {
    had[Number(model.assign()!.slice(1))]! += 1;
    for (const [at, weight] of weights.entries()) {
      assert.ok(Math.abs(had[at]! - (turn * weight) / all) <= 1, `${had.join(' ')} after ${turn}`);
    }
  }
  assert.deepEqual([...model.recount().values()], had);
});

test('D1: with any weights and absences, no two who are always there are further apart than one meeting makes', () => {
  const weight = fc.integer({ min: 1, max: 1000 });
  fc.assert(
    fc.property(
      fc.array(weight, { minLength: 2, maxLength: 6 }),
      fc.infiniteStream(fc.boolean()),
      (weights, isAway) => {
        const model = new FairModel();
        weights.forEach((one, at) => model.join(String(at), one));
        model.join('other', 3);
        for (let turn = 0; turn < 60; turn++) {
          const away = isAway.next().value as boolean;
          model.assign((id) => id !== 'other' || !away);
        }
        const counts = model.counts();
        for (const [one, mine] of weights.entries()) {
          for (const [other, theirs] of weights.entries()) {
            const [had, has] = [counts.get(String(one))!, counts.get(String(other))!];
            assert.ok(
              (2 * had - 1) * theirs <= (2 * has + 1) * mine,
              `${had}/${mine} beside ${has}/${theirs}`,
            );
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});
