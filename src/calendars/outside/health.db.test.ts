import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Colleague } from '../../../demo/staff.ts';
import { connectedHouse, type ConnectedHouse } from './connected.test-support.ts';
import { tellClosed } from './tell-closed.ts';

let house: ConnectedHouse;
before(async () => (house = await connectedHouse()));
beforeEach(() => house.service.fails(null));
after(() => house.close());

async function connected(name: string): Promise<{ who: Colleague; id: string }> {
  const who = await house.hire(name);
  const { work } = await house.connect(who);
  await house.read();
  return { who, id: work! };
}

async function health(who: Colleague) {
  return (await house.ask(who, 'GET', `/api/members/${who.id}/calendars`)).body.items[1].health;
}

/** Minutes pass one reading after the other, as they do. */
async function pass(minutes: number): Promise<void> {
  for (let gone = 0; gone < minutes; gone += 5) {
    house.clock.advance(5);
    await house.read();
    await tellClosed(house.platform);
  }
}

async function mails(): Promise<{ to: string; subject: string }[]> {
  const rows = await house.platform.db.read
    .selectFrom('mails')
    .select(['to_address', 'subject'])
    .where('kind', '=', 'calendar-closed')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ to: row.to_address.split('@')[0]!, subject: row.subject }));
}

async function notices(who: Colleague): Promise<any[]> {
  const { body } = await house.ask(who, 'GET', '/api/notices');
  return body.items.filter((one: { kind: string }) => one.kind === 'calendar-closed');
}

test('A9, K4: a calendar is stale after an hour unread, says why and when it is tried again, and recovers by itself', async () => {
  const { who } = await connected('Ada');
  assert.equal((await health(who)).state, 'ok');
  house.service.fails('unreachable');
  await pass(50);
  const shaky = await health(who);
  assert.deepEqual([shaky.state, shaky.code], ['ok', 'unreachable']);
  assert.equal(shaky.error, 'The server does not answer.');
  assert.ok(shaky.nextTryAt > shaky.lastSuccessAt);
  await pass(10);
  assert.equal((await health(who)).state, 'stale');
  assert.deepEqual(await mails(), [
    { to: 'anna', subject: 'Un agenda de Ada n’est pas lisible' },
    { to: 'ada', subject: 'Votre agenda n’est pas lisible' },
  ]);
  await pass(60);
  assert.equal((await mails()).length, 2, 'once for an outage');
  const [notice] = await notices(who);
  assert.deepEqual([notice.record, notice.data.name], [{ kind: 'member', id: who.id }, 'Ada']);
  assert.ok(['work', 'home'].includes(notice.data.calendars[0].name));
  house.service.fails(null);
  await pass(15);
  const well = await health(who);
  assert.deepEqual([well.state, well.error, well.code], ['ok', null, null]);
  assert.deepEqual(await notices(who), [], 'what was told is no longer so');
  house.service.fails('unreachable');
  await pass(70);
  assert.equal((await notices(house.anna)).length, 1, 'a new outage is told again');
  assert.equal((await mails()).length, 2, 'but not by mail within six hours');
  house.service.fails(null);
  await pass(360);
  house.service.fails('unreachable');
  await pass(70);
  assert.equal((await mails()).length, 4);
  house.service.fails(null);
  await pass(15);
});

test('A9, K4: whoever has one calendar read when its server is back has those read that fell with it', async () => {
  const who = await house.hire('Eli');
  const { work, home } = await house.connect(who);
  await house.read();
  const problems = async () => [(await house.row(work!)).problem, (await house.row(home!)).problem];
  const press = async () => {
    await house.ask(who, 'POST', `/api/members/${who.id}/calendars/${work}/sync`);
    await house.read();
  };
  house.service.fails('unreachable');
  await pass(15);
  assert.deepEqual(await problems(), ['unreachable', 'unreachable']);
  house.service.fails(null);
  await press();
  assert.deepEqual(await problems(), [null, null]);
  house.service.fails('sign-in');
  await pass(10);
  house.service.fails(null);
  await press();
  assert.deepEqual(
    await problems(),
    [null, 'sign-in'],
    'a wrong password is not sent once for each calendar',
  );
  await pass(15);
});

test('A9: a consent that was taken back counts at once; many who fall together are one mail for who runs the place', async () => {
  const before = await mails();
  const crowd = [await connected('Bela'), await connected('Cyril'), await connected('Dora')];
  house.service.fails('revoked');
  await pass(5);
  await pass(5);
  for (const { who, id } of crowd) {
    assert.equal((await health(who)).state, 'failing');
    const minutes = (Date.parse((await house.row(id)).next_try_at) - house.clock.now()) / 60_000;
    assert.ok(minutes > 1);
  }
  const told = (await mails()).slice(before.length);
  const toAnna = told.filter(({ to }) => to === 'anna');
  assert.ok(toAnna.length <= 2 && toAnna.length >= 1, 'those of one look are told together');
  for (const name of ['bela', 'cyril', 'dora']) assert.equal(told.filter(({ to }) => to === name).length, 1);
  house.service.fails(null);
  await pass(20);
  for (const { who } of crowd) assert.equal((await health(who)).state, 'ok');
});

test('K4: a calendar that is switched off is well, and nobody is told of it', async () => {
  const { who, id } = await connected('Edda');
  const path = `/api/members/${who.id}/calendars`;
  const { home } = Object.fromEntries(
    (await house.ask(who, 'GET', path)).body.items.map((one: any) => [one.name, one.id]),
  );
  house.service.fails('revoked');
  await house.ask(who, 'PATCH', `${path}/${home}`, { sync: false });
  await pass(10);
  assert.equal((await notices(who)).length, 1);
  await house.ask(who, 'PATCH', `${path}/${id}`, { checkConflicts: false });
  assert.deepEqual(await notices(who), [], 'it closes nobody any more');
  await house.ask(who, 'PATCH', `${path}/${id}`, { sync: false });
  assert.deepEqual([(await health(who)).state, (await health(who)).code], ['ok', null]);
  house.service.fails(null);
});

test('A9: the workspace says after how long a calendar is stale', async () => {
  const { who } = await connected('Fay');
  const set = (calendarStaleMinutes: unknown) =>
    house.ask(house.anna, 'PATCH', '/api/workspace', { calendarStaleMinutes });
  for (const odd of [4, 1441, 7.5, '60', null]) assert.equal((await set(odd)).status, 422);
  assert.equal((await set(15)).body.calendarStaleMinutes, 15);
  house.service.fails('server');
  await pass(15);
  assert.equal((await health(who)).state, 'stale');
  await set(60);
  assert.equal((await health(who)).state, 'ok');
  house.service.fails(null);
  await pass(15);
});
