import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Errands } from './errands.ts';

/** Errands that end when they are told, and what is due. */
function office(atOnce: number, due: string[]) {
  const errands = new Errands<string>(atOnce);
  const gates = new Map<string, PromiseWithResolvers<string>>();
  const beginSome = async (room: number): Promise<number> => {
    const some = due.splice(0, room);
    for (const key of some) {
      const gate = Promise.withResolvers<string>();
      gates.set(key, gate);
      void errands.begin(key, (stop) => {
        stop.addEventListener('abort', () => gate.resolve('stopped'));
        return gate.promise;
      });
    }
    return some.length;
  };
  const end = async (key: string): Promise<void> => {
    gates.get(key)!.resolve('done');
    await sleep(0);
  };
  return { errands, run: () => errands.run(beginSome), end };
}

test('no more errands are under way than there are hands; the next begins as one ends', async () => {
  const { errands, run, end } = office(2, ['a', 'b', 'c']);
  const all = run();
  await sleep(0);
  assert.deepEqual(errands.keys(), ['a', 'b']);
  await end('a');
  assert.deepEqual(errands.keys(), ['b', 'c']);
  await end('b');
  await end('c');
  await all;
  assert.deepEqual(errands.keys(), []);
});

test('whoever asks while hands are free finds what has become due meanwhile, and waits for the same', async () => {
  const due = ['a'];
  const { errands, run, end } = office(2, due);
  const first = run();
  await sleep(0);
  due.push('b');
  const second = run();
  assert.equal(first, second);
  await sleep(0);
  assert.deepEqual(errands.keys(), ['a', 'b']);
  await end('a');
  await end('b');
  await second;
});

test('who stops begins nothing more, and waits for what is under way', async () => {
  const due = ['a', 'b'];
  const { errands, run } = office(1, due);
  const all = run();
  await sleep(0);
  const underWay = errands.underWay('a');
  await errands.stop();
  assert.equal(await underWay, 'stopped');
  await all;
  assert.deepEqual([errands.isStopped, due], [true, ['b']]);
});

test('Whoever asks while a look finds nothing is not sent away with it', async () => {
  const errands = new Errands<void>(2);
  const firstLook = Promise.withResolvers<number>();
  let looks = 0;
  const look = () => (looks++ === 0 ? firstLook.promise : Promise.resolve(0));
  const all = errands.run(look);
  void errands.run(look);
  firstLook.resolve(0);
  await all;
  assert.equal(looks, 2);
});
