import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { mailsTo, PASSWORD, signedIn, staffedOffice, statusesOf } from './office.test-support.ts';
import type { Answer, Staffed } from './office.test-support.ts';

let office: Staffed;
const marek = { name: 'Marek <b>Zieliński</b>', email: 'marek@nordwind.example', locale: 'pl' };

async function invite(body: Record<string, unknown> = marek): Promise<{ id: string; token: string }> {
  const { body: member } = await office.ask('POST', '/api/members', body, { key: office.anna.key });
  return { id: member.id, token: await latestToken(String(body.email)) };
}

async function latestToken(email: string): Promise<string> {
  const [mail] = await mailsTo(office, email);
  return /\/invitation\?token=([\w-]{43})\b/.exec(mail!.text)![1]!;
}

function accept(token: string, password = PASSWORD): Promise<Answer> {
  return office.ask('POST', `/api/invitations/${token}`, { password });
}

function look(token: string): Promise<Answer> {
  return office.ask('GET', `/api/invitations/${token}`);
}

beforeEach(async () => {
  office = await staffedOffice();
});
afterEach(() => office.close());

test('N1: without a password one mail goes out, in their language, with the typed name inert', async () => {
  await invite();
  const mails = (await mailsTo(office, marek.email)) as { subject: string; html?: string }[];
  assert.equal(mails.length, 1);
  assert.equal(mails[0]!.subject, 'Anna Lindqvist zaprasza do Nordwind');
  assert.ok(!mails[0]!.html!.includes('<b>'));
  assert.ok(mails[0]!.html!.includes('lang="pl"'));
});

test('N1: with a password nothing is mailed', async () => {
  await office.ask('POST', '/api/members', { ...marek, password: PASSWORD }, { key: office.anna.key });
  assert.deepEqual(await mailsTo(office, marek.email), []);
});

test('ABUSE 17: looking at an invitation changes nothing; accepting it once opens the door', async () => {
  const { token, id } = await invite();
  const seen = await look(token);
  assert.deepEqual(seen.body, { workspace: 'Nordwind', name: marek.name, email: marek.email });
  assert.equal((await look(token)).status, 200);
  assert.equal((await accept(token)).status, 200);
  assert.ok(await signedIn(office, marek.email));
  const member = await office.ask('GET', `/api/members/${id}`, undefined, { key: office.bo.key });
  assert.equal(member.body.invited, false);
});

test('an invitation works once, also when it is pressed twice at the same moment', async () => {
  const { token } = await invite();
  const twice = await Promise.all([accept(token), accept(token, 'another river')]);
  assert.deepEqual(statusesOf(twice), [200, 410]);
  assert.equal((await accept(token)).status, 410);
  assert.equal((await look(token)).status, 410);
});

test('an invitation ends after seven days', async () => {
  const { token } = await invite();
  office.clock.advance(7 * 24 * 60);
  assert.equal((await look(token)).status, 410);
  assert.equal((await accept(token)).status, 410);
});

test('ABUSE 16: altered, cut and foreign tokens are not there, and tries are counted', async () => {
  const { token } = await invite();
  const { feedUrl } = (await office.ask('GET', '/api/me', undefined, { key: office.anna.key })).body;
  const feed = /feeds\/([\w-]{43})\.ics/.exec(feedUrl)![1]!;
  const altered = `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`;
  for (const wrong of [altered, token.slice(0, 42), feed, 'x']) {
    assert.equal((await look(wrong)).status, 404);
    assert.equal((await accept(wrong)).status, 404);
  }
  for (let i = 8; i < 20; i++) await look('x');
  assert.equal((await look('x')).status, 429);
  assert.equal((await accept(token)).status, 200, 'a right token is never held up');
});

test('a weak password is refused and the invitation stays good', async () => {
  const { token } = await invite();
  assert.equal((await accept(token, 'short')).status, 422);
  assert.equal((await accept(token)).status, 200);
});

test('invited again: the new link works, the old one does not; accepted or inactive members are not', async () => {
  const { id, token } = await invite();
  const again = (): Promise<Answer> =>
    office.ask('POST', `/api/members/${id}/invitation`, undefined, { key: office.chloe.key });
  assert.equal((await again()).status, 202);
  const fresh = await latestToken(marek.email);
  assert.notEqual(fresh, token);
  assert.equal((await accept(token)).status, 404);
  assert.equal((await accept(fresh)).status, 200);
  assert.equal((await again()).status, 409);
});

test('N2: deactivating, or another address, makes an invitation worthless', async () => {
  const { id, token } = await invite();
  const { key } = office.anna;
  await office.ask('PATCH', `/api/members/${id}`, { email: 'm@nordwind.example' }, { key });
  assert.equal((await accept(token)).status, 404);
  await office.ask('POST', `/api/members/${id}/invitation`, undefined, { key });
  const fresh = await latestToken('m@nordwind.example');
  await office.ask('PATCH', `/api/members/${id}`, { active: false }, { key });
  assert.equal((await accept(fresh)).status, 404);
  assert.equal((await office.ask('POST', `/api/members/${id}/invitation`, undefined, { key })).status, 409);
});

test('ABUSE 19: an admin does not send the invitation of an owner again', async () => {
  const { id } = await invite({ ...marek, role: 'owner' });
  const path = `/api/members/${id}/invitation`;
  assert.equal((await office.ask('POST', path, undefined, { key: office.chloe.key })).status, 403);
  assert.equal((await office.ask('POST', path, undefined, { key: office.bo.key })).status, 403);
  assert.equal((await mailsTo(office, marek.email)).length, 1);
});

test('tokens stand in the database only as hashes, and never in the log', async () => {
  const { token } = await invite();
  await accept(token);
  const rows = await office.platform.db.read.selectFrom('tokens').selectAll().execute();
  assert.ok(!JSON.stringify(rows).includes(token));
  assert.ok(!office.logged.join('\n').includes(token));
});
