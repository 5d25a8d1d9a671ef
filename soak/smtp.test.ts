import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openGround } from './ground.ts';
import { addressOf, openOffice, type Office } from './office.ts';
import { openPostbox, type Mood, type Postbox } from './postbox.ts';
import '../src/platform/jobs/tables.ts';
import '../src/platform/mailer/tables.ts';

let office: Office;
let postbox: Postbox;
let link: string;
let starts: string[];

before(async () => {
  postbox = await openPostbox();
  office = await openOffice(await openGround({ SMTP_URL: postbox.url }, 'sqlite', 1));
  link = await office.share({ hostIds: await office.hire(1) });
  starts = await office.starts(link, 3);
});
after(async () => {
  await office.close();
  await postbox.close();
});

test('ABUSE 37: a mail server that says "later" (4xx) is asked again, and the booking knows nothing of it', async () => {
  await bookWhile('refuses for now', 'later');
  await eventually(async () => (await mailTo('later'))?.error !== undefined);
  const waiting = await mailTo('later');
  assert.equal(waiting?.state, 'queued');
  assert.match(waiting.error!, /Try again later/);
  postbox.mood = 'takes';
  await letTimePass();
  await eventually(async () => (await mailTo('later'))?.state === 'sent');
  assert.equal(copiesFor('later'), 1);
});

test('ABUSE 37: a mail server that says "never" (5xx) is believed: failed, with its words, and not asked again', async () => {
  await bookWhile('refuses', 'never');
  await eventually(async () => (await mailTo('never'))?.state === 'failed');
  assert.match((await mailTo('never'))!.error!, /No such mailbox here/);
  postbox.mood = 'takes';
  await letTimePass();
  await sleep(1_500);
  assert.equal(copiesFor('never'), 0);

  const { body } = await office.call('GET', '/api/jobs?state=dead');
  assert.match(body.items[0].error, /No such mailbox here/, 'an admin sees what was given up');
  for (const job of body.items) await office.call('POST', `/api/jobs/${job.id}/revival`);
  await eventually(async () => (await mailTo('never'))?.state === 'sent');
  assert.equal(copiesFor('never'), 1, 'and can have it tried again');
});

test('ABUSE 37: a server that hangs up after the data gets the mail again under the same Message-ID', async () => {
  await bookWhile('hangs up after the data', 'hangs');
  await eventually(async () => copiesFor('hangs') > 0);
  postbox.mood = 'takes';
  await letTimePass();
  await eventually(async () => (await mailTo('hangs'))?.state === 'sent');
  const ids = new Set(
    postbox.delivered.filter(({ to }) => to === addressOf('hangs')).map((mail) => mail.messageId),
  );
  assert.equal(ids.size, 1);
});

test('ABUSE 37: no mail server at all: booked, and told when it is back', async () => {
  const port = Number(new URL(postbox.url).port);
  await postbox.close();
  assert.equal((await office.book(link, starts.pop()!, 'down')).status, 201);
  await eventually(async () => (await mailTo('down'))?.error !== undefined);
  postbox = await openPostbox(port);
  await letTimePass();
  await eventually(async () => (await mailTo('down'))?.state === 'sent');
  assert.equal(copiesFor('down'), 1);
});

async function bookWhile(mood: Mood, visitor: string): Promise<void> {
  postbox.mood = mood;
  const { status } = await office.book(link, starts.pop()!, visitor);
  assert.equal(status, 201, 'the booking does not wait for the mail server');
}

interface Mail {
  to: string;
  state: string;
  error?: string;
}

async function mailTo(visitor: string): Promise<Mail | undefined> {
  const { body } = await office.call('GET', `/api/mail?to=${addressOf(visitor)}`);
  return (body.items as Mail[])[0];
}

function copiesFor(visitor: string): number {
  return postbox.delivered.filter(({ to }) => to === addressOf(visitor)).length;
}

/** Tries that wait for later are due now. */
async function letTimePass(): Promise<void> {
  const now = new Date().toISOString();
  await office.database.transact(async (tx) => {
    await tx
      .updateTable('outbox')
      .set({ run_at: now })
      .where('done_at', 'is', null)
      .where('dead_at', 'is', null)
      .execute();
  });
}

async function eventually(look: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await look())) {
    assert.ok(Date.now() < deadline, 'it did not happen in 20 seconds');
    await sleep(100);
  }
}
