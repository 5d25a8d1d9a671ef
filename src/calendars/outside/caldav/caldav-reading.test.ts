import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOutward } from '#platform/outward/open-outward.ts';
import type { Outward } from '#platform/outward/outward.ts';
import { OutsideProblem } from '../problem.ts';
import { accountAt, calendarAt, calendarText, event, DAY, Keeper, soon } from './account.test-support.ts';
import { calDavProvider } from './caldav-provider.ts';
import { openRadicale, radicaleProgram, type Radicale } from './radicale.test-support.ts';

const program = radicaleProgram();
const skip = 'skip' in program ? program.skip : false;

let radicale: Radicale;
let outward: Outward;
let asked: string[];
before(async () => {
  if ('skip' in program) return;
  radicale = await openRadicale(program.path);
  const open = openOutward({ privateHosts: [radicale.host] });
  outward = (request) => {
    asked.push(request.method);
    return open(request);
  };
});
after(() => radicale?.close());

let made = 0;
async function keeperOf(...events: string[]): Promise<Keeper> {
  const text = events.length > 0 ? calendarText(...events) : undefined;
  const calendar = await radicale.makeCalendar('anna', `reading-${++made}`, text);
  asked = [];
  return new Keeper(calDavProvider(outward), accountAt(radicale.url), calendarAt(calendar));
}

const problem = (code: string) => (error: unknown) => error instanceof OutsideProblem && error.code === code;

test('K1: everything is read at first, page by page with what is to be expected', { skip }, async () => {
  const keeper = await keeperOf(...Array.from({ length: 110 }, (_, n) => event(`day-${n}`)));
  await keeper.read();
  assert.equal(keeper.texts.size, 110);
  assert.match([...keeper.texts.values()][0] ?? '', /^BEGIN:VCALENDAR[^]*UID:day-/);
  assert.deepEqual(
    keeper.pages.map(({ changed, total, cursor }) => [changed.length, total, cursor !== null]),
    [
      [100, 110, false],
      [10, 110, false],
      [0, 110, true],
    ],
  );
});

test('K1: then only what changed is read, and nothing where nothing did', { skip }, async () => {
  const keeper = await keeperOf(event('a'), event('b'), event('c'));
  await keeper.read();
  asked = [];
  assert.deepEqual(await keeper.read(), { changed: [], removed: [] });
  assert.deepEqual(asked, ['PROPFIND']);
  await radicale.put(keeper.calendar.remoteId, 'd.ics', calendarText(event('d', 'New')));
  await radicale.put(keeper.calendar.remoteId, 'a.ics', calendarText(event('a', 'Renamed')));
  await radicale.ask('DELETE', `${keeper.calendar.remoteId}b.ics`);
  assert.deepEqual(await keeper.read(), { changed: ['a.ics', 'd.ics'], removed: ['b.ics'] });
  assert.match([...keeper.texts.values()].join(), /Renamed/);
  assert.equal(keeper.texts.size, 3);
});

test(
  'a cursor that the server forgot costs one comparison: what went is named, what stands is not read again',
  { skip },
  async () => {
    const keeper = await keeperOf(event('a'), event('b'), event('c'));
    await keeper.read();
    await radicale.put(keeper.calendar.remoteId, 'b.ics', calendarText(event('b', 'Renamed')));
    await radicale.ask('DELETE', `${keeper.calendar.remoteId}c.ics`);
    const forgotten = JSON.stringify({
      ...JSON.parse(keeper.cursor ?? ''),
      token: 'http://radicale.org/ns/sync/1',
    });
    assert.deepEqual(await keeper.read({ cursor: forgotten }), { changed: ['b.ics'], removed: ['c.ics'] });
    assert.deepEqual(await keeper.read({ cursor: 'of another program' }), { changed: [], removed: [] });
  },
);

test('once a day everything is compared, whatever the server says has changed', { skip }, async () => {
  const keeper = await keeperOf(event('a'), event('b'));
  await keeper.read();
  keeper.etags.set([...keeper.etags.keys()][0] ?? '', '"what we missed"');
  const later = { from: 20_001 * DAY, to: 20_801 * DAY };
  assert.deepEqual(await keeper.read({ window: later }), { changed: ['a.ics'], removed: [] });
  assert.deepEqual(await keeper.read({ window: later }), { changed: [], removed: [] });
});

test('names of objects are one name, however they are escaped', { skip }, async () => {
  const keeper = await keeperOf();
  for (const name of ['ünï çode.ics', 'at@home+(1).ics', 'per%25cent.ics'])
    await radicale.put(keeper.calendar.remoteId, name, calendarText(event(`of ${name}`)));
  assert.equal((await keeper.read()).changed.length, 3);
  assert.deepEqual(await keeper.read({ cursor: null }), { changed: [], removed: [] });
  for (const href of keeper.texts.keys()) {
    const object = await keeper.provider.readObject!(keeper.account, keeper.calendar, href, soon());
    assert.equal(object?.href, href);
  }
});

test('one object is read by itself, and is null when it is not there', { skip }, async () => {
  const keeper = await keeperOf(event('a'));
  const read = (href: string) => keeper.provider.readObject!(keeper.account, keeper.calendar, href, soon());
  const path = new URL(keeper.calendar.remoteId).pathname;
  const object = await read(`${path}a.ics`);
  assert.ok(object && 'text' in object && object.text.includes('UID:a') && object.etag);
  assert.equal(await read(`${path}none.ics`), null);
});

test(
  'A9: a calendar that is gone, a wrong password, a dead and a silent server are problems, never empty',
  { skip },
  async () => {
    const keeper = await keeperOf(event('a'));
    await keeper.read();
    const stranger = new Keeper(keeper.provider, accountAt(radicale.url, { secret: 'no' }), keeper.calendar);
    await assert.rejects(stranger.read(), problem('sign-in'));
    radicale.pause();
    await assert.rejects(keeper.read({ signal: AbortSignal.timeout(300) }), problem('timeout'));
    radicale.resume();
    await radicale.kill();
    await assert.rejects(keeper.read(), problem('unreachable'));
    await radicale.start();
    assert.deepEqual(await keeper.read(), { changed: [], removed: [] });
    await radicale.ask('DELETE', keeper.calendar.remoteId);
    await assert.rejects(keeper.read(), problem('gone'));
  },
);
