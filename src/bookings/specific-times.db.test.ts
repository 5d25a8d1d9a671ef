import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type SharedLink } from '../../demo/open-termika.ts';
import { tokenMailedTo } from './happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const ines = await t.hire('ines');

const time = (day: string, hour: number, minutes = 60) => {
  const at = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
  const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');
  return { start: iso(at), end: iso(at + minutes * 60_000) };
};
const offer = (settings: object) => t.share({ kind: 'specific-times', hours: undefined, ...settings });
const change = (link: SharedLink, to: object) => t.call('PATCH', `/api/links/${link.id}`, to);
const why = async (link: SharedLink, start: string) =>
  (await t.call('GET', `/api/links/${link.id}/explanation?start=${start}`)).body;
const counts = (answers: { status: number }[]) =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([of, all]) => [of, all.length]));

test('L3: up to its end an offer stands, from that very moment on nothing of it, and a later end brings it back', async () => {
  const day = '2026-12-01';
  const times = [time(day, 9), time(day, 18)];
  const link = await offer({ times, singleUse: false, expiresAt: '2026-11-30T12:00:00Z' });
  t.clock.set('2026-11-30T11:59:59.999Z');
  assert.deepEqual(
    await t.starts(link, day),
    times.map(({ start }) => start),
  );
  t.clock.set('2026-11-30T12:00:00.000Z');
  assert.deepEqual(await t.starts(link, day), []);
  assert.equal((await t.call('GET', link.path)).status, 200, 'its address answers');
  const refused = await t.book(link, times[0]!.start);
  assert.deepEqual([refused.status, refused.body.reason, refused.body.alternatives], [409, 'ended', []]);
  const said = await why(link, times[0]!.start);
  assert.deepEqual([said.offered, said.reasons], [false, [{ code: 'ended', detail: 'link' }]]);
  const renamed = await change(link, { title: 'Still to be edited' });
  assert.equal(renamed.status, 200, 'an end that was kept may pass');
  const again = await change(link, { expiresAt: '2026-11-30T11:00:00Z' });
  assert.deepEqual([again.status, again.body.errors[0].path], [422, 'expiresAt']);
  assert.equal((await change(link, { expiresAt: '2026-12-01T12:00:00Z' })).status, 200);
  assert.equal((await t.book(link, times[0]!.start)).status, 201);
  t.clock.set('2026-11-23T08:00:00Z');
});

test('L3, F4: what was held before the end is confirmed after it; what lapsed is not held again', async () => {
  const day = '2026-12-02';
  const times = [time(day, 9), time(day, 11)];
  const rest = { verification: 'everyone', holdMinutes: 60, singleUse: false };
  const link = await offer({ times, expiresAt: '2026-12-01T12:00:00Z', ...rest });
  t.clock.set('2026-12-01T11:30:00Z');
  const held = async (start: string, email: string) => {
    assert.equal((await t.book(link, start, { name: 'Ewa Lis', email })).body.status, 'unverified');
    return `/api/public/bookings/${await tokenMailedTo(t, email)}`;
  };
  const [first, second] = [
    await held(times[0]!.start, 'ewa@late.example'),
    await held(times[1]!.start, 'ola@late.example'),
  ];
  t.clock.set('2026-12-01T12:10:00Z');
  assert.equal((await t.call('POST', `${first}/verification`)).status, 200);
  t.clock.set('2026-12-01T12:40:00Z');
  const fresh = await t.call('POST', `${second}/verification-mail`);
  assert.equal(fresh.status, 409, JSON.stringify(fresh.body));
  t.clock.set('2026-11-23T08:00:00Z');
});

test('L3, E8: a visitor moves among the offered times, each with its own length, until the offer ends', async () => {
  const day = '2026-12-03';
  const times = [time(day, 9), time(day, 11, 25), time(day, 20)];
  const link = await offer({ times, expiresAt: '2026-12-01T12:00:00Z', cutOffMinutes: 0 });
  const { body } = await t.book(link, times[0]!.start);
  const manage = `/api/public${new URL(body.manageUrl).pathname}`;
  const moved = await t.call('POST', `${manage}/reschedule`, { start: times[1]!.start });
  assert.deepEqual([moved.status, moved.body], [200, times[1]]);
  t.clock.set('2026-12-01T12:00:00Z');
  const late = await t.call('POST', `${manage}/reschedule`, { start: times[2]!.start });
  assert.deepEqual([late.status, late.body.alternatives], [409, []]);
  t.clock.set('2026-11-23T08:00:00Z');
});

test('L3: a time disappears however it is taken, through any link, by hand or in a calendar, and comes back', async () => {
  const day = '2026-12-04';
  const times = [6, 9, 11, 13].map((hour) => time(day, hour));
  const link = await offer({ times, singleUse: false });
  const other = await t.share({ hours: undefined });
  const left = async () => (await t.starts(link, day)).map((start) => Number(start.slice(11, 13)));
  const booked = await t.book(other, times[1]!.start);
  assert.deepEqual(await left(), [6, 11, 13]);
  const event = await t.call('POST', `/api/members/${t.anna.id}/events`, { title: 'Dentist', ...times[2] });
  assert.deepEqual(await left(), [6, 13]);
  const byHand = await t.call('POST', '/api/bookings', {
    start: times[3]!.start,
    durationMinutes: 30,
    hostId: t.anna.id,
    visitor: { name: 'Ewa Lis', email: 'ewa@hand.example' },
  });
  assert.equal(byHand.status, 201, JSON.stringify(byHand.body));
  assert.deepEqual(await left(), [6]);
  await t.call('POST', `/api/bookings/${booked.body.id}/cancellation`, {});
  await t.call('DELETE', `/api/bookings/${byHand.body.id}`);
  await t.call('DELETE', `/api/members/${t.anna.id}/events/${event.body.id}`);
  assert.deepEqual(await left(), [6, 9, 11, 13]);
});

test('L3: deleting the one booking of a single-use link opens it again; reopening it after another came is refused', async () => {
  const day = '2026-12-07';
  const times = [time(day, 9), time(day, 11)];
  const link = await offer({ times });
  const first = await t.book(link, times[0]!.start);
  assert.deepEqual(await t.starts(link, day), []);
  const said = await why(link, times[1]!.start);
  assert.deepEqual(said.reasons, [{ code: 'used', detail: 'link' }]);
  await t.call('POST', `/api/bookings/${first.body.id}/cancellation`, {});
  assert.equal((await t.book(link, times[1]!.start)).status, 201);
  const reopened = await t.call('POST', `/api/bookings/${first.body.id}/reopening`);
  assert.deepEqual([reopened.status, reopened.body.reason], [409, 'used']);
  const { items } = (await t.call('GET', `/api/bookings?linkId=${link.id}&status=scheduled`)).body;
  await t.call('DELETE', `/api/bookings/${items[0].id}`);
  assert.deepEqual(await t.starts(link, day), [times[0]!.start, times[1]!.start]);
  assert.equal((await t.call('POST', `/api/bookings/${first.body.id}/reopening`)).status, 200);
});

test('L3: with several hosts all must be free, several lengths stand in one link, and the meeting is in every calendar', async () => {
  const day = '2026-12-08';
  const times = [time(day, 7, 15), time(day, 9, 90), time(day, 19, 45)];
  const link = await offer({ hostIds: [t.anna.id, ines.id], times, singleUse: false });
  await t.call('POST', `/api/members/${ines.id}/events`, { title: 'Out', ...time(day, 8, 75) });
  assert.deepEqual(await t.starts(link, day), [times[0]!.start, times[2]!.start]);
  const { status, body } = await t.book(link, times[2]!.start);
  assert.deepEqual([status, body.end], [201, times[2]!.end]);
  const { hostIds } = (await t.call('GET', `/api/bookings/${body.id}`)).body;
  assert.deepEqual(hostIds, [t.anna.id, ines.id]);
  assert.equal((await t.book(link, times[1]!.start)).body.reason, 'busy');
  await change(link, { offerAnyway: true });
  assert.equal((await t.book(link, times[1]!.start)).status, 201);
});

test('L3: of many at once for one time, or for all times of a single-use link, one wins; the others get 409', async () => {
  for (const [day, singleUse] of [
    ['2026-12-09', true],
    ['2026-12-10', false],
  ] as const) {
    const times = [time(day, 9), time(day, 11)];
    const link = await offer({ times, singleUse });
    const rush = Array.from({ length: 12 }, (_, one) =>
      t.book(link, times[singleUse ? one % 2 : 0]!.start, { name: 'V', email: `v${one}@rush.example` }),
    );
    assert.deepEqual(counts(await Promise.all(rush)), { 201: 1, 409: 11 });
  }
});

test('L3, E5: of links that share a time of one host the first commit wins, each link once', async () => {
  const day = '2026-12-11';
  const [shared, own] = [time(day, 9), time(day, 15)];
  const links = await Promise.all([1, 2, 3].map(() => offer({ times: [shared, own] })));
  const rush = Array.from({ length: 12 }, (_, one) =>
    t.book(links[one % 3]!, shared.start, { name: 'V', email: `s${one}@rush.example` }),
  );
  assert.deepEqual(counts(await Promise.all(rush)), { 201: 1, 409: 11 });
  const left = await Promise.all(links.map((link) => t.starts(link, day)));
  assert.deepEqual(left.flat(), [own.start, own.start], 'the two that lost still offer their other time');
});
