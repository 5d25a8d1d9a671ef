import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { queueJob } from './store.ts';
import { startWorker } from './worker.ts';

const slate = await cleanSlate();
const { platform, clock } = slate;
after(() => slate.close());

const queue = (kind: string) =>
  platform.db.transact((tx) => queueJob(tx, clock, { workspaceId: '-', kind, payload: {} }));

test('who drains a worker waits for what the worker has taken by itself meanwhile, too', async (context) => {
  const begun = Promise.withResolvers<void>();
  const ends = Promise.withResolvers<void>();
  let isDone = false;
  const worker = startWorker(
    platform,
    {
      first: async () => {
        await queue('second');
        worker.wake();
        await begun.promise;
      },
      second: async () => {
        begun.resolve();
        await ends.promise;
        isDone = true;
      },
    },
    [],
  );
  context.after(() => worker.stop());
  await queue('first');
  const drained = worker.drain().then(() => assert.ok(isDone, 'the second was still at work'));
  await begun.promise;
  setTimeout(ends.resolve, 200);
  await drained;
});
