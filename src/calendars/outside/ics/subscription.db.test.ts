import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connectedHouse, type ConnectedHouse } from '#calendars/outside/connected.test-support.ts';
import {
  endless,
  loginPage,
  packedBomb,
  startLyingServer,
  type Answer,
  type LyingServer,
} from '#calendars/outside/lying-server.test-support.ts';
import { openOutward } from '#platform/outward/open-outward.ts';
import { icsProvider } from './ics-provider.ts';

let server: LyingServer;
let house: ConnectedHouse;

before(async () => {
  server = await startLyingServer();
  const outward = openOutward({ privateHosts: [server.host] });
  house = await connectedHouse({ providers: { ics: icsProvider(outward) } });
});
after(async () => {
  await house.close();
  await server.close();
});

const path = () => `/api/members/${house.bo.id}/calendars`;
const subscribe = (url: string, more = {}) =>
  house.ask(house.bo, 'POST', path(), { kind: 'ics', url, ...more });
const file = (...lines: string[]) => ({
  body: ['BEGIN:VCALENDAR', 'X-WR-CALNAME:Rota', ...lines, 'END:VCALENDAR', ''].join('\r\n'),
});
const weekly = [
  'BEGIN:VEVENT',
  'UID:rota',
  'DTSTART;TZID=Europe/Paris:20261201T090000',
  'DTEND;TZID=Europe/Paris:20261201T100000',
  'RRULE:FREQ=WEEKLY;COUNT=3',
  'SUMMARY:Early shift',
  'END:VEVENT',
];
const closed = ['2026-12-01T08:00', '2026-12-08T08:00', '2026-12-15T08:00'];

async function readAgain(answer: Answer): Promise<void> {
  server.on('GET /rota.ics', answer);
  house.clock.advance(20);
  await house.read();
}

test('K1, A9: a subscription closes its times; lies change nothing but its health; an empty file empties it', async () => {
  server.on('GET /rota.ics', file(...weekly));
  const { status, body } = await subscribe(`${server.url}/rota.ics`);
  assert.deepEqual(
    [status, body.kind, body.name, body.readOnly, body.checkConflicts, body.writeHere],
    [201, 'ics', 'Rota', true, true, false],
  );
  await house.read();
  assert.deepEqual(await house.closed(house.bo), closed);
  const lies: [string, Answer][] = [
    ['no-calendar', loginPage],
    ['no-calendar', { body: '' }],
    ['no-calendar', { body: file().body.slice(0, -15) }],
    ['too-large', endless('BEGIN:VCALENDAR\r\n')],
    ['too-large', packedBomb(40)],
    ['gone', { status: 404 }],
    ['server', { status: 500 }],
  ];
  for (const [code, lie] of lies) {
    await readAgain(lie);
    const { health } = (await house.ask(house.bo, 'GET', path())).body.items[1];
    assert.deepEqual([health.state !== 'ok', health.code], [true, code]);
    assert.deepEqual(await house.closed(house.bo), closed, code);
  }
  await readAgain(file(...weekly));
  const { health } = (await house.ask(house.bo, 'GET', path())).body.items[1];
  assert.deepEqual([health.state, health.code], ['ok', null]);
  await readAgain(file());
  assert.deepEqual(await house.closed(house.bo), []);
});

test('K1: what is no calendar cannot be subscribed to, nor one twice, nor an inward address', async () => {
  server.on('GET /page', loginPage);
  server.on('GET /shut.ics', { status: 401 });
  for (const url of [
    `${server.url}/page`,
    `${server.url}/shut.ics`,
    `${server.url}/nothing.ics`,
    'http://127.0.0.1:1/a.ics',
    'http://[::1]/a.ics',
    'file:///etc/passwd',
    `http://anna:secret@${server.host}/rota.ics`,
    'rota',
  ]) {
    const { status, body } = await subscribe(url);
    assert.equal(status, 422, url);
    assert.equal(body.errors[0].path, 'url', JSON.stringify(body));
  }
  server.on('GET /other.ics', file());
  assert.equal((await subscribe(`${server.url}/other.ics`)).status, 201);
  assert.equal((await subscribe(`${server.url}/other.ics`)).status, 409);
});

test('A9: a subscription that is moved to another address is not known by what the old one said', async () => {
  server.on('GET /before.ics', file());
  const { body: calendar } = await subscribe(`${server.url}/before.ics`);
  await house.read();
  const health = async () => {
    const { items } = (await house.ask(house.bo, 'GET', path())).body;
    return items.find(({ id }: { id: string }) => id === calendar.id).health;
  };
  assert.equal((await health()).state, 'ok');
  server.on('GET /after.ics', file(...weekly));
  const account = `/api/members/${house.bo.id}/calendar-accounts/${calendar.account.id}`;
  assert.equal((await house.ask(house.bo, 'PATCH', account, { url: `${server.url}/after.ics` })).status, 200);
  server.on('GET /after.ics', { status: 500 });
  await house.read();
  const { state, code, lastSuccessAt } = await health();
  assert.deepEqual([state, code, lastSuccessAt], ['stale', 'server', null]);
});
