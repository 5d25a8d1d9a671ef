import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../../demo/cast.ts';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika } from '../../../demo/open-termika.ts';
import { newId } from '../ids.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;

const work = async (): Promise<void> => {
  const worker = t.work();
  await worker.drain();
  await worker.stop();
};
const get = async (path: string) => {
  const answer = await t.call('GET', path);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer;
};
const link = await t.share({ title: 'Wizyta w Łodzi' });
await t.book(link, '2026-12-01T09:00:00Z', visitors.chloe);
await t.book(link, '2026-12-01T10:00:00Z', visitors.marek);

/** As a mail server that said 5xx leaves it. */
async function fail(id: string): Promise<void> {
  const at = new Date(t.clock.now()).toISOString();
  await t.platform.db.transact(async (tx) => {
    await tx
      .updateTable('mails')
      .set({ state: 'failed', error: 'mailbox full', attempts: 3 })
      .where('id', '=', id)
      .execute();
    await tx
      .updateTable('outbox')
      .set({ dead_at: at, done_at: null })
      .where('payload', 'like', `%${id}%`)
      .execute();
  });
}

test('mail: the brief list is filtered by state and words, and says nothing of what mails say', async () => {
  const all = (await get('/api/mail?brief=true')).body.items;
  assert.ok(all.length >= 4);
  assert.ok(all.every((mail: object) => !('text' in mail) && !('html' in mail) && !('attachments' in mail)));
  const found = async (query: string) => (await get(`/api/mail?brief=true&${query}`)).body.items.length;
  assert.equal(await found('state=queued'), all.length);
  assert.equal(await found('state=captured'), 0);
  assert.ok((await found('q=LODZI')) > 0);
  assert.equal(await found('q=lodzi%25'), 0);
  assert.equal(await found('q=girard-pains'), 1);
  await work();
  assert.equal(await found('state=captured'), all.length);
  assert.equal((await t.call('GET', '/api/mail?state=lost')).status, 422);
});

test('mail: pages follow each other whatever is filtered, and cost two statements', async () => {
  const whole = (await get('/api/mail?brief=true&state=captured')).body.items;
  const seen: unknown[] = [];
  let next: string | null = '';
  while (next !== null) {
    const { body, statements } = await get(
      `/api/mail?brief=true&state=captured&limit=1${next && `&cursor=${next}`}`,
    );
    assert.equal(statements, 2);
    seen.push(...body.items);
    next = body.next;
  }
  assert.deepEqual(seen, whole);
});

test('mail: one is read whole; counts by state agree with the lists', async () => {
  const [brief] = (await get('/api/mail?brief=true')).body.items;
  const { body: one } = await get(`/api/mail/${brief.id}`);
  assert.deepEqual({ ...one, ...brief }, one);
  assert.ok(one.text.length > 0 && one.html.length > 0);
  const { body: counts } = await get('/api/mail/counts');
  const captured = (await get('/api/mail?brief=true&limit=200')).body.items.length;
  assert.deepEqual(counts, { queued: 0, sent: 0, captured, failed: 0, dropped: 0 });
});

test('mail: a failed one is tried again under its own id, any other is refused with the reason', async () => {
  const [mail] = (await get('/api/mail?brief=true&q=marek')).body.items;
  const revive = (id: string) => t.call('POST', `/api/mail/${id}/revival`);
  const refused = await revive(mail.id);
  assert.deepEqual([refused.status, /kept here/.test(refused.body.detail)], [409, true]);
  await fail(mail.id);
  const revived = await revive(mail.id);
  assert.deepEqual([revived.status, revived.body.state, revived.body.error], [200, 'queued', undefined]);
  assert.equal((await revive(mail.id)).status, 409);
  await work();
  assert.equal((await get(`/api/mail/${mail.id}`)).body.state, 'captured');
  assert.equal((await revive(newId())).status, 404);
});

test('mail: sign-in and reset mails are nowhere, neither read, counted nor revived', async () => {
  const origin = t.platform.config.publicUrl;
  const before = (await get('/api/mail/counts')).body;
  await t.call('POST', '/api/auth/request-password-reset', { email: bo.email }, null, { origin });
  await work();
  assert.deepEqual((await get('/api/mail/counts')).body, before);
  const secret = await t.platform.db.read
    .selectFrom('mails')
    .select('id')
    .where('secret', '=', 1)
    .executeTakeFirstOrThrow();
  assert.equal((await t.call('GET', `/api/mail/${secret.id}`)).status, 404);
  assert.equal((await t.call('POST', `/api/mail/${secret.id}/revival`)).status, 404);
});

test('F7: a test mail goes to its caller, six an hour for the whole house, and its state can be watched', async () => {
  const sent = await t.call('POST', '/api/mail/test', {});
  assert.deepEqual([sent.status, sent.body.to], [202, anna.email]);
  assert.equal((await get(`/api/mail/${sent.body.id}`)).body.state, 'queued');
  await work();
  assert.equal((await get(`/api/mail/${sent.body.id}`)).body.state, 'captured');
  assert.equal((await t.call('POST', '/api/mail/test', { to: 'not an address' })).status, 422);
  assert.equal((await t.call('POST', '/api/mail/test', {}, bo)).status, 403);
  for (let more = 0; more < 5; more++)
    assert.equal((await t.call('POST', '/api/mail/test', { to: 'office@termika.example' })).status, 202);
  const over = await t.call('POST', '/api/mail/test', {});
  assert.equal(over.status, 429);
  assert.ok(Number(over.headers.get('retry-after')) > 0);
});
