import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import PostalMime from 'postal-mime';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../demo/staff.ts';
import { openPostbox, type Postbox } from '../../soak/postbox.ts';
import type { Worker } from '#platform/jobs/worker.ts';

let house: StaffedHouse;
let postbox: Postbox;
let worker: Worker;
before(async () => {
  postbox = await openPostbox();
  house = await staffedHouse(undefined, { SMTP_URL: postbox.url, MAIL_FROM: 'Lumen <crm@lumen.example>' });
  worker = house.work();
});
after(async () => {
  await house.close();
  await postbox.close();
});

let made = 0;
async function contact(given: object = {}): Promise<{ id: string; path: string; address: string }> {
  const address = `ewa${++made}@baltica.example`;
  const body = { name: 'Ewa Lis', emails: [{ address }], jobTitle: 'Buyer', ...given };
  const { body: kept } = await house.ask(house.anna, 'POST', '/api/contacts', body);
  return { id: kept.id, path: `/api/contacts/${kept.id}/emails`, address };
}

const send = (path: string, body: object, who: Colleague = house.bo, headers = {}) =>
  house.ask(who, 'POST', path, { subject: 'Second visit', html: '<p>Dear Ewa</p>', ...body }, headers);
const messagesTo = (address: string) => postbox.delivered.filter(({ to }) => to === address);

test('P6: an e-mail from a record goes to each recipient alone, and everybody sees whom it is addressed to', async () => {
  const ewa = await contact();
  const html = '<p>Dear <b>Ewa</b>,</p><p>see <a href="https://lumen.example/a">the plan</a></p>';
  const { status, body } = await send(ewa.path, { to: [ewa.address], cc: ['kamil@one.example'], html });
  assert.deepEqual([status, body.state], [201, 'queued']);
  await worker.drain();
  const [mine, copy] = [messagesTo(ewa.address), messagesTo('kamil@one.example')];
  assert.deepEqual([mine.length, copy.length], [1, 1]);
  assert.equal(mine[0]!.messageId, copy[0]!.messageId, 'one letter, one Message-ID');
  const read = await PostalMime.parse(mine[0]!.raw);
  assert.deepEqual(read.from, { name: 'Bo', address: 'crm@lumen.example' });
  assert.deepEqual(
    read.to?.map(({ address }) => address),
    [ewa.address],
  );
  assert.deepEqual(
    read.cc?.map(({ address }) => address),
    ['kamil@one.example'],
  );
  assert.match(read.replyTo![0]!.address!, /^bo@/);
  assert.match(read.text!, /Dear Ewa,\s+see the plan \(https:\/\/lumen\.example\/a\)/);
  assert.match(read.html!, /<strong>Ewa<\/strong>/);
  assert.ok(!/Auto-Submitted/i.test(mine[0]!.raw), 'a person wrote it');

  const { body: history } = await house.ask(house.anna, 'GET', ewa.path);
  assert.deepEqual([history.items[0].state, history.items[0].by.name], ['sent', 'Bo']);
  assert.deepEqual(history.items[0].to, [{ address: ewa.address, state: 'sent', error: null }]);
  const timeline = await house.ask(house.anna, 'GET', `/api/contacts/${ewa.id}/timeline`);
  assert.equal(timeline.body.items[0].kind, 'email');
  assert.equal(timeline.body.items[0].data.emailId, body.id);
});

test('P6: what the mail server refuses is failed with its words, and is sent again on request', async () => {
  const ewa = await contact();
  postbox.mood = 'refuses';
  const { body } = await send(ewa.path, { to: [ewa.address] });
  await worker.drain();
  const failed = await house.ask(house.bo, 'GET', `/api/emails/${body.id}`);
  assert.equal(failed.body.state, 'failed');
  assert.match(failed.body.error, /No such mailbox here/);
  postbox.mood = 'takes';
  const again = await house.ask(house.bo, 'POST', `/api/emails/${body.id}/sending`);
  assert.deepEqual([again.status, again.body.state], [200, 'queued']);
  await worker.drain();
  assert.equal((await house.ask(house.bo, 'GET', `/api/emails/${body.id}`)).body.state, 'sent');
  assert.equal(messagesTo(ewa.address).length, 1);
  const twice = await house.ask(house.bo, 'POST', `/api/emails/${body.id}/sending`);
  assert.deepEqual([twice.status, twice.body.detail], [409, 'This e-mail was sent already.']);
});

test('P6: its author hears once that an e-mail failed for good, and again only when another try failed', async () => {
  const noor = await house.hire('Noor');
  const ewa = await contact();
  postbox.mood = 'refuses';
  const to = [ewa.address, 'kamil@one.example'];
  const { body } = await send(ewa.path, { to }, noor);
  await worker.drain();
  const told = async () => (await house.ask(noor, 'GET', '/api/notices')).body.items;
  const [notice, ...others] = await told();
  assert.deepEqual([notice.kind, notice.data.title, notice.byId], ['email-failed', 'Second visit', null]);
  assert.deepEqual([notice.data.emailId, notice.record], [body.id, { kind: 'contact', id: ewa.id }]);
  assert.match(notice.data.why, /No such mailbox here/);
  assert.deepEqual(others, [], 'two recipients, one notice');
  postbox.mood = 'takes';
  await house.ask(house.anna, 'POST', `/api/emails/${body.id}/sending`);
  assert.deepEqual(await told(), [], 'it is on its way again');
  postbox.mood = 'refuses';
  await worker.drain();
  assert.equal((await told()).length, 1);
  postbox.mood = 'takes';
  const { body: mails } = await house.ask(house.anna, 'GET', '/api/mail?limit=200');
  const fates = mails.items.filter(
    (mail: { kind: string; to: string }) => mail.kind === 'email-fate' && mail.to.startsWith('noor@'),
  );
  assert.deepEqual(
    fates.map(({ subject, text }: { subject: string; text: string }) => [
      subject,
      text.includes(`/admin/contacts/${ewa.id}?tab=activities&email=${body.id}`),
    ]),
    Array.from({ length: 2 }, () => ['Non envoyé : Second visit', true]),
  );
});

test('P6, P9: the notice leads to a record its author sees, else to their own e-mails; who left is not told', async () => {
  const [nora, ola] = [await house.hire('Nora'), await house.hire('Ola')];
  const ewa = await contact();
  const sendAt = new Date(house.clock.now() + 3_600_000).toISOString();
  const sent = [nora, ola].map(async (who) => send(ewa.path, { to: [ewa.address], sendAt }, who));
  const [noras] = await Promise.all(sent);
  await house.ask(house.anna, 'PATCH', `/api/contacts/${ewa.id}`, { ownerId: house.anna.id });
  await house.ask(house.anna, 'PATCH', `/api/members/${ola.id}`, { active: false });
  postbox.mood = 'refuses';
  house.clock.advance(61);
  await worker.drain();
  postbox.mood = 'takes';
  const [notice] = (await house.ask(nora, 'GET', '/api/notices')).body.items;
  assert.deepEqual(notice.record, { kind: 'email', id: noras!.body.id });
  const rows = await house.platform.db.read.selectFrom('notices').select('member_id').execute();
  assert.ok(rows.every((row) => row.member_id !== ola.id));
});

test('P6: a server that says "later" is asked again; until then the e-mail is queued', async () => {
  const ewa = await contact();
  postbox.mood = 'refuses for now';
  const { body } = await send(ewa.path, { to: [ewa.address] });
  await worker.drain();
  const waiting = (await house.ask(house.bo, 'GET', `/api/emails/${body.id}`)).body;
  assert.deepEqual([waiting.state, /Try again later/.test(waiting.error)], ['queued', true]);
  postbox.mood = 'takes';
  house.clock.advance(5);
  await worker.drain();
  assert.equal((await house.ask(house.bo, 'GET', `/api/emails/${body.id}`)).body.state, 'sent');
});

test('P6: an e-mail for later waits for its time, and can be stopped until then', async () => {
  const ewa = await contact();
  const sendAt = new Date(Math.ceil(house.clock.now() / 60_000) * 60_000 + 3_600_000)
    .toISOString()
    .replace('.000', '');
  const { body: one } = await send(ewa.path, { to: [ewa.address], subject: 'One', sendAt });
  const { body: two } = await send(ewa.path, { to: [ewa.address], subject: 'Two', sendAt });
  assert.deepEqual([one.state, one.to[0].state], ['scheduled', 'scheduled']);
  await worker.drain();
  assert.equal(messagesTo(ewa.address).length, 0);
  const stopped = await house.ask(house.bo, 'POST', `/api/emails/${two.id}/cancellation`);
  assert.deepEqual([stopped.status, stopped.body.state], [200, 'cancelled']);
  house.clock.advance(62);
  await worker.drain();
  assert.deepEqual(
    messagesTo(ewa.address).map(({ subject }) => subject),
    ['One'],
  );
  assert.equal((await house.ask(house.bo, 'POST', `/api/emails/${one.id}/cancellation`)).status, 409);
  assert.equal((await send(ewa.path, { to: [ewa.address], sendAt: '2020-01-01T00:00:00Z' })).status, 422);
});

test('P6: an answer continues its thread: In-Reply-To, References', async () => {
  const ewa = await contact();
  const { body: first } = await send(ewa.path, { to: [ewa.address] });
  const { body: second } = await send(ewa.path, { to: [ewa.address], inReplyTo: first.id });
  const { body: third } = await send(ewa.path, { to: [ewa.address], inReplyTo: second.id });
  assert.deepEqual([second.threadId, third.threadId], [first.threadId, first.threadId]);
  await worker.drain();
  const read = await PostalMime.parse(messagesTo(ewa.address).at(-1)!.raw);
  assert.equal(read.inReplyTo, second.messageId);
  assert.equal(read.references, `${first.messageId} ${second.messageId}`);
  assert.equal((await send(ewa.path, { to: [ewa.address], inReplyTo: ewa.id })).status, 422);
});

test('P6: sent twice under one key it goes once; other words under that key are refused', async () => {
  const ewa = await contact();
  const key = { 'idempotency-key': 'a-lost-answer' };
  const first = await send(ewa.path, { to: [ewa.address] }, house.bo, key);
  const again = await send(ewa.path, { to: [ewa.address] }, house.bo, key);
  assert.equal(again.body.id, first.body.id);
  assert.equal((await send(ewa.path, { to: [ewa.address], subject: 'x' }, house.bo, key)).status, 422);
  await worker.drain();
  assert.equal(messagesTo(ewa.address).length, 1);
});

test('P8: an e-mail without a record stands on the timelines of everybody in it, and of their company', async () => {
  const ewa = await contact({ emails: [{ address: 'a@multi.example' }, { address: 'B@multi.example' }] });
  const { status, body } = await send('/api/emails', {
    to: ['b@MULTI.example'],
    cc: ['nobody@multi.example'],
  });
  assert.deepEqual([status, body.record], [201, null]);
  const { body: history } = await house.ask(house.anna, 'GET', ewa.path);
  assert.deepEqual(
    history.items.map(({ id }: { id: string }) => id),
    [body.id],
  );
  const { body: own } = await house.ask(house.bo, 'GET', '/api/emails?limit=1');
  assert.equal(own.items[0].id, body.id);
});

test('P6: files go with the mail as they were, and are only ever downloaded', async () => {
  const ewa = await contact();
  const bytes = Buffer.from('<script>alert(1)</script>\u0000\u00ff', 'latin1');
  const upload = await house.app.request('/api/email-files?name=Łódź%20plan.html&type=text/html', {
    method: 'POST',
    headers: { authorization: `Bearer ${house.bo.key}`, 'content-type': 'application/octet-stream' },
    body: bytes,
  });
  const file = (await upload.json()) as { id: string; size: number };
  assert.deepEqual([upload.status, file.size], [201, bytes.length]);
  assert.equal((await send(ewa.path, { to: [ewa.address], attachments: [file.id] }, house.anna)).status, 422);
  const { body } = await send(ewa.path, { to: [ewa.address], attachments: [file.id] });
  assert.equal(body.attachments[0].name, 'Łódź plan.html');
  await worker.drain();
  const read = await PostalMime.parse(Buffer.from(messagesTo(ewa.address)[0]!.raw, 'latin1'));
  assert.equal(read.attachments[0]!.filename, 'Łódź plan.html');
  assert.deepEqual(Buffer.from(read.attachments[0]!.content as ArrayBuffer), bytes);
  const download = await house.app.request(`/api/email-files/${file.id}`, {
    headers: { authorization: `Bearer ${house.anna.key}` },
  });
  assert.deepEqual(Buffer.from(await download.arrayBuffer()), bytes);
  assert.match(download.headers.get('content-disposition')!, /^attachment; filename\*=UTF-8''%C5%81%C3%B3/);
  assert.equal(download.headers.get('content-type'), 'application/octet-stream');
  assert.equal((await house.ask(house.stranger, 'GET', `/api/email-files/${file.id}`)).status, 404);
  const large = await house.app.request('/api/email-files?name=large', {
    method: 'POST',
    headers: { authorization: `Bearer ${house.bo.key}`, 'content-type': 'application/octet-stream' },
    body: Buffer.alloc(10 * 1024 * 1024 + 1),
  });
  assert.equal(large.status, 413);
});

test('P6: a history comes page by page, newest first', async () => {
  const ewa = await contact();
  for (const subject of ['One', 'Two', 'Three']) await send(ewa.path, { to: [ewa.address], subject });
  const first = await house.ask(house.bo, 'GET', `${ewa.path}?limit=2`);
  const rest = await house.ask(house.bo, 'GET', `${ewa.path}?limit=2&cursor=${first.body.next}`);
  const subjects = [...first.body.items, ...rest.body.items].map((one: { subject: string }) => one.subject);
  assert.deepEqual([subjects, rest.body.next], [['Three', 'Two', 'One'], null]);
  assert.ok(first.statements <= 8, String(first.statements));
});
