import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Hono } from 'hono';
import type { Caller, HttpEnv } from '#platform/http/caller.ts';
import { countingStatements } from '#platform/db/statements.ts';
import { authenticate } from './authenticate.ts';
import { signedIn, staffedOffice, type Staffed } from './office.test-support.ts';
import { updateMember } from './store.ts';

let office: Staffed;
let echo: Hono<HttpEnv>;

async function whoIs(headers: Record<string, string>, path = '/api/x'): Promise<[Caller | null, number]> {
  return countingStatements(async (count) => {
    const response = await echo.request(path, { headers });
    return [(await response.json()) as Caller | null, count.statements];
  });
}

before(async () => {
  office = await staffedOffice();
  echo = new Hono<HttpEnv>();
  echo.use('*', authenticate(office.platform));
  echo.get('*', (c) => {
    const caller = c.get('caller') ?? null;
    return c.json(caller && { ...caller, permissions: [...caller.permissions] });
  });
});
after(() => office.close());

test('a key is known by one statement, a cookie by one, nobody by none', async () => {
  const cookie = await signedIn(office, office.anna.email);
  await whoIs({ authorization: `Bearer ${office.bo.key}` });
  const [bo, forKey] = await whoIs({ authorization: `Bearer ${office.bo.key}` });
  assert.deepEqual([bo!.memberId, bo!.role, bo!.via, forKey], [office.bo.id, 'member', 'key', 1]);
  const [anna, forCookie] = await whoIs({ cookie });
  assert.deepEqual(
    [anna!.memberId, anna!.role, anna!.via, forCookie],
    [office.anna.id, 'owner', 'cookie', 1],
  );
  assert.deepEqual(await whoIs({}), [null, 0]);
  assert.deepEqual(await whoIs({ cookie: 'theme=dark; rondo.session_token=forged.AAAA' }), [null, 0]);
});

test('public routes and files know nobody, and cost no statement', async () => {
  const cookie = await signedIn(office, office.anna.email);
  for (const path of ['/admin/assets/app.js', '/assets/enhance.js'])
    assert.deepEqual(await whoIs({ cookie }, path), [null, 0]);
  assert.deepEqual(await whoIs({ cookie }, '/api/public/nordwind/intro'), [null, 0]);
  const headers = { authorization: `Bearer ${office.bo.key}` };
  assert.deepEqual(await whoIs(headers, '/api/public/nordwind/intro'), [null, 0]);
});

test('a request with a key is judged by the key alone', async () => {
  const cookie = await signedIn(office, office.anna.email);
  assert.deepEqual((await whoIs({ cookie, authorization: 'Bearer nonsense' }))[0], null);
  const [caller] = await whoIs({ cookie, authorization: `bearer  ${office.bo.key}` });
  assert.equal(caller!.memberId, office.bo.id);
});

test('the use of a key is remembered once an hour', async () => {
  const headers = { authorization: `Bearer ${office.chloe.key}` };
  const lastUse = async (): Promise<string | null> => {
    const rows = await office.platform.db.read.selectFrom('api_keys').selectAll().execute();
    return rows.find((row) => row.member_id === office.chloe.id)!.last_used_at;
  };
  await whoIs(headers);
  assert.equal(await lastUse(), '2026-11-23T08:00:00.000Z');
  office.clock.advance(59);
  assert.equal((await whoIs(headers))[1], 1);
  assert.equal(await lastUse(), '2026-11-23T08:00:00.000Z');
  office.clock.advance(1);
  await whoIs(headers);
  assert.equal(await lastUse(), '2026-11-23T09:00:00.000Z');
});

test('N2: an inactive member is nobody, even where a key or session were left behind', async () => {
  const { chloe, workspaceId, platform } = office;
  const cookie = await signedIn(office, chloe.email);
  const set = (active: boolean): Promise<void> =>
    platform.db.transact((tx) => updateMember(tx, workspaceId, chloe.id, { active }));
  await set(false);
  assert.equal((await whoIs({ authorization: `Bearer ${chloe.key}` }))[0], null);
  assert.equal((await whoIs({ cookie }))[0], null);
  await set(true);
});

test('N1: owners and admins hold every permission, members their own', async () => {
  const permissions = async (key: string): Promise<number> =>
    [...(await whoIs({ authorization: `Bearer ${key}` }))[0]!.permissions].length;
  assert.deepEqual(
    [
      await permissions(office.anna.key),
      await permissions(office.chloe.key),
      await permissions(office.bo.key),
    ],
    [5, 5, 0],
  );
});
