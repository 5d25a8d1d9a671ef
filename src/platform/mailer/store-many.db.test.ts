import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika } from '../../../demo/open-termika.ts';
import { queueMails } from './store-many.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

test('mail: more mails than one statement may carry are all kept, in their order, each with what sends it', async () => {
  const mails = Array.from({ length: 4600 }, (_, at) => ({
    kind: 'follow-up',
    to: `v${at}@many.example`,
    subject: `Number ${at}`,
    text: 'Hello',
    html: '<p>Hello</p>',
    unproven: true,
  }));
  const { platform, workspaceId } = t;
  const ids = await platform.db.transact((tx) => queueMails(tx, platform, workspaceId, mails));
  const kept = await platform.db.read.selectFrom('mails').select(['id', 'subject']).execute();
  const subjects = new Map(kept.map(({ id, subject }) => [id, subject]));
  assert.deepEqual(
    ids.map((id) => subjects.get(id)),
    mails.map(({ subject }) => subject),
  );
  const jobs = await platform.db.read.selectFrom('outbox').select('payload').execute();
  const sending = new Set(jobs.map(({ payload }) => JSON.parse(payload).mailId));
  assert.ok(ids.every((id) => sending.has(id)));
  const counted = await platform.db.read
    .selectFrom('counters')
    .select('value')
    .where('name', 'like', 'mail:v%@many.example')
    .execute();
  assert.equal(counted.length, mails.length);
});
