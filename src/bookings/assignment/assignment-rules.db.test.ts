import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type Person, type SharedLink } from '../../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const ines = await t.hire('ines');
const three = [t.anna, t.bo, ines];
const ids = (...people: Person[]) => people.map(({ id }) => id);
const nameOf = new Map(three.map(({ id, name }) => [id, name.split(' ')[0]!]));

const robin = (more: object = {}, hosts = three) =>
  t.share({ kind: 'round-robin', hostIds: ids(...hosts), ...more });

/** A meeting at that hour of Paris, and a word about it: who holds it. */
async function bookAt(link: SharedLink, date: string, hour: number): Promise<{ id: string; host: string }> {
  // Two meetings are never made in one moment, as nobody would know which was first.
  t.clock.advance(1);
  const { status, body } = await t.book(link, `${date}T${String(hour - 1).padStart(2, '0')}:00:00Z`);
  assert.equal(status, 201, JSON.stringify(body));
  return { id: body.id, host: (await hostsOf(body.id)).join(' and ') };
}
const assignmentOf = async (id: string) => (await t.call('GET', `/api/bookings/${id}`)).body.assignment;
const hostsOf = async (id: string): Promise<string[]> =>
  (await assignmentOf(id)).chosen.map((host: string) => nameOf.get(host));
async function hostsAt(link: SharedLink, date: string, ...hours: number[]): Promise<string[]> {
  const hosts: string[] = [];
  for (const hour of hours) hosts.push((await bookAt(link, date, hour)).host);
  return hosts;
}
const busy = (who: Person, date: string, hour: number) => {
  const start = `${date}T${String(hour - 1).padStart(2, '0')}:00:00Z`;
  const end = `${date}T${String(hour).padStart(2, '0')}:00:00Z`;
  return t.call('POST', `/api/members/${who.id}/events`, { title: 'Busy', start, end });
};

test('D0: a link that names no rule goes by fewest booked, its turn by turn ending where it began', async () => {
  const link = await robin();
  const hosts = await hostsAt(link, '2026-12-01', 9, 10, 11, 12, 13);
  assert.deepEqual(hosts, ['Anna', 'Bo', 'Ines', 'Anna', 'Bo']);
});

test('D1: fewest-booked counts this link’s meetings of any day, not those of other links', async () => {
  const link = await robin();
  const other = await t.share({ hostIds: ids(ines) });
  for (const hour of [9, 10, 11]) await bookAt(other, '2026-12-02', hour);
  assert.deepEqual(await hostsAt(link, '2026-12-02', 14, 15), ['Anna', 'Bo']);
  assert.deepEqual(await hostsAt(link, '2026-12-03', 14), ['Ines']);
});

test('D1: fewest-that-day counts all meetings of the host on the day, through any link, and only that day’s', async () => {
  const link = await robin({ rule: 'fewest-that-day' });
  const annas = await t.share({ hostIds: ids(t.anna) });
  const bos = await t.share({ hostIds: ids(t.bo) });
  await hostsAt(annas, '2026-12-04', 9, 10);
  await hostsAt(bos, '2026-12-04', 9);
  assert.deepEqual(await hostsAt(link, '2026-12-04', 14, 15, 16), ['Ines', 'Bo', 'Ines']);
  assert.deepEqual(await hostsAt(annas, '2026-12-07', 9), ['Anna'], 'Monday is another day');
  assert.deepEqual(await hostsAt(link, '2026-12-07', 14), ['Bo']);
});

test('D1: the day of fewest-that-day is the link’s, across midnight', async () => {
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, start: '00:00', end: '24:00' }));
  const annas = await t.share({ hostIds: ids(t.anna), hours: { weekly } });
  // 23:30 UTC on the 8th is the 9th in Paris.
  await t.book(annas, '2026-12-08T23:30:00Z');
  const rule = { rule: 'fewest-that-day', hours: { weekly } };
  const inParis = await robin(rule, [t.anna, t.bo]);
  assert.equal((await bookAt(inParis, '2026-12-08', 20)).host, 'Anna');
  assert.equal((await bookAt(inParis, '2026-12-09', 20)).host, 'Bo');
});

test('D2: the fewest is busy → the next', async () => {
  const hour = 10;
  for (const [rule, date] of [
    ['fewest-that-day', '2026-12-29'],
    ['fewest-booked', '2026-12-10'],
  ] as const) {
    const link = await robin({ rule });
    const [first, second] = await hostsAt(link, date, hour, hour + 1);
    const fewest = three.find(({ name }) => !name.startsWith(first!) && !name.startsWith(second!))!;
    await busy(fewest, date, hour + 2);
    const next = await bookAt(link, date, hour + 2);
    assert.equal(next.host, first, 'of those who are free');
    const { candidates, sentence } = await assignmentOf(next.id);
    const passed = candidates.find(({ memberId }: { memberId: string }) => memberId === fewest.id);
    assert.deepEqual([passed.free, passed.reasons[0].code], [false, 'busy']);
    assert.match(sentence, new RegExp(`not free: ${fewest.name}$`));
  }
});

test('D2: a host lost to a race is passed over in the same transaction; nobody free is 409, never one too many', async () => {
  const link = await robin();
  const raced = await Promise.all(Array.from({ length: 9 }, () => t.book(link, '2026-12-11T09:00:00Z')));
  const made = raced.filter(({ status }) => status === 201);
  assert.deepEqual([made.length, raced.filter(({ status }) => status === 409).length], [3, 6]);
  const hosts = await Promise.all(made.map(({ body }) => hostsOf(body.id)));
  assert.deepEqual(new Set(hosts.flat()), new Set(['Anna', 'Bo', 'Ines']));
});

test('D3: cancelled, deleted, expired and unverified meetings do not count', async () => {
  const date = '2026-12-14';
  const link = await robin({}, [t.anna, t.bo]);
  const cancelled = await bookAt(link, date, 9);
  assert.equal(cancelled.host, 'Anna');
  await t.call('POST', `/api/bookings/${cancelled.id}/cancellation`, {});
  const deleted = await bookAt(link, date, 9);
  assert.equal(deleted.host, 'Anna', 'as though the first had never been');
  assert.equal((await t.call('DELETE', `/api/bookings/${deleted.id}`)).status, 204);
  await t.call('PATCH', `/api/links/${link.id}`, { verification: 'everyone' });
  const held = await t.book(link, `${date}T09:00:00Z`);
  assert.equal(held.body.status, 'unverified');
  await t.call('PATCH', `/api/links/${link.id}`, { verification: 'never' });
  const next = await bookAt(link, date, 13);
  assert.equal(next.host, 'Anna', 'a hold does not count');
  const { candidates } = await assignmentOf(next.id);
  assert.deepEqual(
    candidates.map(({ count }: { count: number }) => count),
    [0, 0],
  );
});

test('D3: a meeting that took place, or that nobody came to, still counts', async () => {
  const link = await robin({}, [t.anna, t.bo]);
  const begun = t.clock.now();
  const first = await bookAt(link, '2026-12-15', 9);
  const second = await bookAt(link, '2026-12-15', 10);
  assert.deepEqual([first.host, second.host], ['Anna', 'Bo']);
  t.clock.set('2026-12-16T12:00:00Z');
  await t.call('POST', `/api/bookings/${first.id}/outcome`, { outcome: 'no-show' });
  const worker = t.work();
  await worker.drain();
  await worker.stop();
  const third = await bookAt(link, '2026-12-17', 9);
  const { candidates } = await assignmentOf(third.id);
  assert.deepEqual(
    candidates.map(({ count }: { count: number }) => count),
    [1, 1],
  );
  t.clock.set(new Date(begun + 3_600_000).toISOString());
});

test('D4: ties go to the least recently scheduled, then to the first in the list', async () => {
  const date = '2026-12-18';
  const link = await robin({}, [t.bo, t.anna]);
  assert.deepEqual(await hostsAt(link, date, 9, 10), ['Bo', 'Anna'], 'nobody yet: the list');
  await busy(t.bo, date, 11);
  assert.deepEqual(await hostsAt(link, date, 11, 12), ['Anna', 'Bo']);
  assert.deepEqual(await hostsAt(link, date, 13), ['Anna'], 'two each, and hers were longer ago');
});

test('D1: in-order takes the first of the list who is free', async () => {
  const date = '2026-12-21';
  const link = await robin({ rule: 'in-order' }, [ines, t.bo]);
  await busy(ines, date, 11);
  assert.deepEqual(await hostsAt(link, date, 9, 10, 11, 12), ['Ines', 'Ines', 'Bo', 'Ines']);
});

test('D1: weights give each their share of the meetings', async () => {
  const date = '2026-12-22';
  const link = await robin({ weights: { [t.bo.id]: 3 } }, [t.anna, t.bo]);
  const hosts = await hostsAt(link, date, 9, 10, 11, 12, 13, 14, 15, 16);
  const shares = ['Anna', 'Bo'].map((name) => hosts.filter((host) => host === name).length);
  assert.deepEqual(shares, [2, 6]);
});

test('D1: each chair of a panel may have a rule of its own', async () => {
  const date = '2026-12-23';
  const chairs = [
    { candidateIds: ids(t.anna, t.bo), rule: 'in-order' },
    { candidateIds: ids(t.bo, ines), rule: 'fewest-booked' },
  ];
  const link = await t.share({ kind: 'panel', chairs });
  const hosts = await hostsAt(link, date, 9, 10, 11);
  assert.deepEqual(hosts, ['Anna and Bo', 'Anna and Ines', 'Anna and Bo']);
});

test('R7: who joins a link begins level with everybody, and last times stay for ties', async () => {
  const date = '2026-12-28';
  const link = await robin({}, [t.anna, t.bo]);
  await hostsAt(link, date, 9, 10, 11);
  t.clock.advance(1);
  await t.call('PATCH', `/api/links/${link.id}`, { hostIds: ids(...three) });
  // All at nought: Ines never had one, then Bo (10:00) before Anna (11:00).
  assert.deepEqual(await hostsAt(link, date, 12, 13, 14, 15), ['Ines', 'Bo', 'Anna', 'Ines']);
});
