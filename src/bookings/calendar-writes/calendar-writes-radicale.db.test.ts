import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { calDavProvider } from '#calendars/outside/caldav/caldav-provider.ts';
import {
  openRadicale,
  PASSWORD,
  radicaleProgram,
  type Radicale,
} from '#calendars/outside/caldav/radicale.test-support.ts';
import type { Outside } from '#calendars/outside/outside.ts';
import { readDue } from '#calendars/outside/sync/readings.ts';
import { openOutward } from '#platform/outward/open-outward.ts';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type SharedLink, type Termika } from '../../../demo/open-termika.ts';
import { timesOf } from './store-own-events.ts';
import { writeDue } from './writings.ts';

const program = radicaleProgram();
const skip = 'skip' in program ? program.skip : false;
const at = (time: string): string => `2026-12-01T${time}:00Z`;

let radicale: Radicale;
let t: Termika;
let link: SharedLink;
let calendar: string;
let outside: Outside;

before(async () => {
  if (!('path' in program)) return;
  radicale = await openRadicale(program.path);
  calendar = await radicale.makeCalendar('anna', 'work');
  const outward = openOutward({ privateHosts: [radicale.host] });
  outside = { providers: { caldav: calDavProvider(outward) }, services: {}, ownTimes: timesOf };
  t = await openTermika(await cleanSlate(undefined, {}, outside));
  link = await t.share({ durationsMinutes: [60], minimumNoticeMinutes: 0 });
  const signIn = { kind: 'caldav', url: radicale.url, username: 'anna', password: PASSWORD };
  const { status, body } = await t.call('POST', `/api/members/${t.anna.id}/calendars`, signIn);
  assert.equal(status, 201, JSON.stringify(body));
  await read();
});
after(async () => {
  await t?.close();
  await radicale?.close();
});

const write = () => writeDue(t.platform, outside);
async function read(): Promise<void> {
  t.clock.advance(6);
  await readDue(t.platform, outside);
  await write();
}

/** What stands there: starts, by UID. */
async function stands(): Promise<[string, string][]> {
  const texts = [...(await radicale.list(calendar)).values()];
  const value = (text: string, name: string) =>
    new RegExp(`^${name}[^:\r\n]*:(.*?)\r?$`, 'm').exec(text)![1]!;
  return texts.map((text) => [value(text, 'UID').split('@')[0]!, value(text, 'DTSTART')]);
}

/** As another program would change the one event there. */
async function edit(change: (text: string) => string): Promise<void> {
  for (const [name, text] of await radicale.list(calendar)) await radicale.put(calendar, name, change(text));
}
const later = (text: string) =>
  text.replace(/(DTSTART[^:]*:20261201T)\d{4}/, '$11300').replace(/(DTEND[^:]*:20261201T)\d{4}/, '$11400');

test(
  'K3, A3: on a real server: written, moved there, kept; deleted there, restored; called off',
  { skip },
  async () => {
    const { id } = (await t.book(link, at('09:00'))).body;
    await write();
    assert.equal((await stands()).length, 1);
    assert.equal((await stands())[0]![0], id);
    await read();
    await edit(later);
    await read();
    const shown = async () => (await t.call('GET', `/api/bookings/${id}`)).body;
    const { question } = (await shown()).calendars[0];
    assert.equal(question?.kind, 'moved');
    const answer = (word: string) =>
      t.call('POST', `/api/bookings/${id}/calendar-answer`, { hostId: t.anna.id, answer: word });
    const kept = await answer('keep');
    assert.equal(kept.status, 200, JSON.stringify(kept.body));
    assert.equal(kept.body.start, question.start);
    await write();
    await read();
    assert.deepEqual([(await stands()).length, (await shown()).calendars[0].question], [1, null]);
    for (const name of (await radicale.list(calendar)).keys()) await radicale.ask('DELETE', calendar + name);
    await read();
    assert.equal((await shown()).calendars[0].question?.kind, 'deleted');
    await answer('restore');
    await write();
    assert.equal((await stands())[0]?.[0], id);
    await t.call('POST', `/api/bookings/${id}/cancellation`, {});
    await write();
    assert.deepEqual(await stands(), []);
  },
);

test('K3: what its owner added in the other program stays when the meeting moves', { skip }, async () => {
  const { id } = (await t.book(link, at('10:00'))).body;
  await write();
  await edit((text) => text.replace('END:VEVENT', 'COLOR:turquoise\r\nEND:VEVENT'));
  assert.equal((await t.call('POST', `/api/bookings/${id}/reschedule`, { start: at('14:00') })).status, 200);
  await write();
  const [text] = [...(await radicale.list(calendar)).values()];
  assert.match(text!, /COLOR:turquoise/);
  assert.equal((await stands()).length, 1);
  await t.call('POST', `/api/bookings/${id}/cancellation`, {});
  await write();
});

test('K3: a server that was away gets what it missed, once', { skip }, async () => {
  const booked = (await t.book(link, at('09:00'))).body.id;
  await radicale.kill();
  await write();
  await radicale.start();
  t.clock.advance(1);
  await write();
  assert.deepEqual(
    (await stands()).map(([id]) => id),
    [booked],
  );
});
