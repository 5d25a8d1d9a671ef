import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardAfter, columnBeside, placeOf } from './steps.ts';

const column = (id: string, ...cards: string[]) => ({ id, cards: cards.map((card) => ({ id: card })) });
const board = [
  column('discovery', 'oven', 'kiln', 'mill'),
  column('survey', 'bakery'),
  column('offer'),
  column('talks', 'rack', 'burner'),
];

test('arrows up and down stay in the column and stop at its ends', () => {
  assert.equal(cardAfter('ArrowDown', board, 'oven'), 'kiln');
  assert.equal(cardAfter('ArrowDown', board, 'mill'), 'mill');
  assert.equal(cardAfter('ArrowUp', board, 'oven'), 'oven');
  assert.equal(cardAfter('End', board, 'oven'), 'mill');
  assert.equal(cardAfter('Home', board, 'mill'), 'oven');
});

test('arrows left and right go to the same height, or to the last card of a shorter column', () => {
  assert.equal(cardAfter('ArrowRight', board, 'mill'), 'bakery');
  assert.equal(cardAfter('ArrowLeft', board, 'bakery'), 'oven');
  assert.equal(cardAfter('ArrowLeft', board, 'oven'), 'oven');
});

test('an empty or folded column is passed over by arrows, not by a change of stage', () => {
  assert.equal(cardAfter('ArrowRight', board, 'bakery'), 'rack');
  assert.equal(cardAfter('ArrowRight', board, 'oven', ['survey']), 'rack');
  assert.equal(columnBeside(board, 'bakery', 'ArrowRight'), 'offer');
});

test('there is no stage before the first and none after the last', () => {
  assert.equal(columnBeside(board, 'oven', 'ArrowLeft'), null);
  assert.equal(columnBeside(board, 'rack', 'ArrowRight'), null);
});

test('other keys and cards that are gone lead nowhere', () => {
  assert.equal(cardAfter('x', board, 'oven'), null);
  assert.equal(cardAfter('ArrowDown', board, 'sold'), null);
  assert.deepEqual(placeOf(board, 'burner'), { column: 3, card: 1 });
  assert.equal(placeOf(board, 'sold'), null);
});
