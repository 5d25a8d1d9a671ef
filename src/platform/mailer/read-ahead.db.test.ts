import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika } from '../../../demo/open-termika.ts';
import type { Job } from '../jobs/job.ts';
import { readAhead } from './read-ahead.ts';
import { dropMails, queueMails } from './store-many.ts';

const t = await openTermika(await cleanSlate());
const { platform, workspaceId } = t;
after(() => t.close());

async function queued(count: number): Promise<Job[]> {
  const mails = Array.from({ length: count }, (_, at) => ({
    kind: 'reminder',
    to: `v${at}@many.example`,
    subject: `Number ${at}`,
    text: 'Hello',
    html: '<p>Hello</p>',
  }));
  const ids = await platform.db.transact((tx) => queueMails(tx, platform, workspaceId, mails));
  const taken = { workspaceId, kind: 'mail.send', attempts: 1, lease: 'x' };
  return ids.map((mailId) => ({ ...taken, id: mailId, payload: { mailId } }));
}

const drop = (job: Job) =>
  platform.db.transact((tx) => dropMails(tx, workspaceId, [String(job.payload.mailId)]));

test('mail: those that are sent next are read together, each its own; one that waited is read again, for it may be dropped', async (context) => {
  let now = 0;
  context.mock.method(performance, 'now', () => now);
  const read = readAhead(platform);
  const [first, second, third] = (await queued(3)) as [Job, Job, Job];
  assert.equal((await read(first, [second, third]))?.subject, 'Number 0');
  await drop(second);
  await drop(third);
  const known = await read(second, [third]);
  assert.deepEqual([known?.subject, known?.state], ['Number 1', 'queued'], 'read with the first');
  now = 501;
  assert.equal((await read(third, []))?.state, 'dropped');
});

test('mail: what cannot be read is asked for again by the next try, and one that is not there is undefined', async (context) => {
  const broken = context.mock.method(platform.db.read, 'selectFrom', () => {
    throw new Error('no connection');
  });
  const read = readAhead(platform);
  const [first, second] = (await queued(2)) as [Job, Job];
  await assert.rejects(read(first, [second]), /no connection/);
  await assert.rejects(read(second, []), /no connection/);
  broken.mock.restore();
  assert.equal((await read(first, [second]))?.subject, 'Number 0');
  assert.equal((await read(second, []))?.subject, 'Number 1');
  assert.equal(await read({ ...first, payload: { mailId: 'none' } }, []), undefined);
});
