import assert from 'node:assert/strict';
import test from 'node:test';
import { at, daily, during, host, link, pairs, texts } from './cast.test-support.ts';
import { nearest } from './nearest.ts';

const MONDAY = '2026-06-01';
const ten = at(`${MONDAY}T10:00`);

test('D2: the alternatives are the free starts nearest to the wish, in order of time, never the wish itself', () => {
  const busy = pairs('2026-06-01T10:30/2026-06-01T11:00');
  const offer = link({ hosts: [host({ hours: daily('UTC', '09:00-17:00'), busy })] });
  const found = nearest(offer, ten, { count: 3, window: during(MONDAY) });
  assert.deepEqual(texts(found), ['2026-06-01T09:00', '2026-06-01T09:30', '2026-06-01T11:00']);
  assert.deepEqual(nearest(offer, ten, { count: 3, window: { from: ten, to: ten } }), []);
});
