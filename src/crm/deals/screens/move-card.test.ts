import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DealBoard, DealCard } from './deal-queries.ts';
import { moveCard } from './move-card.ts';

const card = (id: string, stage: string, amount: number | null) =>
  ({ id, title: id, stage, amount, currency: 'EUR', version: 1 }) as DealCard;

const stage = (key: string, probability: number, cards: DealCard[]) => {
  const amount = cards.reduce((sum, one) => sum + (one.amount ?? 0), 0);
  const sums = amount > 0 ? [{ currency: 'EUR', amount, weighted: (amount * probability) / 100 }] : [];
  return { key, label: key, builtIn: true, probability, outcome: null, count: cards.length, sums, cards };
};

const board: DealBoard = {
  stages: [stage('new', 10, [card('a', 'new', 1000), card('b', 'new', null)]), stage('offer', 50, [])],
  open: { count: 2, sums: [] },
};

test('P5: a moved card stands on top of its stage, and both sums follow', () => {
  const [first, second] = moveCard(board, 'a', 'offer').stages;
  assert.deepEqual([first!.count, first!.sums, first!.cards.map(({ id }) => id)], [1, [], ['b']]);
  assert.deepEqual(second!.sums, [{ currency: 'EUR', amount: 1000, weighted: 500 }]);
  assert.deepEqual(
    second!.cards.map(({ id, stage: at }) => [id, at]),
    [['a', 'offer']],
  );
  const back = moveCard(moveCard(board, 'b', 'offer'), 'b', 'new');
  assert.deepEqual(
    back.stages.map(({ count }) => count),
    [2, 0],
  );
});

test('a card that is not on the board moves nothing', () => {
  assert.equal(moveCard(board, 'z', 'offer'), board);
  assert.equal(moveCard(board, 'a', 'new'), board);
});
