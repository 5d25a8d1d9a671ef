import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../demo/cast.ts';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type SharedLink } from '../../demo/open-termika.ts';
import { letTimeTell, NOTHING, watch } from './happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { chloe, marek } = visitors;

const reopen = (id: string, as = t.anna) => t.call('POST', `/api/bookings/${id}/reopening`, undefined, as);

async function cancelled(link: SharedLink, start: string): Promise<string> {
  const { body } = await t.book(link, start, chloe);
  assert.equal((await t.call('POST', `/api/bookings/${body.id}/cancellation`, {})).status, 200);
  return body.id;
}

test('E10: a cancelled meeting is brought back on its host, and both sides hear of it', async () => {
  const id = await cancelled(await t.share(), '2026-12-01T09:00:00Z');
  const news = await watch(t);
  const { status, body } = await reopen(id);
  assert.deepEqual([status, body.status, body.sequence], [200, 'scheduled', 2]);
  assert.deepEqual(await news(), {
    mails: ['host-reopened to anna@termika.example', 'reopened to chloe@girard-pains.example'],
    timeline: ['lead: booking reopened'],
    calendar: ['+ Anna 2026-12-01T09:00:00Z'],
  });
  assert.deepEqual([(await reopen(id)).status, (await reopen(id)).body.reason], [409, 'not-cancelled']);
});

test('E10: refused with the reason when its time is taken, its host away, or the time gone', async () => {
  const link = await t.share();
  const [taken, away, busy] = [
    await cancelled(link, '2026-12-02T09:00:00Z'),
    await cancelled(link, '2026-12-03T09:00:00Z'),
    await cancelled(link, '2026-12-04T09:00:00Z'),
  ];
  const long = await t.share({ durationsMinutes: [120] });
  assert.equal((await t.book(long, '2026-12-02T09:00:00Z', marek)).status, 201);
  await t.call('POST', `/api/members/${t.anna.id}/absences`, { from: '2026-12-03', to: '2026-12-03' });
  const event = { title: 'Kiln', start: '2026-12-04T09:15:00Z', end: '2026-12-04T09:20:00Z' };
  await t.call('POST', `/api/members/${t.anna.id}/events`, event);
  const news = await watch(t);
  for (const [id, reason] of [
    [taken, 'busy'],
    [away, 'no-host'],
    [busy, 'busy'],
  ] as const) {
    const { status, body } = await reopen(id);
    assert.deepEqual([status, body.reason], [409, reason]);
    assert.match(body.detail, /choose another time/);
    assert.equal((await t.call('GET', `/api/bookings/${id}`)).body.status, 'cancelled');
  }
  assert.deepEqual(await news(), NOTHING);
});

test('E10, B5: what has changed on the link since does not matter: hours, notice, hosts, the link itself', async () => {
  const link = await t.share({ kind: 'round-robin', hostIds: [t.bo.id, t.anna.id], rule: 'in-order' });
  const id = await cancelled(link, '2026-12-07T09:00:00Z');
  const changes = { hours: { weekly: [] }, minimumNoticeMinutes: 50_000, hostIds: [t.anna.id] };
  assert.equal((await t.call('PATCH', `/api/links/${link.id}`, changes)).status, 200);
  await t.call('DELETE', `/api/links/${link.id}`);
  const { status, body } = await reopen(id);
  assert.deepEqual([status, body.hostIds], [200, [t.bo.id]]);
});

test('E10: two reopen at once, or one reopens while another books: one of them has it', async () => {
  const link = await t.share();
  const id = await cancelled(link, '2026-12-08T09:00:00Z');
  const news = await watch(t);
  const twice = await Promise.all([reopen(id), reopen(id)]);
  assert.equal(twice.filter(({ status }) => status === 200).length, 1);
  assert.equal(twice.filter(({ status }) => status === 409).length, 1);
  assert.equal((await news()).mails.length, 2);
  const other = await cancelled(link, '2026-12-08T10:00:00Z');
  const [reopened, booked] = await Promise.all([reopen(other), t.book(link, '2026-12-08T10:00:00Z', marek)]);
  assert.ok((reopened.status === 200) !== (booked.status === 201), `${reopened.status} ${booked.status}`);
});

test('E10: called off before its address was proved, it comes back with the person a colleague vouches for', async () => {
  const link = await t.share({ verification: 'everyone' });
  const visitor = { name: 'Ewa', email: 'ewa@vouched.example' };
  const { body: held } = await t.book(link, '2026-12-09T09:00:00Z', visitor);
  await t.call('POST', `/api/bookings/${held.id}/cancellation`, {});
  const { body } = await reopen(held.id);
  assert.deepEqual([body.status, body.party.kind, body.party.name], ['scheduled', 'lead', 'Ewa']);
});

test('E12: how a meeting went is said once it has begun, may be corrected, and shows on the timeline', async () => {
  const later = await openTermika(await cleanSlate());
  const { body: made } = await later.book(await later.share(), '2026-11-23T10:00:00Z', chloe);
  const say = (outcome: string) => later.call('POST', `/api/bookings/${made.id}/outcome`, { outcome });
  assert.deepEqual([(await say('no-show')).status, (await say('no-show')).body.reason], [409, 'not-begun']);
  assert.equal((await say('fine')).status, 422);
  later.clock.set('2026-11-23T10:05:00Z');
  const news = await watch(later);
  const { status, body } = await say('no-show');
  assert.deepEqual([status, body.status], [200, 'no-show']);
  assert.deepEqual(await news(), { ...NOTHING, timeline: ['lead: booking no-show'] });
  assert.equal((await say('completed')).body.status, 'completed');
  await say('completed');
  assert.deepEqual(await news(), { ...NOTHING, timeline: ['lead: booking completed'] });
  await later.close();
});

test('E12: after its end a meeting is completed, by reading before the job and by the job for good', async () => {
  const later = await openTermika(await cleanSlate());
  const link = await later.share();
  const { body: one } = await later.book(link, '2026-11-23T10:00:00Z', chloe);
  const { body: two } = await later.book(link, '2026-11-23T10:30:00Z', marek);
  await later.call('POST', `/api/bookings/${two.id}/cancellation`, {});
  later.clock.set('2026-11-23T10:30:00Z');
  const listed = async (status: string) =>
    (await later.call('GET', `/api/bookings?status=${status}`)).body.items.map(
      ({ id }: { id: string }) => id,
    );
  const read = async () => (await later.call('GET', `/api/bookings/${one.id}`)).body;
  assert.equal((await read()).status, 'completed');
  assert.deepEqual([await listed('completed'), await listed('scheduled')], [[one.id], []]);
  const news = await watch(later);
  await letTimeTell(later);
  const { status, history } = await read();
  assert.deepEqual(
    [status, history.at(-1).kind, history.at(-1).by.kind],
    ['completed', 'completed', 'system'],
  );
  assert.deepEqual(await listed('cancelled'), [two.id]);
  assert.deepEqual(await news(), NOTHING);
  assert.equal(
    (await later.call('POST', `/api/bookings/${two.id}/outcome`, { outcome: 'no-show' })).body.reason,
    'not-held',
  );
  await later.close();
});
