import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { statusesOf, staffedOffice, type Person } from './office.test-support.ts';

const office = await staffedOffice();
after(() => office.close());
const { anna, bo, chloe } = office;

const path = ({ id }: Person) => `/api/members/${id}/feed`;
const ask = (method: string, where: string, who: Person, body?: unknown, headers = {}) =>
  office.ask(method, where, body, { key: who.key, headers });
const opens = async (url: string) => (await office.ask('GET', new URL(url).pathname)).status;
const rotated = (who: Person, by = who) => ask('POST', `${path(who)}/rotation`, by, {});

beforeEach(async () => void (await ask('PATCH', path(bo), bo, { detail: 'full' })));

test('K5: a new address works and the one before opens nothing from that moment', async () => {
  const before = (await ask('GET', path(bo), bo)).body;
  assert.equal(await opens(before.url), 200);
  const { status, body: now } = await rotated(bo);
  assert.equal(status, 200);
  assert.notEqual(now.url, before.url);
  assert.match(now.url, /\/calendars\/feeds\/[\w-]{43}\.ics$/);
  assert.equal(now.version, before.version + 1);
  assert.deepEqual([await opens(before.url), await opens(now.url)], [404, 200]);
  assert.deepEqual((await ask('GET', path(bo), bo)).body, now);
  assert.equal((await ask('GET', '/api/me', bo)).body.feedUrl, now.url);
});

test('K5: of addresses made at one moment the last one works alone, and no other member’s changes', async () => {
  const { url: annas } = (await ask('GET', path(anna), anna)).body;
  const answers = await Promise.all([rotated(bo), rotated(bo), rotated(bo)]);
  assert.deepEqual(statusesOf(answers), [200, 200, 200]);
  const opened = await Promise.all(answers.map(({ body }) => opens(body.url)));
  assert.deepEqual(
    opened.filter((status) => status === 200),
    [200],
  );
  const { url } = (await ask('GET', path(bo), bo)).body;
  assert.deepEqual([await opens(url), await opens(annas)], [200, 200]);
});

test('K5: how much it shows is chosen; two who choose at once learn of each other (C6)', async () => {
  const before = (await ask('GET', path(bo), bo)).body;
  const tag = { 'if-match': `"${before.version}"` };
  const changed = await ask('PATCH', path(bo), bo, { detail: 'busy' }, tag);
  assert.deepEqual(changed.body, { url: before.url, detail: 'busy', version: before.version + 1 });
  assert.equal(changed.headers.get('etag'), `"${before.version + 1}"`);
  const late = await ask('PATCH', path(bo), bo, { detail: 'full' }, tag);
  assert.deepEqual([late.status, late.body.present.detail], [412, 'busy']);
  const same = await ask('PATCH', path(bo), bo, { detail: 'busy' });
  assert.deepEqual([same.status, same.body.version], [200, before.version + 1]);
});

test('K5: the address is the member’s and the admins’, nobody else’s', async () => {
  for (const method of ['GET', 'PATCH']) {
    const body = method === 'PATCH' ? { detail: 'busy' } : undefined;
    assert.equal((await ask(method, path(anna), bo, body)).status, 403, method);
    assert.equal((await ask(method, path(bo), chloe, body)).status, 200, method);
    const nobody = `/api/members/${office.workspaceId}/feed`;
    assert.equal((await ask(method, nobody, chloe, body)).status, 404, method);
  }
  const { url } = (await ask('GET', path(anna), anna)).body;
  assert.equal((await rotated(anna, bo)).status, 403);
  assert.equal(await opens(url), 200);
  assert.equal((await rotated(bo, chloe)).status, 200);
});

test('K5: what is neither full nor busy is refused with words', async () => {
  for (const body of [{ detail: 'none' }, {}, { detail: 'busy', url: 'x' }, { detail: null }, []]) {
    const answer = await ask('PATCH', path(bo), bo, body);
    assert.equal(answer.status, 422, JSON.stringify(body));
  }
});
