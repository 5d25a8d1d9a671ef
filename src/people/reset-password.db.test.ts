import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { MailBody } from '#platform/mailer/mail.ts';
import { mailsTo, PASSWORD, signedIn, staffedOffice, statusesOf } from './office.test-support.ts';
import type { Answer, Staffed } from './office.test-support.ts';
import { passwordLink } from './reset-password.ts';

let office: Staffed;
const NEW = 'a louder river at dusk';

function request(email: string): Promise<Answer> {
  return office.ask('POST', '/api/auth/request-password-reset', { email });
}

function reset(token: string, newPassword = NEW): Promise<Answer> {
  return office.ask('POST', '/api/auth/reset-password', { token, newPassword });
}

async function signIn(email: string, password: string): Promise<number> {
  return (await office.ask('POST', '/api/auth/sign-in/email', { email, password })).status;
}

/** What the mails said just before they were sent and forgotten. */
async function resetMails(): Promise<{ to: string; body: MailBody }[]> {
  const { db, secrets } = office.platform;
  const worker = office.work();
  await worker.drain();
  await worker.stop();
  const rows = await db.read.selectFrom('mails').selectAll().where('kind', '=', 'password').execute();
  return rows.map((row) => ({
    to: row.to_address,
    body: row.body ? (JSON.parse(secrets.open(row.body)) as MailBody) : { text: '', html: '' },
  }));
}

async function link(email: string): Promise<string> {
  const url = await passwordLink(office.platform, email);
  return new URL(url!).searchParams.get('token')!;
}

beforeEach(async () => {
  office = await staffedOffice();
});
afterEach(() => office.close());

test('a known and an unknown address get the same answer, by the same statements; one mail goes out', async () => {
  const statements = async (email: string): Promise<unknown> => {
    const answer = await request(email);
    const line = office.logged.findLast((entry) => entry.includes('request-password-reset'))!;
    return [answer.status, answer.body, (JSON.parse(line) as { statements: number }).statements];
  };
  assert.deepEqual(await statements('nobody@nordwind.example'), await statements(office.bo.email));
  const mails = await resetMails();
  assert.deepEqual(
    mails.map((mail) => mail.to),
    [office.bo.email],
  );
});

test('the mail is shown to nobody and forgotten once sent', async () => {
  await request(office.bo.email);
  const [mail] = await resetMails();
  assert.equal(mail!.body.text, '');
  assert.deepEqual(await mailsTo(office, office.bo.email), []);
});

test('a link sets the password once and ends every session', async () => {
  const cookie = await signedIn(office, office.bo.email);
  const token = await link(office.bo.email);
  const twice = await Promise.all([reset(token), reset(token)]);
  assert.deepEqual(statusesOf(twice), [200, 410]);
  assert.equal((await office.ask('GET', '/api/me', undefined, { cookie })).status, 401);
  assert.deepEqual([await signIn(office.bo.email, PASSWORD), await signIn(office.bo.email, NEW)], [401, 200]);
});

test('a link ends after an hour, an older one when a newer is made, all when the address changes', async () => {
  const first = await link(office.bo.email);
  const second = await link(office.bo.email);
  assert.equal((await reset(first)).status, 404);
  office.clock.advance(60);
  assert.equal((await reset(second)).status, 410);
  const third = await link(office.bo.email);
  await office.ask(
    'PATCH',
    `/api/members/${office.bo.id}`,
    { email: 'bo.a@nordwind.example' },
    { key: office.anna.key },
  );
  assert.equal((await reset(third)).status, 404);
  assert.equal(await signIn('bo.a@nordwind.example', PASSWORD), 200);
});

test('wrong tokens and weak passwords change nothing', async () => {
  const token = await link(office.bo.email);
  assert.equal((await reset(`${token.slice(0, -1)}_`)).status, 404);
  assert.equal((await reset(token, 'short')).status, 422);
  assert.equal((await reset('')).status, 422);
  assert.equal(await signIn(office.bo.email, PASSWORD), 200);
});

test('three mails an hour for one address, the fourth waits for nobody; twenty requests for one place', async () => {
  for (let i = 0; i < 5; i++) assert.equal((await request(office.bo.email)).status, 200);
  assert.equal((await resetMails()).length, 3);
  for (let i = 0; i < 15; i++) await request(`p${i}@nordwind.example`);
  assert.equal((await request(office.chloe.email)).status, 429);
});

test('N2: an inactive member gets no link and can use none', async () => {
  const token = await link(office.bo.email);
  const { key } = office.anna;
  await office.ask('PATCH', `/api/members/${office.bo.id}`, { active: false }, { key });
  assert.equal((await reset(token)).status, 404);
  await request(office.bo.email);
  assert.deepEqual(await resetMails(), []);
  assert.equal(await passwordLink(office.platform, office.bo.email), null);
  assert.equal(await passwordLink(office.platform, 'nobody@nordwind.example'), null);
});

test('without mail the command prints an address, for invited members that of their invitation', async () => {
  const member = { name: 'Zoë', email: 'zoe@nordwind.example' };
  await office.ask('POST', '/api/members', member, { key: office.anna.key });
  assert.match((await passwordLink(office.platform, member.email))!, /\/invitation\?token=/);
  assert.match((await passwordLink(office.platform, 'BO@nordwind.example'))!, /\/reset-password\?token=/);
});

test('bad addresses are refused', async () => {
  for (const email of ['', 'x', 'a@x.example,b@y.example', 'bob@x.example\r\nBcc: eve@x.example']) {
    assert.equal((await request(email)).status, 422, email);
  }
  assert.deepEqual(await resetMails(), []);
});
