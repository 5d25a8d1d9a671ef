import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOutward } from '#platform/outward/open-outward.ts';
import { accountAt, calendarAt, calendarText, event, Keeper, soon } from './account.test-support.ts';
import { calDavProvider } from './caldav-provider.ts';
import { openXandikos, xandikosProgram, type Xandikos } from './xandikos.test-support.ts';

const program = xandikosProgram();
const skip = 'skip' in program ? program.skip : false;

let xandikos: Xandikos;
before(async () => {
  if ('path' in program) xandikos = await openXandikos(program.path);
});
after(() => xandikos?.close());

const provider = () => calDavProvider(openOutward({ privateHosts: [xandikos.host] }));

async function asks(method: string, name: string, body?: string): Promise<void> {
  const headers = { 'content-type': 'text/calendar' };
  const answer = await fetch(xandikos.calendar + name, { method, headers, ...(body && { body }) });
  assert.ok(answer.ok, `${method} ${name}: ${answer.status}`);
}

test(
  'K1: a server of other habits is found and read: at first, what changed, and after its token is lost',
  { skip },
  async () => {
    const account = accountAt(xandikos.url);
    const found = await provider().findCalendars(account, soon());
    assert.deepEqual(
      found.map(({ remoteId, readOnly, isMain }) => [remoteId, readOnly, isMain]),
      [[xandikos.calendar, false, true]],
    );
    const keeper = new Keeper(provider(), account, calendarAt(xandikos.calendar));
    assert.deepEqual(await keeper.read(), { changed: [], removed: [] });
    for (const name of ['a', 'b', 'c']) await asks('PUT', `${name}.ics`, calendarText(event(name)));
    assert.deepEqual(await keeper.read(), { changed: ['a.ics', 'b.ics', 'c.ics'], removed: [] });
    await asks('PUT', 'a.ics', calendarText(event('a', 'Renamed')));
    await asks('DELETE', 'b.ics');
    assert.deepEqual(await keeper.read(), { changed: ['a.ics'], removed: ['b.ics'] });
    assert.deepEqual(await keeper.read(), { changed: [], removed: [] });
    await asks('DELETE', 'c.ics');
    const lost = JSON.stringify({ ...JSON.parse(keeper.cursor ?? ''), token: 'f00' });
    assert.deepEqual(await keeper.read({ cursor: lost }), { changed: [], removed: ['c.ics'] });
  },
);

test('K3: a booking is written to it once, follows its changes and goes', { skip }, async () => {
  const keeper = new Keeper(provider(), accountAt(xandikos.url), calendarAt(xandikos.calendar));
  const { account, calendar } = keeper;
  await keeper.read();
  const what = { title: 'Demo', description: '', location: '', timeZone: 'Europe/Warsaw' };
  const times = { start: 29_990_400, end: 29_990_430, changedAt: '2026-11-02T09:00:00.000Z' };
  const booked = { uid: 'b1@meet.lumen.example', sequence: 0, ...what, ...times };
  const first = await provider().put(account, calendar, booked, null, soon());
  assert.deepEqual(await provider().put(account, calendar, booked, null, soon()), first);
  const renamed = { ...booked, sequence: 1, title: 'Renamed' };
  const second = await provider().put(account, calendar, renamed, first, soon());
  await assert.rejects(provider().put(account, calendar, renamed, first, soon()), { code: 'changed' });
  assert.deepEqual((await keeper.read()).changed, ['b1-meet.lumen.example.ics']);
  assert.match([...keeper.texts.values()].join(), /Renamed/);
  await provider().remove(account, calendar, second, soon());
  await provider().remove(account, calendar, second, soon());
  assert.deepEqual((await keeper.read()).removed, ['b1-meet.lumen.example.ics']);
});
