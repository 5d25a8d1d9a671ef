import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cleanSlate, type CleanSlate } from '../demo/clean-slate.ts';
import { newId } from '../src/platform/ids.ts';
import type { Access } from '../src/platform/http/caller.ts';
import { PAGES } from './access-pages.ts';
import { ACCESS } from './access.ts';

let slate: CleanSlate;
let ownerKey: string;
let memberKey: string;

before(async () => {
  slate = await cleanSlate();
  ownerKey = await setUp();
  memberKey = await keyWithoutPermissions();
});
after(() => slate.close());

test('Law 6: every route of the API has a row in the access table, and the row is true', () => {
  assert.deepEqual(declared(), ACCESS, 'Write the route and who may use it into checks/access.ts.');
});

test('Law 6: every other address is a page we know', () => {
  const known = new Set(Object.keys(ACCESS).map((row) => row.replaceAll(/\{(\w+)\}/g, ':$1')));
  const others = slate.app.routes
    .filter((route) => route.method !== 'ALL')
    .map((route) => `${route.method} ${route.path}`)
    .filter((row) => !known.has(row));
  assert.deepEqual([...new Set(others)].toSorted(), PAGES.toSorted());
});

test('without a key every route but the public ones answers 401, before it reads anything else', async () => {
  for (const [row, access] of Object.entries(ACCESS)) {
    if (access === 'public') continue;
    const { status } = await ask(row);
    assert.equal(status, 401, row);
  }
});

test('a member without permissions gets 403 where one is needed, and nowhere a 5xx', async () => {
  for (const [row, access] of Object.entries(ACCESS)) {
    const { status } = await ask(row, memberKey);
    if (needsMore(access)) assert.equal(status, 403, row);
    assert.ok(status < 500, `${row} answered ${status}`);
  }
});

test('ABUSE 18: an id that is not of this workspace is 404, or 422 where the body is wrong first', async () => {
  for (const row of Object.keys(ACCESS).filter((route) => /\{\w*[iI]d\}/.test(route))) {
    const { status } = await ask(row, ownerKey);
    assert.ok(status === 404 || status === 422, `${row} answered ${status}`);
  }
});

test('ABUSE 21: a cookie from another website changes nothing, whatever the route', async () => {
  for (const row of Object.keys(ACCESS).filter(
    (route) => !route.startsWith('GET ') && !route.includes('/public/'),
  )) {
    const { status } = await ask(row, undefined, {
      origin: 'https://evil.example',
      cookie: 'rondo.session_token=x.y',
    });
    assert.equal(status, 403, row);
  }
});

test('the OpenAPI document names every route of the table', async () => {
  const document = (await (await slate.app.request('/api/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, Record<string, unknown>>;
  };
  assert.equal(document.openapi, '3.1.0');
  for (const row of Object.keys(ACCESS)) {
    const [method = '', path = ''] = row.split(' ');
    assert.ok(document.paths[path]?.[method.toLowerCase()], `${row} is missing`);
  }
});

function needsMore(access: Access): boolean {
  return access !== 'public' && access !== 'member';
}

function declared(): Record<string, unknown> {
  const routes = slate.app.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === 'route' ? [definition.route] : [],
  );
  return Object.fromEntries(
    routes.map((route) => [
      `${route.method.toUpperCase()} ${route.path}`,
      (route as unknown as Record<string, unknown>)['x-access'],
    ]),
  );
}

async function ask(row: string, key?: string, headers: Record<string, string> = {}): Promise<Response> {
  const [method = 'GET', path = ''] = row.split(' ');
  const address = path.replaceAll(/\{(\w+)\}/g, () => newId());
  const query = path.includes('/slots') ? '?from=2026-12-01&to=2026-12-02&timeZone=Europe/Paris' : '';
  return slate.app.request(`${address}${query}`, {
    method,
    headers: {
      ...headers,
      ...(key && { authorization: `Bearer ${key}` }),
      'content-type': 'application/json',
    },
    ...(method !== 'GET' && { body: '{}' }),
  });
}

async function setUp(): Promise<string> {
  const body = {
    token: 'set-up-token',
    workspace: { name: 'Termika', timeZone: 'Europe/Paris', locale: 'en' },
    owner: { name: 'Anna Nowak', email: 'anna@termika.example', password: 'correct horse battery' },
  };
  const response = await post('/api/setup', body);
  return ((await response.json()) as { apiKey: string }).apiKey;
}

async function keyWithoutPermissions(): Promise<string> {
  const password = 'correct horse battery';
  const bo = { name: 'Bo Lindqvist', email: 'bo@termika.example', password };
  assert.equal((await post('/api/members', bo, { authorization: `Bearer ${ownerKey}` })).status, 201);
  const origin = slate.platform.config.publicUrl;
  const signedIn = await post('/api/auth/sign-in/email', { email: bo.email, password }, { origin });
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
  const made = await post('/api/api-keys', { name: 'checks' }, { origin, cookie });
  return ((await made.json()) as { key: string }).key;
}

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(
    slate.app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  );
}
