import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Colleague } from '../../../demo/staff.ts';
import { connectedHouse, signInOf, type ConnectedHouse } from './connected.test-support.ts';
import { remoteCalendar } from './provider.test-support.ts';

let house: ConnectedHouse;
before(async () => (house = await connectedHouse()));
after(() => house.close());

const of = (who: Colleague, rest = '') => `/api/members/${who.id}/calendars${rest}`;
const accountOf = (who: Colleague, id: string) => `/api/members/${who.id}/calendar-accounts/${id}`;
const paths = (body: { errors: { path: string }[] }) => body.errors.map(({ path }) => path);
const switches = (one: Record<string, unknown>) => [one.name, one.checkConflicts, one.writeHere, one.sync];

async function listed(who: Colleague) {
  return (await house.ask(who, 'GET', of(who))).body.items as Record<string, any>[];
}

test('K1: an account is connected with all its calendars; all check conflicts, the main one is written', async () => {
  const who = await house.hire('Ada');
  const { status, body } = await house.ask(who, 'POST', of(who), signInOf(house.service, 'ada'));
  assert.equal(status, 201);
  assert.deepEqual(body.calendars.map(switches), [
    ['work', true, true, true],
    ['home', true, false, true],
  ]);
  assert.deepEqual([body.id, body.kind], [body.calendars[0].id, 'caldav']);
  const { id: _id, ...account } = body.account;
  assert.deepEqual(account, { name: 'ada', url: 'https://cloud.example/dav', username: 'ada' });
  const { state, lastSuccessAt, code } = body.health;
  assert.deepEqual([state, lastSuccessAt, code], ['stale', null, null], 'what was never read is not known');
  const items = await listed(who);
  assert.deepEqual(
    items.map(({ kind }) => kind),
    ['built-in', 'caldav', 'caldav'],
  );
  assert.deepEqual(
    items.map(({ writeHere }) => writeHere),
    [false, true, false],
  );
  await house.read();
  const read = await listed(who);
  assert.deepEqual(
    read.map(({ health }) => health.state),
    ['ok', 'ok', 'ok'],
  );
});

test('K1: the very same account is connected once, also when two ask at the same time', async () => {
  const who = await house.hire('Bela');
  const ask = () => house.ask(who, 'POST', of(who), signInOf(house.service));
  const answers = await Promise.all([ask(), ask(), ask()]);
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((one, two) => one - two),
    [201, 409, 409],
  );
  assert.equal((await listed(who)).length, 3);
});

test('K4: what is wrong with a sign-in is said at its field, and nothing is kept', async () => {
  const who = await house.hire('Cyril');
  const good = signInOf(house.service);
  const refused = async (given: object) => {
    const { status, body } = await house.ask(who, 'POST', of(who), given);
    assert.equal(status, 422, JSON.stringify(given));
    return paths(body)[0];
  };
  assert.equal(await refused({ ...good, password: 'guessed' }), 'password');
  assert.equal(await refused({ ...good, url: 'ftp://cloud.example' }), 'url');
  assert.equal(await refused({ ...good, url: 'https://bo:secret@cloud.example' }), 'url');
  assert.equal(await refused({ ...good, url: '' }), 'url');
  assert.equal(await refused({ ...good, username: '' }), 'username');
  assert.equal(
    await refused({ kind: 'ics', url: 'https://calendar.example/bo.ics' }),
    'url',
    'not set up here',
  );
  for (const code of ['address', 'unreachable', 'timeout', 'no-calendar', 'server', 'too-large'] as const) {
    house.service.fails(code);
    assert.equal(await refused(good), 'url');
  }
  house.service.fails(null);
  const { calendars } = house.service;
  house.service.calendars = [];
  assert.equal(await refused(good), 'url');
  house.service.calendars = calendars;
  for (const kind of ['google', 'exchange']) {
    assert.equal((await house.ask(who, 'POST', of(who), { ...good, kind })).status, 422);
  }
  assert.equal((await listed(who)).length, 1);
});

test('K1: one calendar is written at most; what can only be read or is switched off is not', async () => {
  const who = await house.hire('Dora');
  const { calendars } = house.service;
  house.service.calendars = [...calendars, remoteCalendar('holidays', { readOnly: true })];
  const ids = await house.connect(who);
  house.service.calendars = calendars;
  const patch = (id: string, change: object) => house.ask(who, 'PATCH', of(who, `/${id}`), change);
  const writing = async () =>
    (await listed(who)).filter(({ writeHere }) => writeHere).map(({ name }) => name);
  assert.equal((await patch(ids.home!, { writeHere: true })).body.writeHere, true);
  assert.deepEqual(await writing(), ['home']);
  assert.deepEqual(paths((await patch(ids.holidays!, { writeHere: true })).body), ['writeHere']);
  assert.equal((await patch(ids.home!, { sync: false })).body.writeHere, false);
  assert.deepEqual(await writing(), ['Agenda Rondo']);
  assert.deepEqual(paths((await patch(ids.home!, { writeHere: true })).body), ['writeHere']);
  await Promise.all([
    patch(ids.work!, { writeHere: true }),
    patch(ids.home!, { sync: true, writeHere: true }),
  ]);
  assert.equal((await writing()).length, 1, 'two who choose at once');
  await patch(who.id, { writeHere: true });
  assert.deepEqual(await writing(), ['Agenda Rondo']);
  assert.deepEqual(paths((await patch(who.id, { writeHere: false })).body), ['writeHere']);
  const renamed = await patch(ids.work!, { name: ' My  work ' });
  assert.deepEqual([renamed.status, renamed.body.name], [200, 'My work']);
  assert.equal((await patch(ids.work!, { colour: 'red' })).status, 422);
});

test('A3, C6: switching what a calendar does frees and closes its time at once, and raises the version', async () => {
  const who = await house.hire('Edda');
  house.service.put('work', 'a.ics', { start: '2026-12-01T09:00:00Z', end: '2026-12-01T10:00:00Z' });
  const ids = await house.connect(who);
  await house.read();
  const version = async () => Number((await house.ask(who, 'GET', `/api/members/${who.id}`)).body.version);
  const now = ['2026-12-01T09:00'];
  for (const field of ['checkConflicts', 'sync']) {
    const before = await version();
    await house.ask(who, 'PATCH', of(who, `/${ids.work}`), { [field]: false });
    assert.deepEqual(await house.closed(who), []);
    await house.ask(who, 'PATCH', of(who, `/${ids.work}`), { [field]: true });
    assert.deepEqual(await house.closed(who), now);
    assert.equal(await version(), before + 2);
  }
});

test('K4: a new password is tried before it is kept, and the calendars are read again with it', async () => {
  const who = await house.hire('Fay');
  const ids = await house.connect(who);
  await house.read();
  const { account } = (await listed(who))[1]!;
  house.service.password = 'changed elsewhere';
  await house.ask(who, 'POST', of(who, `/${ids.work}/sync`));
  await house.read();
  assert.equal((await house.row(ids.work!)).problem, 'sign-in');
  const patch = (change: object) => house.ask(who, 'PATCH', accountOf(who, account.id), change);
  assert.deepEqual(paths((await patch({ password: 'guessed' })).body), ['password']);
  assert.equal((await house.row(ids.work!)).problem, 'sign-in');
  const { status, body } = await patch({ password: 'changed elsewhere', name: 'Home server' });
  assert.deepEqual([status, body.name], [200, 'Home server']);
  await house.read();
  assert.equal((await house.row(ids.work!)).problem, null);
  const { calendars } = house.service;
  house.service.calendars = [remoteCalendar('somebody else’s')];
  assert.deepEqual(paths((await patch({ password: 'changed elsewhere' })).body), ['url']);
  house.service.calendars = [...calendars, remoteCalendar('club')];
  assert.equal((await patch({ password: 'changed elsewhere' })).status, 200);
  assert.equal((await listed(who)).length, 4, 'a calendar that was made meanwhile joins');
  house.service.calendars = calendars;
  house.service.password = 'a quiet river';
});

test('K4: who disconnects leaves nothing behind; one of several calendars is switched off instead', async () => {
  const who = await house.hire('Gil');
  const ids = await house.connect(who);
  await house.read();
  const { account } = (await listed(who))[1]!;
  assert.equal((await house.ask(who, 'DELETE', of(who, `/${ids.work}`))).status, 409);
  assert.equal((await house.ask(who, 'DELETE', accountOf(who, account.id))).status, 204);
  assert.equal((await house.ask(who, 'DELETE', accountOf(who, account.id))).status, 404);
  for (const table of ['calendar_accounts', 'outside_calendars', 'outside_events'] as const) {
    const rows = await house.platform.db.read.selectFrom(table).select('member_id').execute();
    assert.ok(
      rows.every(({ member_id }) => member_id !== who.id),
      table,
    );
  }
  assert.deepEqual(
    (await listed(who)).map(({ writeHere }) => writeHere),
    [true],
  );
  const { calendars } = house.service;
  house.service.calendars = [remoteCalendar('only')];
  const { only } = await house.connect(who);
  house.service.calendars = calendars;
  assert.equal((await house.ask(who, 'DELETE', of(who, `/${only}`))).status, 204);
});

test('K1: a member’s calendars are theirs and the admins’; colleagues and strangers change and see nothing of them', async () => {
  const [who, other] = [await house.hire('Hana'), await house.hire('Ivo')];
  const ids = await house.connect(who);
  const { account } = (await listed(who))[1]!;
  const acts = [
    ['PATCH', of(who, `/${ids.work}`), { sync: false }],
    ['POST', of(who, `/${ids.work}/sync`), undefined],
    ['DELETE', of(who, `/${ids.work}`), undefined],
    ['PATCH', accountOf(who, account.id), { name: 'x' }],
    ['DELETE', accountOf(who, account.id), undefined],
    ['POST', of(who), signInOf(house.service)],
  ] as const;
  for (const [method, path, body] of acts) {
    assert.equal((await house.ask(other, method, path, body)).status, 403, `${method} ${path}`);
    assert.equal((await house.ask(house.stranger, method, path, body)).status, 404, `${method} ${path}`);
    const mixed = path.replace(who.id, other.id);
    if (method !== 'POST' || mixed.endsWith('/sync')) {
      assert.equal((await house.ask(other, method, mixed, body)).status, 404, `${method} ${mixed}`);
    }
  }
  assert.equal((await house.ask(other, 'GET', of(who))).body.items.length, 1);
  assert.equal((await house.ask(house.anna, 'GET', of(who))).body.items.length, 3);
  assert.equal((await house.ask(house.anna, 'PATCH', of(who, `/${ids.work}`), { sync: false })).status, 200);
});

test('ABUSE 30: nobody guesses passwords or looks for servers through us for long', async () => {
  const who = await house.hire('Kim');
  const guess = { ...signInOf(house.service), password: 'guessed' };
  const statuses: number[] = [];
  for (let n = 0; n < 32; n++) statuses.push((await house.ask(who, 'POST', of(who), guess)).status);
  assert.deepEqual(statuses.slice(29), [422, 429, 429]);
  house.clock.advance(10);
  assert.equal((await house.ask(who, 'POST', of(who), signInOf(house.service))).status, 201);
});

test('K4: passwords stand in no answer, no log and no column', async () => {
  const who = await house.hire('Jan');
  const { password } = house.service;
  const { body } = await house.ask(who, 'POST', of(who), signInOf(house.service));
  await house.read();
  const answers = JSON.stringify([body, await listed(who)]);
  const rows = await house.platform.db.read.selectFrom('calendar_accounts').selectAll().execute();
  for (const text of [answers, JSON.stringify(rows), house.logged.join('\n')]) {
    assert.ok(!text.includes(password));
  }
});
