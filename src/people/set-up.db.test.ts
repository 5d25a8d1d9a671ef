import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { setUpAddress } from './set-up.ts';
import {
  emptyOffice,
  firstRun,
  PASSWORD,
  rowCounts,
  signedIn,
  statusesOf,
  type Office,
} from './office.test-support.ts';

let office: Office;

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
  const { mails, ...rows } = await rowCounts(office);
  assert.equal(mails, 0);
  assert.deepEqual(rows, { workspaces: 1, members: 1, auth_users: 1, auth_accounts: 1, api_keys: 1 });
});

test('N4: once done, set-up answers 409, whatever the token', async () => {
  await office.ask('POST', '/api/setup', firstRun);
  assert.equal((await office.ask('POST', '/api/setup', firstRun)).status, 409);
  assert.equal((await office.ask('POST', '/api/setup', { ...firstRun, token: 'guessed' })).status, 409);
  assert.equal((await rowCounts(office)).members, 1);
});

test('ABUSE 22: twenty set-ups at the same moment make one owner', async () => {
  const tries = Array.from({ length: 20 }, (_, i) =>
    office.ask('POST', '/api/setup', {
      ...firstRun,
      owner: { ...firstRun.owner, email: `owner${i}@nordwind.example` },
    }),
  );
  const statuses = statusesOf(await Promise.all(tries));
  assert.deepEqual(statuses, [201, ...Array.from({ length: 19 }, () => 409)]);
  const { workspaces, members, auth_users, api_keys } = await rowCounts(office);
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
  assert.equal((await rowCounts(office)).members, 0);
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
