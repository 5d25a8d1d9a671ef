import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../../demo/cast.ts';
import { consentedHouse } from '#calendars/outside/oauth/consented-house.test-support.ts';

const t = await consentedHouse();
after(() => t.close());
const priya = await t.hire('priya');
const PRIYAS = 'https://video.example/priya';
await t.call('PATCH', `/api/members/${priya.id}`, { meetingUrl: PRIYAS });

const share = (room: 'meet' | 'teams') =>
  t.share({ durationsMinutes: [60], location: { kind: 'video', room } });
const links = { meet: await share('meet'), teams: await share('teams') };

async function book(room: 'meet' | 'teams', hour: string) {
  const { status, body } = await t.book(links[room], `2026-12-01T${hour}:00Z`, visitors.chloe);
  assert.equal(status, 201, JSON.stringify(body));
  const whole = await t.call('GET', `/api/bookings/${body.id}`);
  return { id: body.id as string, path: new URL(whole.body.location.value).pathname };
}

async function open(
  path: string,
): Promise<{ status: number; to: string | null; text: string; head: Headers }> {
  const answer = await t.app.request(path, { redirect: 'manual' });
  const { status, headers } = answer;
  return { status, to: headers.get('location'), text: await answer.text(), head: headers };
}

test('B7: until a calendar opens the room its address says so, and tells nothing of the meeting', async () => {
  await t.consent('google');
  await t.workOff();
  const { path } = await book('meet', '09:00');
  assert.match(path, /^\/meet\/[A-Za-z0-9_-]{43}$/);
  const { status, text, head } = await open(path);
  assert.equal(status, 200);
  assert.match(text, /http-equiv="refresh" content="10"/);
  assert.match(text, /The room opens in a moment/);
  assert.equal(head.get('cache-control'), 'no-store');
  for (const secret of [visitors.chloe.name, visitors.chloe.email, '2026-12-01', '09:00'])
    assert.ok(!text.includes(secret), secret);
});

test('B7: it leads to the room of the host’s calendar, and is over with the meeting', async () => {
  const { id, path } = await book('meet', '11:00');
  await t.workOff();
  await t.workLater();
  const { status, to, head } = await open(path);
  assert.equal(status, 302);
  assert.match(to!, /^https:\/\/meet\.google\.com\//);
  assert.deepEqual([head.get('cache-control'), head.get('referrer-policy')], ['no-store', 'no-referrer']);
  await t.call('POST', `/api/bookings/${id}/cancellation`, {});
  assert.deepEqual(await open(path).then((one) => [one.status, one.to]), [410, null]);
});

test('B7: a host without such a calendar meets at their own address; an address that stays says where', async () => {
  const { id, path } = await book('teams', '13:00');
  await t.workOff();
  assert.equal((await open(path)).status, 200, 'neither a Microsoft calendar nor an address');
  const given = await t.call('POST', `/api/bookings/${id}/reassignment`, {
    hostId: priya.id,
    reason: 'Ill',
    outsideHours: true,
  });
  assert.equal(given.status, 200, JSON.stringify(given.body));
  assert.equal(new URL(given.body.location.value).pathname, path);
  assert.equal((await open(path)).to, PRIYAS);
});

test('B7: a meeting that takes place elsewhere by now has no room any more', async () => {
  const { id, path } = await book('meet', '10:00');
  const location = { kind: 'phone', value: '+33 1 44 55 66 77' };
  assert.equal((await t.call('PATCH', `/api/bookings/${id}`, { location })).status, 200);
  assert.deepEqual(await open(path).then((one) => [one.status, one.to]), [410, null]);
});

test('B7: the link’s warnings name who has no calendar that opens the room', async () => {
  const warned = async (room: 'meet' | 'teams') =>
    (await t.call('GET', `/api/links/${links[room].id}`)).body.warnings.find(
      ({ code }: { code: string }) => code === 'room-unconnected',
    )?.memberIds;
  assert.deepEqual([await warned('meet'), await warned('teams')], [undefined, [t.anna.id]]);
});

test('B7: an address that no service should give is led to by nobody', async () => {
  const { id, path } = await book('meet', '14:00');
  await t.workOff();
  for (const told of [
    'javascript:alert(1)',
    'http://meet.example/a',
    'https://me:you@meet.example/',
    '//x',
  ]) {
    const set = { join_url: told };
    await t.platform.db.transact((tx) =>
      tx.updateTable('calendar_writes').set(set).where('booking_id', '=', id).execute(),
    );
    assert.deepEqual(await open(path).then((one) => [one.status, one.to]), [200, null], told);
  }
});

test('ABUSE 16: altered and unknown tokens get one neutral page, and after twenty no more answers', async () => {
  const { path } = await book('meet', '15:00');
  const manage = path.replace('/meet/', '/bookings/');
  assert.equal((await open(manage)).status, 404, 'it opens no booking');
  const { body } = await t.book(links.meet, '2026-12-01T12:00:00Z', visitors.chloe);
  const room = new URL(body.manageUrl).pathname.replace('/bookings/', '/meet/');
  assert.match(room, /^\/meet\//);
  assert.equal((await open(room)).status, 404, 'a token for something else opens no room');
  const other = path[6] === 'A' ? 'B' : 'A';
  const altered = `/meet/${other}${path.slice(7)}`;
  const { status, text } = await open(altered);
  assert.equal(status, 404);
  assert.ok(!text.includes('Anna'));
  let tries = 0;
  while ((await open(altered)).status === 404) assert.ok(++tries < 25);
  assert.equal((await open(altered)).status, 429);
  assert.equal((await open(path)).status, 200, 'whoever has the right one is not in its way');
});
