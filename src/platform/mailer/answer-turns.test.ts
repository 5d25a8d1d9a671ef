import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerTurns, atOnce } from './answer-turns.ts';

test('with a quick server one message at a time is between its answer and what is written of it', async () => {
  const turnOf = answerTurns(4);
  let open = 0;
  let most = 0;
  const send = async (): Promise<void> => {
    const settled = Promise.withResolvers<void>();
    const turn = turnOf(settled.promise);
    await turn.take();
    most = Math.max(most, ++open);
    turn.answered();
    await sleep(2);
    open--;
    settled.resolve();
  };
  await Promise.all(Array.from({ length: 12 }, send));
  assert.equal(most, 1);
});

test('a slow server gets several at once, and a single slow answer changes nothing', () => {
  assert.equal(atOnce([], 4), 1);
  assert.equal(atOnce([400], 4), 1, 'nobody knows it yet');
  assert.equal(atOnce([400, 3], 4), 1);
  assert.equal(atOnce([2, 3, 900, 2, 2], 4), 1);
  assert.equal(atOnce([120, 130, 110], 4), 3);
  assert.equal(atOnce([900, 900, 900], 4), 4);
});

test('a message that never got its turn takes nobody else’s', async () => {
  const turnOf = answerTurns(1);
  const first = Promise.withResolvers<void>();
  await turnOf(first.promise).take();
  const gone = turnOf(Promise.resolve());
  const waits = gone.take();
  first.resolve();
  await waits;
  await turnOf(new Promise(() => {})).take();
});
