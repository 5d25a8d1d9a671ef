import assert from 'node:assert/strict';
import { after, mock, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import type { Job } from './job.ts';
import { queueJob } from './store.ts';
import { startWorker } from './worker.ts';
import { workOnce } from './work-once.ts';
import './tables.ts';

const slate = await cleanSlate();
const { platform, clock } = slate;
after(() => slate.close());

const queue = (kind: string) =>
  platform.db.transact((tx) => queueJob(tx, clock, { workspaceId: '-', kind, payload: {} }));
const rows = (kind: string) =>
  platform.db.read.selectFrom('outbox').selectAll().where('kind', '=', kind).execute();

/** A handler that says that it has begun, and ends when it is told to. */
function held() {
  const begun = Promise.withResolvers<void>();
  const ends = Promise.withResolvers<void>();
  let times = 0;
  const handler = async (): Promise<void> => {
    times++;
    begun.resolve();
    await ends.promise;
  };
  return { handler, begun: begun.promise, end: ends.resolve, times: () => times };
}

test('a job of a process that died is taken over within ten seconds', async () => {
  await queue('orphan');
  const dead = held();
  const gone = workOnce(platform, { orphan: dead.handler });
  await dead.begun;
  clock.advance(0.1);
  assert.equal(await workOnce(platform, { orphan: async () => {} }), 0, 'six seconds: it may still live');
  clock.advance(0.05);
  assert.equal(await workOnce(platform, { orphan: async () => {} }), 1);
  dead.end();
  await gone;
});

test('a process that lost its lease settles nothing, nor what its work would have written', async () => {
  await queue('lost');
  const slow = held();
  const trace = { workspaceId: '-', kind: 'trace', payload: {} };
  const gone = workOnce(platform, {
    lost: async () => {
      await slow.handler();
      return (tx) => queueJob(tx, clock, trace);
    },
  });
  await slow.begun;
  clock.advance(1);
  const other = held();
  const taken = workOnce(platform, { lost: other.handler });
  await other.begun;
  slow.end();
  await gone;
  const [job] = await rows('lost');
  assert.equal(job?.done_at, null, 'the other is still at work');
  assert.notEqual(job?.lease, null);
  other.end();
  await taken;
  assert.notEqual((await rows('lost'))[0]?.done_at, null);
  assert.equal((await rows('trace')).length, 0);
});

test('a failure after the lease was lost does not put the job off either', async () => {
  await queue('late');
  const slow = held();
  const gone = workOnce(platform, {
    late: async () => {
      await slow.handler();
      throw new Error('too late');
    },
  });
  await slow.begun;
  clock.advance(1);
  await workOnce(platform, { late: async () => {} });
  slow.end();
  await gone;
  const [job] = await rows('late');
  assert.equal(job?.last_error, null);
  assert.notEqual(job?.done_at, null);
});

test('slow work keeps its lease: it is renewed while the work runs, also for what has not begun', async () => {
  mock.timers.enable({ apis: ['setInterval'] });
  for (let at = 0; at < 10; at++) await queue('slow');
  const slow = held();
  const running = workOnce(platform, { slow: slow.handler });
  await slow.begun;
  for (let seconds = 0; seconds < 60; seconds += 2) {
    clock.advance(2 / 60);
    mock.timers.tick(2_000);
    await renewed();
  }
  assert.equal(await workOnce(platform, { slow: async () => {} }), 0, 'a minute later nobody else has it');
  slow.end();
  await running;
  mock.timers.reset();
  assert.equal(slow.times(), 10);
});

/** Until every lease is as long as it can be at this moment; a look that comes while the last one ends is lost. */
async function renewed(): Promise<void> {
  const until = new Date(clock.now() + 6_100).toISOString();
  for (;;) {
    const jobs = await rows('slow');
    if (jobs.every((job) => job.done_at !== null || job.locked_until === until)) return;
    mock.timers.tick(2_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('who stops gives back what was not begun: it is due at once and was not tried', async () => {
  for (let at = 0; at < 20; at++) await queue('stopped');
  const slow = held();
  const worker = startWorker(platform, { stopped: slow.handler }, []);
  worker.wake();
  await slow.begun;
  const stopped = worker.stop();
  slow.end();
  await stopped;
  const left = (await rows('stopped')).filter((job) => job.done_at === null);
  assert.ok(left.length >= 12 && left.every((job) => job.attempts === 0 && job.locked_until === null));
  assert.equal(await workOnce(platform, { stopped: async () => {} }), left.length);
});

test('a line of work does not hold up what is due by the clock', async (context) => {
  const order: string[] = [];
  for (let at = 0; at < 70; at++) await queue('line');
  const seen = Promise.withResolvers<void>();
  const handlers = {
    line: async () => {
      if (order.push('line') === 1) clock.advance(1);
    },
    tick: async (_job: Job) => {
      order.push('tick');
      if (order.filter((one) => one === 'tick').length === 2) seen.resolve();
    },
  };
  const worker = startWorker(platform, handlers, [{ kind: 'tick', everySeconds: 60 }]);
  context.after(() => worker.stop());
  worker.wake();
  await seen.promise;
  await worker.drain();
  assert.equal(
    order.filter((one) => one === 'tick').length,
    2,
    'the tick of the minute that began meanwhile',
  );
});
