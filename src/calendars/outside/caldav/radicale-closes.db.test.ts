import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOutward } from '#platform/outward/open-outward.ts';
import { visitors } from '../../../../demo/cast.ts';
import { cleanSlate } from '../../../../demo/clean-slate.ts';
import { openTermika, type SharedLink, type Termika } from '../../../../demo/open-termika.ts';
import type { Outside } from '../outside.ts';
import { readDue } from '../sync/readings.ts';
import { calendarText, event } from './account.test-support.ts';
import { calDavProvider } from './caldav-provider.ts';
import { openRadicale, PASSWORD, radicaleProgram, type Radicale } from './radicale.test-support.ts';

const program = radicaleProgram();
const skip = 'skip' in program ? program.skip : false;

let radicale: Radicale;
let t: Termika;
let outside: Outside;
let link: SharedLink;
let work: string;
before(async () => {
  if (!('path' in program)) return;
  radicale = await openRadicale(program.path);
  work = await radicale.makeCalendar('anna', 'work', calendarText(busy('dentist', '09:00', '10:00')));
  await radicale.makeCalendar('anna', 'club', calendarText(busy('choir', '12:00', '13:00')));
  const caldav = calDavProvider(openOutward({ privateHosts: [radicale.host] }));
  outside = { providers: { caldav }, services: {}, ownTimes: async () => new Map() };
  t = await openTermika(await cleanSlate(undefined, {}, outside));
  link = await t.share({ durationsMinutes: [60], minimumNoticeMinutes: 0 });
});
after(async () => {
  await t?.close();
  await radicale?.close();
});

const DAY = '2026-12-01';
const at = (time: string) => `${DAY}T${time}:00Z`;

function busy(uid: string, from: string, to: string): string {
  const compact = (time: string) => at(time).replace(/[-:]/g, '');
  return event(uid)
    .replace(/DTSTART:.*/, `DTSTART:${compact(from)}`)
    .replace(/DTEND:.*/, `DTEND:${compact(to)}`);
}

/** What a visitor sees, as hours UTC; nine to five in Paris is from 08 on. */
const open = async () => (await t.starts(link, DAY)).map((start) => start.slice(11, 13)).join(' ');
const calendars = async () =>
  (await t.call('GET', `/api/members/${t.anna.id}/calendars`)).body.items.slice(1);

async function readAfter(minutes: number): Promise<void> {
  t.clock.advance(minutes);
  await readDue(t.platform, outside);
}

const connect = (password: string) =>
  t.call('POST', `/api/members/${t.anna.id}/calendars`, {
    kind: 'caldav',
    url: radicale.url,
    username: 'anna',
    password,
  });

test('K1, A3: calendars of a real server are connected, and close what they hold', { skip }, async () => {
  const wrong = await connect('wrong');
  assert.deepEqual([wrong.status, wrong.body.errors[0].path], [422, 'password']);
  const { status, body } = await connect(PASSWORD);
  assert.deepEqual([status, body.calendars.length], [201, 2]);
  assert.equal(await open(), '', 'never read is not free');
  await readAfter(0);
  assert.equal(await open(), '08 10 11 13 14 15');
  await radicale.put(work, 'lunch.ics', calendarText(busy('lunch', '11:00', '12:00')));
  await radicale.ask('DELETE', `${work}dentist.ics`);
  await readAfter(6);
  assert.equal(await open(), '08 09 10 13 14 15');
});

test(
  'A9, K4: a server that is dead closes its member, and opens them when it is back',
  { skip },
  async () => {
    await radicale.kill();
    await readAfter(30);
    const [troubled] = await calendars();
    assert.equal(troubled.health.code, 'unreachable');
    assert.equal(await open(), '08 09 10 13 14 15', 'what was read an hour ago at most counts');
    await readAfter(31);
    const [closed] = await calendars();
    assert.equal(closed.health.state, 'stale');
    assert.equal(await open(), '');
    await radicale.start();
    await readAfter(16);
    const [{ health }] = await calendars();
    assert.deepEqual([health.state, health.error], ['ok', null]);
    assert.equal(await open(), '08 09 10 13 14 15');
  },
);

test(
  'A9: what changed a moment ago is seen before a booking, and who cannot be read gets none',
  { skip },
  async () => {
    await readAfter(6);
    await radicale.put(work, 'late.ics', calendarText(busy('late', '14:00', '15:00')));
    t.clock.advance(2);
    assert.equal((await t.book(link, at('14:00'), visitors.chloe)).status, 409);
    t.clock.advance(2);
    await radicale.kill();
    assert.equal((await t.book(link, at('15:00'), visitors.chloe)).status, 409);
    await radicale.start();
    await readAfter(16);
    assert.equal((await t.book(link, at('15:00'), visitors.chloe)).status, 201);
  },
);
