import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person, type SharedLink } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const ines = await t.hire('ines');
const tomasz = await t.hire('tomasz');
const ids = (...people: Person[]) => people.map(({ id }) => id);

/** A link from nine to twelve with meetings of an hour; times are those of Paris. */
const hourly = (more: object) =>
  t.share({
    durationsMinutes: [60],
    hours: { weekly: [1, 2, 3, 4, 5].map((day) => ({ day, start: '09:00', end: '12:00' })) },
    ...more,
  });
const timesOf = async (link: SharedLink, date: string) =>
  (await t.starts(link, date)).map((start) => Number(start.slice(11, 13)) + 1);
const at = (date: string, hour: number) => `${date}T${String(hour - 1).padStart(2, '0')}:00:00Z`;
const busy = (who: Person, date: string, from: number, to = from + 1) =>
  t.call('POST', `/api/members/${who.id}/events`, {
    title: 'Busy',
    start: at(date, from),
    end: at(date, to),
  });
const hostsOf = async (id: string) => (await t.call('GET', `/api/bookings/${id}`)).body.hostIds;
const eventsOn = async (who: Person, date: string): Promise<{ bookingId?: string }[]> => {
  const query = `from=${date}T00:00:00Z&to=${date}T23:00:00Z`;
  return (await t.call('GET', `/api/members/${who.id}/events?${query}`, undefined, who)).body.items;
};

test('B2: a group is offered only when all are free, and lands in everybody’s calendar', async () => {
  const date = '2026-12-01';
  const link = await hourly({ kind: 'group', hostIds: ids(t.bo, ines) });
  assert.deepEqual(await timesOf(link, date), [9, 10, 11]);
  await busy(t.bo, date, 9);
  await busy(ines, date, 11);
  assert.deepEqual(await timesOf(link, date), [10]);
  const { body } = await t.book(link, at(date, 10));
  assert.deepEqual(await hostsOf(body.id), ids(t.bo, ines));
  for (const host of [t.bo, ines]) {
    assert.ok((await eventsOn(host, date)).some(({ bookingId }) => bookingId === body.id));
  }
  assert.deepEqual(await timesOf(link, date), []);
});

test('B2: the creator of a group link is told once of a booking, though no host of it', async () => {
  const mails = async () => {
    const worker = t.work();
    await worker.drain();
    await worker.stop();
    return (await t.call('GET', `/api/mail?to=${t.anna.email}`)).body.items.length;
  };
  const link = await hourly({ kind: 'group', hostIds: ids(t.bo, ines) });
  const before = await mails();
  assert.equal((await t.book(link, at('2026-12-11', 9))).status, 201);
  assert.equal(await mails(), before + 1);
});

test('B3: a round robin is offered while at least one is free, and lands in that one’s calendar only', async () => {
  const date = '2026-12-02';
  const link = await hourly({ kind: 'round-robin', hostIds: ids(t.bo, ines) });
  await busy(t.bo, date, 9, 11);
  await busy(ines, date, 10);
  assert.deepEqual(await timesOf(link, date), [9, 11]);
  const { body } = await t.book(link, at(date, 9));
  assert.deepEqual(await hostsOf(body.id), [ines.id]);
  assert.ok((await eventsOn(ines, date)).some(({ bookingId }) => bookingId === body.id));
  assert.ok((await eventsOn(t.bo, date)).every(({ bookingId }) => bookingId === undefined));
  assert.deepEqual(await timesOf(link, date), [11]);
});

test('E4: a round robin of two takes two meetings at one time, never three', async () => {
  const date = '2026-12-03';
  const link = await hourly({ kind: 'round-robin', hostIds: ids(t.bo, ines) });
  const raced = await Promise.all([1, 2, 3, 4].map(() => t.book(link, at(date, 9))));
  const made = raced.filter(({ status }) => status === 201);
  assert.equal(made.length, 2);
  const hosts = await Promise.all(made.map(({ body }) => hostsOf(body.id)));
  assert.deepEqual(new Set(hosts.flat()), new Set(ids(t.bo, ines)));
  assert.ok(raced.every(({ status }) => status === 201 || status === 409));
});

test('B1: a panel is offered when every chair can be filled by somebody else', async () => {
  const date = '2026-12-04';
  // One of Anna and Bo, and one of Bo and Ines.
  const chairs = [{ candidateIds: ids(t.anna, t.bo) }, { candidateIds: ids(t.bo, ines) }];
  const link = await hourly({ kind: 'panel', chairs });
  await busy(t.anna, date, 9);
  await busy(ines, date, 9, 11);
  // At nine Bo alone would have to sit on both chairs; at ten Anna and Bo can.
  assert.deepEqual(await timesOf(link, date), [10, 11]);
  const refused = await t.book(link, at(date, 9));
  assert.deepEqual([refused.status, refused.body.reason], [409, 'busy']);
  const { body } = await t.book(link, at(date, 10));
  assert.deepEqual(await hostsOf(body.id), ids(t.anna, t.bo));
  assert.deepEqual(await timesOf(link, date), [11]);
});

test('E5: links of every kind share a host’s time; the first commit wins', async () => {
  const date = '2026-12-07';
  const own = await hourly({ hostIds: ids(t.bo) });
  const group = await hourly({ kind: 'group', hostIds: ids(t.bo, ines) });
  assert.equal((await t.book(own, at(date, 10))).status, 201);
  assert.deepEqual(await timesOf(group, date), [9, 11]);
  const lost = await t.book(group, at(date, 10));
  assert.equal(lost.status, 409);
  assert.deepEqual(lost.body.alternatives.slice(0, 2), [at(date, 9), at(date, 11)]);
  assert.ok(
    (await eventsOn(ines, date)).every(({ bookingId }) => bookingId === undefined),
    'nothing half',
  );
});

test('L3: specific times are exactly those, outside hours too; busy time blocks unless offered anyway', async () => {
  const date = '2026-12-08';
  const times = [7, 9, 20].map((hour) => ({ start: at(date, hour), end: at(date, hour + 1) }));
  const given = { kind: 'specific-times', hostIds: ids(tomasz), times, singleUse: false };
  const link = await t.share({ ...given, hours: undefined });
  assert.deepEqual(await timesOf(link, date), [7, 9, 20]);
  await busy(tomasz, date, 9);
  assert.deepEqual(await timesOf(link, date), [7, 20]);
  const anyway = await t.share({ ...given, hours: undefined, offerAnyway: true });
  assert.deepEqual(await timesOf(anyway, date), [7, 9, 20]);
  assert.equal((await t.book(link, at(date, 20))).status, 201);
  assert.deepEqual(await timesOf(anyway, date), [7, 9], 'a booking blocks whatever is offered');
  const other = await t.book(link, at(date, 8));
  assert.deepEqual([other.status, other.body.errors[0].path], [422, 'start']);
});

test('L3: one booking closes a single-use link with a page that still answers; cancelling it opens the rest', async () => {
  const date = '2026-12-09';
  const times = [7, 8].map((hour) => ({ start: at(date, hour), end: at(date, hour + 1) }));
  const link = await t.share({ kind: 'specific-times', hostIds: ids(tomasz), times, hours: undefined });
  const { body } = await t.book(link, at(date, 7));
  assert.equal((await t.call('GET', link.path)).status, 200);
  assert.deepEqual(await timesOf(link, date), []);
  const late = await t.book(link, at(date, 8));
  assert.deepEqual([late.status, late.body.reason, late.body.alternatives], [409, 'used', []]);
  await t.call('POST', `/api/bookings/${body.id}/cancellation`, {});
  assert.deepEqual(await timesOf(link, date), [7, 8]);
  const raced = await Promise.all([7, 8].map((hour) => t.book(link, at(date, hour))));
  assert.deepEqual(new Set(raced.map(({ status }) => status)), new Set([201, 409]));
});

test('B4: losing a seat or being deactivated closes the host, says why, and never breaks the page', async () => {
  const date = '2026-12-10';
  const robin = await hourly({ kind: 'round-robin', hostIds: ids(ines, tomasz) });
  const group = await hourly({ kind: 'group', hostIds: ids(ines, tomasz) });
  const change = (who: Person, to: object) => t.call('PATCH', `/api/members/${who.id}`, to);
  const whyNot = async (link: SharedLink) => {
    const { body } = await t.call('GET', `/api/links/${link.id}/explanation?start=${at(date, 9)}`);
    return body.hosts.map(({ reasons }: { reasons: object[] }) => reasons);
  };
  await change(ines, { seat: false });
  assert.equal((await t.call('GET', group.path)).status, 200);
  assert.deepEqual(await timesOf(group, date), []);
  assert.deepEqual(await timesOf(robin, date), [9, 10, 11]);
  assert.deepEqual(await whyNot(robin), [[{ code: 'no-seat', detail: 'host' }], []]);
  const { body } = await t.book(robin, at(date, 9));
  assert.deepEqual(await hostsOf(body.id), [tomasz.id]);
  await change(tomasz, { active: false });
  assert.deepEqual(await timesOf(robin, date), []);
  assert.equal((await t.book(robin, at(date, 10))).body.reason, 'no-host');
  assert.equal((await t.call('GET', robin.path)).status, 200);
  await change(tomasz, { active: true });
  await change(ines, { seat: true });
  assert.deepEqual(await timesOf(robin, date), [9, 10, 11]);
});
