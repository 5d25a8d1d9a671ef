import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, describe, test } from 'node:test';
import { setUpAddress } from './set-up.ts';
import { emptyOffice, firstRun, PASSWORD, signedIn, type Office } from './office.test-support.ts';

let office: Office;

async function counts(): Promise<Record<string, number>> {
  const tables = ['workspaces', 'members', 'auth_users', 'auth_accounts', 'api_keys', 'mails'] as const;
  const { read } = office.platform.db;
  const count = async (table: (typeof tables)[number]): Promise<[string, number]> => {
    const { n } = await read
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return [table, Number(n)];
  };
  return Object.fromEntries(await Promise.all(tables.map(count)));
}

describe('set-up', () => {
  beforeEach(async () => {
    office = await emptyOffice();
  });
  afterEach(() => office.close());

  test('N4: the first run makes workspace, owner and a key that works at once', async () => {
    const made = await office.ask('POST', '/api/setup', firstRun);
    assert.equal(made.status, 201);
    assert.deepEqual(Object.keys(made.body).toSorted(), ['apiKey', 'member', 'workspace']);
    assert.equal(made.body.workspace.slug, 'nordwind');
    assert.equal(made.body.member.role, 'owner');
    assert.equal(made.body.member.seat, true);
    assert.equal(made.body.member.permissions.length, 5);
    const me = await office.ask('GET', '/api/me', undefined, { key: made.body.apiKey });
    assert.equal(me.status, 200);
    assert.equal(me.body.member.id, made.body.member.id);
    const { mails, ...rows } = await counts();
    assert.equal(mails, 0);
    assert.deepEqual(rows, { workspaces: 1, members: 1, auth_users: 1, auth_accounts: 1, api_keys: 1 });
  });

  test('N4: once done, set-up answers 409, whatever the token', async () => {
    await office.ask('POST', '/api/setup', firstRun);
    assert.equal((await office.ask('POST', '/api/setup', firstRun)).status, 409);
    assert.equal((await office.ask('POST', '/api/setup', { ...firstRun, token: 'guessed' })).status, 409);
    assert.equal((await counts()).members, 1);
  });

  test('ABUSE 22: twenty set-ups at the same moment make one owner', async () => {
    const tries = Array.from({ length: 20 }, (_, i) =>
      office.ask('POST', '/api/setup', {
        ...firstRun,
        owner: { ...firstRun.owner, email: `owner${i}@nordwind.example` },
      }),
    );
    const statuses = (await Promise.all(tries)).map((answer) => answer.status).toSorted();
    assert.deepEqual(statuses, [201, ...Array.from({ length: 19 }, () => 409)]);
    const { workspaces, members, auth_users, api_keys } = await counts();
    assert.deepEqual([workspaces, members, auth_users, api_keys], [1, 1, 1, 1]);
  });

  test('N4: a wrong token is refused, makes nothing, and twenty-one of them have to wait', async () => {
    const guess = (): ReturnType<Office['ask']> =>
      office.ask('POST', '/api/setup', { ...firstRun, token: 'set-up-tokem' });
    assert.equal((await guess()).status, 403);
    for (let i = 1; i < 20; i++) await guess();
    const late = await guess();
    assert.equal(late.status, 429);
    assert.ok(Number(late.headers.get('retry-after')) > 0);
    assert.equal((await counts()).members, 0);
  });

  test('N4: the printed address stays the same over restarts until set-up is done', async () => {
    const { platform } = office;
    platform.config.setupToken = undefined;
    const printed = await setUpAddress(platform);
    assert.match(printed!, /^http:\/\/127\.0\.0\.1:3000\/setup\?token=[\w-]{43}$/);
    assert.equal(await setUpAddress(platform), printed);
    const token = new URL(printed!).searchParams.get('token');
    assert.equal((await office.ask('POST', '/api/setup', { ...firstRun, token })).status, 201);
    assert.equal(await setUpAddress(platform), null);
    const kept = await platform.db.read.selectFrom('installation').selectAll().execute();
    assert.ok(!JSON.stringify(kept).includes(token!), 'the token stands in the database only sealed');
  });

  test('N4: a token that the operator chose is not printed', async () => {
    assert.equal(await setUpAddress(office.platform), 'http://127.0.0.1:3000/setup');
  });

  test('slugs: taken from the name, or as given; addresses of Rondo itself are avoided', async () => {
    const workspace = { ...firstRun.workspace, name: 'Admin' };
    const made = await office.ask('POST', '/api/setup', { ...firstRun, workspace });
    assert.equal(made.body.workspace.slug, 'admin-team');
  });

  test('the owner signs in with the password of the set-up', async () => {
    await office.ask('POST', '/api/setup', {
      ...firstRun,
      owner: { ...firstRun.owner, email: ' Anna@Nordwind.Example ' },
    });
    const cookie = await signedIn(office, 'anna@nordwind.example', PASSWORD);
    assert.equal((await office.ask('GET', '/api/me', undefined, { cookie })).status, 200);
  });
});

describe('set-up refuses what it cannot use', () => {
  before(async () => {
    office = await emptyOffice();
  });
  after(() => office.close());

  const { workspace, owner } = firstRun;
  const bad: [string, unknown][] = [
    ['token', { ...firstRun, token: undefined }],
    ['token', { ...firstRun, token: 7 }],
    ['workspace', { ...firstRun, workspace: null }],
    ['workspace.name', { ...firstRun, workspace: { ...workspace, name: ' \r\n\u2028 ' } }],
    ['workspace.name', { ...firstRun, workspace: { ...workspace, name: 'x'.repeat(10_000) } }],
    ['workspace.name', { ...firstRun, workspace: { ...workspace, name: 'a\u0000b' } }],
    ['workspace.name', { ...firstRun, workspace: { ...workspace, name: '\ud800' } }],
    ['workspace.slug', { ...firstRun, workspace: { ...workspace, slug: 'api' } }],
    ['workspace.slug', { ...firstRun, workspace: { ...workspace, slug: 'book_appointment' } }],
    ['workspace.slug', { ...firstRun, workspace: { ...workspace, slug: 'embed.js' } }],
    ['workspace.slug', { ...firstRun, workspace: { ...workspace, slug: '../x' } }],
    ['workspace.slug', { ...firstRun, workspace: { ...workspace, slug: 'Nord' } }],
    ['workspace.slug', { ...firstRun, workspace: { ...workspace, slug: '' } }],
    ['workspace.timeZone', { ...firstRun, workspace: { ...workspace, timeZone: 'GMT+25' } }],
    ['workspace.timeZone', { ...firstRun, workspace: { ...workspace, timeZone: '../../etc/passwd' } }],
    ['workspace.timeZone', { ...firstRun, workspace: { ...workspace, timeZone: 'x'.repeat(5000) } }],
    ['workspace.timeZone', { ...firstRun, workspace: { ...workspace, timeZone: undefined } }],
    ['workspace.locale', { ...firstRun, workspace: { ...workspace, locale: 'xx' } }],
    ['workspace.country', { ...firstRun, workspace: { ...workspace, country: 'France' } }],
    ['workspace.country', { ...firstRun, workspace: { ...workspace, country: 'XX' } }],
    ['workspace.plan', { ...firstRun, workspace: { ...workspace, plan: 'gold' } }],
    ['owner', { ...firstRun, owner: [] }],
    ['owner.name', { ...firstRun, owner: { ...owner, name: '' } }],
    ['owner.email', { ...firstRun, owner: { ...owner, email: 'anna' } }],
    ['owner.email', { ...firstRun, owner: { ...owner, email: 'bob@x.example\r\nBcc: eve@x.example' } }],
    ['owner.email', { ...firstRun, owner: { ...owner, email: 'a@x.example,b@y.example' } }],
    ['owner.email', { ...firstRun, owner: { ...owner, email: { $ne: 1 } } }],
    ['owner.password', { ...firstRun, owner: { ...owner, password: 'short' } }],
    ['owner.password', { ...firstRun, owner: { ...owner, password: 'x'.repeat(10_000) } }],
    ['owner.role', { ...firstRun, owner: { ...owner, role: 'owner' } }],
  ];

  for (const [path, body] of bad) {
    test(`bad input: ${path} ${shown(body, path)}`, async () => {
      const answer = await office.ask('POST', '/api/setup', body);
      assert.equal(answer.status, 422, JSON.stringify(answer.body));
      assert.ok(
        answer.body.errors.some((error: { path: string }) => error.path === path),
        JSON.stringify(answer.body.errors),
      );
      assert.equal((await counts()).workspaces, 0);
    });
  }

  test('ABUSE 21: a form from elsewhere, text/plain and GET make nothing', async () => {
    const text = JSON.stringify(firstRun);
    const send = (headers: Record<string, string>): Response | Promise<Response> =>
      office.app.request('/api/setup', { method: 'POST', headers, body: text });
    const json = { 'content-type': 'application/json' };
    assert.equal((await send({ ...json, origin: 'https://evil.example' })).status, 403);
    assert.equal((await send({ ...json, 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.equal((await send({ ...json, cookie: 'a=b' })).status, 403);
    const plain = await send({ 'content-type': 'text/plain' });
    assert.ok(plain.status >= 400 && plain.status < 500, String(plain.status));
    assert.equal((await office.ask('GET', '/api/setup')).status, 404);
    assert.equal((await counts()).workspaces, 0);
  });
});

function shown(body: unknown, path: string): string {
  const value = path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], body);
  return JSON.stringify(value)?.slice(0, 40) ?? 'left out';
}
