import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { turnstile } from './turnstile.ts';

test('a turnstile lets a few through at a time, in order, and turns away who finds a long line', async () => {
  const enter = turnstile(2, 3);
  let inside = 0;
  let most = 0;
  const done: number[] = [];
  const work = (n: number) =>
    enter(async () => {
      most = Math.max(most, ++inside);
      await pause(5);
      inside--;
      done.push(n);
      return n;
    });
  const results = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(work));
  assert.deepEqual(results, [1, 2, 3, 4, 5, 'full', 'full']);
  assert.equal(most, 2);
  assert.deepEqual(done, [1, 2, 3, 4, 5]);
});

test('work that fails leaves its place to the next', async () => {
  const enter = turnstile(1, 5);
  await assert.rejects(
    enter(async () => {
      throw new Error('no');
    }),
  );
  assert.equal(await enter(async () => 'yes'), 'yes');
});
