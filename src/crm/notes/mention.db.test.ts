import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
let maya: Colleague;
before(async () => {
  house = await staffedHouse();
  maya = await house.hire('Maya', { permissions: ['see-all-records'] });
});
after(() => house.close());

const mention = (id: string, said = '@x') => `<span data-mention="${id}">${said}</span>`;

async function leadOf(owner?: Colleague): Promise<string> {
  const lead = { name: 'Chloé', ...(owner && { ownerId: owner.id }) };
  const { body } = await house.ask(house.anna, 'POST', '/api/leads', lead);
  return `/api/leads/${body.id}`;
}

async function mentionMails(): Promise<{ to: string; subject: string; text: string; html: string }[]> {
  const { body } = await house.ask(house.anna, 'GET', '/api/mail?limit=200');
  return body.items.filter(({ kind }: { kind: string }) => kind === 'mention');
}

const unread = async (who: Colleague) => (await house.ask(who, 'GET', '/api/notices?unread=true')).body;

test('P7: a mention tells the member once, in the app and by a mail in their language with the record’s address', async () => {
  const lead = await leadOf();
  const sent = `<p>Ask ${mention(maya.id)}, then ${mention(maya.id)} &lt;b&gt;again</p>`;
  const { body: note } = await house.ask(house.anna, 'POST', `${lead}/notes`, { html: sent });
  const said = mention(maya.id, '@Maya');
  assert.equal(note.html, `<p>Ask ${said}, then ${said} &lt;b&gt;again</p>`);
  const mails = await mentionMails();
  assert.equal(mails.length, 1);
  const [mail] = mails;
  assert.match(mail!.to, /^maya@/);
  assert.equal(mail!.subject, 'Anna vous mentionne : Chloé');
  assert.match(mail!.text, new RegExp(`/admin${lead.slice('/api'.length)}`));
  assert.match(mail!.text, /Ask @Maya, then @Maya <b>again/);
  assert.doesNotMatch(mail!.html, /<b>again/);
  const { items, unread: count } = await unread(maya);
  const { kind, record, byId, data, readAt } = items[0];
  assert.deepEqual(
    [count, kind, record, byId, data, readAt],
    [1, 'mention', { kind: 'lead', id: lead.split('/').at(-1) }, house.anna.id, { name: 'Chloé' }, null],
  );
  assert.equal((await house.ask(maya, 'GET', '/api/me')).body.unreadNotices, 1);

  await house.ask(house.anna, 'PATCH', `${lead}/notes/${note.id}`, { html: `${mention(maya.id)} and more` });
  assert.deepEqual([(await mentionMails()).length, (await unread(maya)).unread], [1, 1]);
});

test('P7: an edit tells those it names for the first time', async () => {
  const lead = await leadOf();
  const { body: note } = await house.ask(house.anna, 'POST', `${lead}/notes`, { html: 'Well' });
  const before = (await mentionMails()).length;
  await house.ask(house.anna, 'PATCH', `${lead}/notes/${note.id}`, { html: `Well, ${mention(house.bo.id)}` });
  assert.deepEqual([(await mentionMails()).length, (await unread(house.bo)).unread], [before + 1, 1]);
});

test('P7, P9: who may not see the record, has left, or works elsewhere is not told: their name is only text', async () => {
  const lead = await leadOf(house.anna);
  const gone = await house.hire('Gone');
  await house.ask(house.anna, 'PATCH', `/api/members/${gone.id}`, { active: false });
  const before = (await mentionMails()).length;
  const html = [house.bo.id, gone.id, house.stranger.id, '018f0000-0000-7000-8000-000000000001']
    .map((id) => mention(id, '@you'))
    .join(' ');
  const { body } = await house.ask(house.anna, 'POST', `${lead}/notes`, { html });
  assert.equal(body.html, '@you @you @you @you');
  assert.equal((await mentionMails()).length, before);
  assert.deepEqual((await unread(house.stranger)).items, []);
});

test('P7: nobody is told of their own mention, and one note names fifty people at most', async () => {
  const lead = await leadOf();
  const before = (await mentionMails()).length;
  const { body } = await house.ask(maya, 'POST', `${lead}/notes`, { html: mention(maya.id) });
  assert.equal(body.html, mention(maya.id, '@Maya'));
  assert.equal((await mentionMails()).length, before);
  const crowd = Array.from(
    { length: 51 },
    (_, at) => `018f0000-0000-7000-8000-${String(at).padStart(12, '0')}`,
  );
  const { status, body: refusal } = await house.ask(maya, 'POST', `${lead}/notes`, {
    html: crowd.map((id) => mention(id)).join(),
  });
  assert.deepEqual([status, refusal.errors[0].path], [422, 'html']);
});

test('A deleted note withdraws what it told; restored it is told of again, without a second mail', async () => {
  const lead = await leadOf();
  const noor = await house.hire('Noor');
  const { body: note } = await house.ask(house.anna, 'POST', `${lead}/notes`, { html: mention(noor.id) });
  const sent = (await mentionMails()).length;
  const path = `${lead}/notes/${note.id}`;
  await house.ask(house.anna, 'DELETE', path);
  assert.deepEqual([(await unread(noor)).items, (await unread(noor)).unread], [[], 0]);
  await house.ask(house.anna, 'POST', `${path}/restoration`);
  await house.ask(house.anna, 'PATCH', path, { html: `${mention(noor.id)}!` });
  assert.deepEqual([(await mentionMails()).length, (await unread(noor)).unread], [sent, 1]);
});
