import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../demo/cast.ts';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../demo/open-termika.ts';
import { itemsOf } from './happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { chloe, marek } = visitors;

async function feedOf(who: Person): Promise<string> {
  const { feedUrl } = (await t.call('GET', '/api/me', undefined, who)).body;
  return new URL(feedUrl).pathname;
}

async function read(path: string): Promise<string> {
  const { status, body, headers } = await t.call('GET', path, undefined, null);
  assert.equal(status, 200);
  assert.match(headers.get('content-type') ?? '', /^text\/calendar/);
  return body;
}

const uidsOf = (file: string) => [...file.matchAll(/^UID:(.*)@/gm)].map((match) => match[1]);

test('K5: the private address holds the meetings that stand, and follows what becomes of them', async () => {
  const link = await t.share({ location: { kind: 'address', value: 'Hall 3, gate B' } });
  const { body: stays } = await t.book(link, '2026-12-01T09:00:00Z', chloe);
  const { body: goes } = await t.book(link, '2026-12-01T10:00:00Z', marek);
  await t.book(await t.share({ verification: 'everyone' }), '2026-12-01T11:00:00Z', marek);
  await t.book(await t.share({ hostIds: [t.bo.id] }), '2026-12-01T09:00:00Z', marek);
  const path = await feedOf(t.anna);
  assert.deepEqual(uidsOf(await read(path)), [stays.id, goes.id]);
  await t.call('DELETE', `/api/bookings/${goes.id}`);
  const moved = { start: '2026-12-02T09:00:00Z' };
  await t.call('POST', `/api/bookings/${stays.id}/reschedule`, moved);
  const file = await read(path);
  assert.deepEqual(uidsOf(file), [stays.id]);
  assert.match(file, /SEQUENCE:1\r\n/);
  assert.match(file, /DTSTART:20261202T090000Z/);
  assert.match(file, /SUMMARY:Oven tour: Chloé Girard/);
  assert.match(file, /LOCATION:Hall 3\\, gate B/);
  assert.doesNotMatch(file, /girard-pains/);
});

test('K5: no other address opens it, and a colleague’s opens theirs', async () => {
  const [annas, bos] = [await feedOf(t.anna), await feedOf(t.bo)];
  assert.notEqual(annas, bos);
  assert.doesNotMatch(await read(bos), /Chloé/);
  for (const path of [annas.replace('.ics', ''), annas.replace(/.\.ics/, '.ics'), '/calendars/feeds/x.ics']) {
    const { status, body } = await t.call('GET', path, undefined, null);
    assert.equal(status, 404, path);
    assert.doesNotMatch(JSON.stringify(body), /Anna|Chloé/);
  }
});

test('K5: what a member put in their own calendar stands there too, whole days as dates of their zone', async () => {
  const lucie = await t.hire('lucie');
  const put = (event: object) => t.call('POST', `/api/members/${lucie.id}/events`, event, lucie);
  const when = { start: '2026-12-08T13:00:00Z', end: '2026-12-08T14:00:00Z' };
  const { body: lunch } = await put({ title: 'Lunch; long', ...when });
  await put({ title: 'Reading', ...when, transparency: 'free' });
  // In Paris these are the 9th and the 10th of December, as a whole.
  await put({ title: 'Away', start: '2026-12-08T23:00:00Z', end: '2026-12-10T23:00:00Z', allDay: true });
  const file = await read(await feedOf(lucie));
  assert.match(file, /SUMMARY:Lunch\\; long\r\n/);
  assert.ok(file.includes(`UID:event-${lunch.id}@`), 'no UID of a booking');
  assert.match(file, /TRANSP:TRANSPARENT\r\nSUMMARY:Reading/);
  assert.match(file, /DTSTART;VALUE=DATE:20261209\r\nDTEND;VALUE=DATE:20261211\r\nSUMMARY:Away/);
});

test('K5: an address that shows only busy time tells when, and nothing else', async () => {
  const link = await t.share({ location: { kind: 'address', value: 'Hall 3' }, hostIds: [t.bo.id] });
  const { body: made } = await t.book(link, '2026-12-07T09:00:00Z', chloe);
  const own = { start: '2026-12-07T13:00:00Z', end: '2026-12-07T14:00:00Z' };
  await t.call('POST', `/api/members/${t.bo.id}/events`, { title: 'Dentist', ...own }, t.bo);
  const free = { title: 'Reading', ...own, transparency: 'free' };
  await t.call('POST', `/api/members/${t.bo.id}/events`, free, t.bo);
  const path = await feedOf(t.bo);
  assert.match(await read(path), /SUMMARY:Dentist/);
  await t.call('PATCH', `/api/members/${t.bo.id}/feed`, { detail: 'busy' }, t.bo);
  const file = await read(path);
  assert.doesNotMatch(file, /Chloé|Oven|Hall|Dentist|Reading|LOCATION/);
  assert.ok(file.includes(`UID:${made.id}@`) && file.includes('DTSTART:20261207T130000Z'));
  const summaries = new Set(file.match(/^SUMMARY:.*$/gm));
  assert.deepEqual([...summaries], ['SUMMARY:Busy']);
});

test('K5: a calendar that did not change is not sent again', async () => {
  const path = await feedOf(t.anna);
  const first = await t.call('GET', path, undefined, null);
  const tag = first.headers.get('etag')!;
  const again = async (named: string) => {
    const headers = { 'if-none-match': named };
    return t.app.request(path, { headers });
  };
  for (const named of [tag, `W/${tag}`, `"other", ${tag}`]) {
    const answer = await again(named);
    assert.deepEqual([answer.status, await answer.text()], [304, ''], named);
  }
  await t.book(await t.share(), '2026-12-09T09:00:00Z', marek);
  assert.equal((await again(tag)).status, 200);
});

test('L7: a booking stands in its host’s built-in calendar; a colleague sees only that they are busy', async () => {
  const { body: made } = await t.book(await t.share({ hostIds: [t.bo.id] }), '2026-12-03T09:00:00Z', chloe);
  const path = `/api/members/${t.bo.id}/events?from=2026-12-03T00:00:00Z&to=2026-12-04T00:00:00Z`;
  const own = (await t.call('GET', path, undefined, t.bo)).body.items;
  assert.deepEqual(own, [
    {
      id: made.id,
      bookingId: made.id,
      title: 'Oven tour · Chloé Girard',
      start: '2026-12-03T09:00:00Z',
      end: '2026-12-03T09:30:00Z',
      allDay: false,
      transparency: 'busy',
    },
  ]);
  const ines = await t.hire('ines');
  const seen = JSON.stringify((await t.call('GET', path, undefined, ines)).body);
  assert.match(seen, /2026-12-03T09:00:00Z/);
  assert.doesNotMatch(seen, /Chloé|Oven/);
  assert.equal((await itemsOf(t, path)).length, 1);
});
