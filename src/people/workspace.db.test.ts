import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { invalid } from '#platform/refusal.ts';
import { signedIn, staffedOffice, type Answer, type Staffed } from './office.test-support.ts';

let office: Staffed;
const NO_ID = '01a1ff9d-0000-7000-8000-000000000000';

function change(body: unknown, key = office.anna.key, headers?: Record<string, string>): Promise<Answer> {
  return office.ask('PATCH', '/api/workspace', body, { key, headers });
}

function read(key = office.bo.key): Promise<Answer> {
  return office.ask('GET', '/api/workspace', undefined, { key });
}

beforeEach(async () => {
  office = await staffedOffice();
});
afterEach(() => office.close());

test('settings are read by everyone and changed with manage-settings', async () => {
  const settings = {
    name: 'Nordwind & Söhne',
    slug: 'nord',
    timeZone: 'Asia/Kathmandu',
    locale: 'fr',
    country: 'np',
    accent: '#AA0033',
    plan: { name: 'Advanced', generalLinksPerMember: 1 },
  };
  assert.equal((await change(settings, office.bo.key)).status, 403);
  const changed = await change(settings);
  assert.equal(changed.status, 200);
  const { body } = await read();
  assert.deepEqual(body, changed.body);
  assert.deepEqual([body.country, body.accent, body.plan.generalLinksPerMember], ['NP', '#aa0033', 1]);
});

test('ABUSE 38: a stale change gets 412 with what stands', async () => {
  const tag = (await read()).headers.get('etag')!;
  assert.equal((await change({ name: 'One' }, office.anna.key, { 'if-match': tag })).status, 200);
  const stale = await change({ name: 'Two' }, office.chloe.key, { 'if-match': tag });
  assert.deepEqual([stale.status, stale.body.present.name], [412, 'One']);
  assert.equal((await read()).body.name, 'One');
});

test('a later slice can refuse a change, and then nothing is written', async () => {
  office.platform.announcer.on('workspace-changing', async (_tx, { after }) => {
    if (after.name === 'Refused') throw invalid({ path: 'name', message: 'No.' });
  });
  assert.equal((await change({ name: 'Refused', locale: 'pl' })).status, 422);
  assert.equal((await read()).body.locale, 'en');
});

test('bad input: every field', async () => {
  const bad: [string, unknown][] = [
    ['name', { name: '' }],
    ['slug', { slug: 'setup' }],
    ['slug', { slug: 'a--b' }],
    ['timeZone', { timeZone: 'Mars/Base' }],
    ['locale', { locale: 'EN' }],
    ['country', { country: 'ZZ' }],
    ['accent', { accent: 'red' }],
    ['accent', { accent: '#fff' }],
    ['accent', { accent: '#123456; } * { color: red' }],
    ['appointmentPage.linkId', { appointmentPage: { enabled: true, linkId: null } }],
    ['appointmentPage.linkId', { appointmentPage: { enabled: false, linkId: 'x' } }],
    ['appointmentPage', { appointmentPage: null }],
    ['plan.generalLinksPerMember', { plan: { name: 'x', generalLinksPerMember: -1 } }],
    ['id', { id: NO_ID }],
    ['version', { version: 9 }],
  ];
  for (const [path, body] of bad) {
    const answer = await change(body);
    assert.equal(answer.status, 422, path);
    assert.ok(
      answer.body.errors.some((error: { path: string }) => error.path === path),
      path,
    );
  }
  assert.equal((await read()).body.version, 1);
});

test('ABUSE 27: 1e999, duplicate keys and __proto__ are literal or refused', async () => {
  const send = async (body: string): Promise<number> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${office.anna.key}` };
    return (await office.app.request('/api/workspace', { method: 'PATCH', headers, body })).status;
  };
  assert.equal(await send('{"plan": {"name": "x", "generalLinksPerMember": 1e999}}'), 422);
  assert.equal(await send('{"__proto__": {"admin": true}, "constructor": 1}'), 422);
  assert.equal(await send('{"name": "One", "name": "Two"}'), 200);
  assert.equal(await send('{"name": '), 400);
  assert.equal((await read()).body.name, 'Two');
});

test('K5: everyone has a calendar address of their own that stays the same', async () => {
  const feed = async (key: string): Promise<string> =>
    (await office.ask('GET', '/api/me', undefined, { key })).body.feedUrl;
  const bos = await feed(office.bo.key);
  assert.match(bos, /^http:\/\/127\.0\.0\.1:3000\/calendars\/feeds\/[\w-]{43}\.ics$/);
  assert.equal(await feed(office.bo.key), bos);
  assert.notEqual(await feed(office.anna.key), bos);
  const rows = await office.platform.db.read.selectFrom('members').selectAll().execute();
  assert.ok(!JSON.stringify(rows).includes(bos.slice(-47, -4)), 'kept sealed');
});

test('who I am takes three statements', async () => {
  const cookie = await signedIn(office, office.bo.email);
  await office.ask('GET', '/api/me', undefined, { cookie });
  const line = office.logged.findLast((entry) => entry.includes('"/api/me"'))!;
  assert.equal((JSON.parse(line) as { statements: number }).statements, 3);
});

test('nobody reads anything without signing in', async () => {
  const paths = ['/api/me', '/api/workspace', '/api/members', '/api/teams', '/api/api-keys', '/api/mail'];
  for (const path of paths) assert.equal((await office.ask('GET', path)).status, 401, path);
});
