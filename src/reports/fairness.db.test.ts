import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../demo/open-termika.ts';
import type { FairnessReport } from './fairness-fields.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const ines = await t.hire('ines');
const tomasz = await t.hire('tomasz');
const ids = (...people: Person[]) => people.map(({ id }) => id);

const WEEK = 'from=2026-12-07&to=2026-12-13';
const ask = (query: string, as?: Person) => t.call('GET', `/api/reports/fairness?${query}`, undefined, as);
const report = async (query: string, as?: Person): Promise<FairnessReport> => {
  const { status, body } = await ask(query, as);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
};
const rowOf = ({ hosts }: FairnessReport, who: Person) => hosts.find(({ memberId }) => memberId === who.id);
const told = ({ hosts }: FairnessReport) =>
  hosts.map(({ name, meetings, by, fair, free, asked }) => [name, meetings, by.rule, fair, free, asked]);

const pair = await t.share({ kind: 'round-robin', title: 'Pair', hostIds: ids(t.anna, t.bo) });
const trio = await t.share({ kind: 'round-robin', title: 'Trio', hostIds: ids(t.anna, t.bo, ines) });
async function bookAt(link: typeof pair, start: string): Promise<{ id: string; hostIds: string[] }> {
  const { status, body } = await t.book(link, `2026-12-${start}:00Z`);
  assert.equal(status, 201, JSON.stringify(body));
  return (await t.call('GET', `/api/bookings/${body.id}`)).body;
}
const nothing = { rule: 0, alone: 0, owner: 0, 'by-hand': 0, kept: 0, 'handed-over': 0 };

test('the fair share is what each could expect when they were free: who was away expects nothing', async () => {
  await t.call('POST', `/api/members/${t.bo.id}/absences`, { from: '2026-12-07', to: '2026-12-08' });
  for (const day of ['07', '08', '09', '10']) await bookAt(pair, `${day}T09:00`);
  const found = await report(`${WEEK}&linkId=${pair.id}`);
  assert.deepEqual(told(found), [
    ['Anna Nowak', 2, 2, 3, 4, 4],
    ['Bo Lindqvist', 2, 2, 1, 2, 4],
  ]);
  assert.deepEqual([found.meetings, found.by], [4, { ...nothing, rule: 4 }]);
  assert.deepEqual(found.rules, [{ rule: 'fewest-booked', choices: 4 }]);
  assert.deepEqual(found.of, { kind: 'link', id: pair.id, name: 'Pair' });
  assert.deepEqual([found.timeZone, found.whole, found.truncated], ['Europe/Paris', true, false]);
  // Two choices between two: 2 standard deviations of √½.
  assert.deepEqual([rowOf(found, t.bo)!.chance, rowOf(found, t.bo)!.withinChance], [1.41, true]);
});

test('D3: cancelled and deleted meetings leave the report; links are asked for alone or all together', async () => {
  const { id } = await bookAt(pair, '11T09:00');
  const other = await bookAt(pair, '11T11:00');
  await bookAt(trio, '11T13:00');
  assert.equal((await report(`${WEEK}&linkId=${pair.id}`)).meetings, 6);
  await t.call('POST', `/api/bookings/${id}/cancellation`, {});
  await t.call('DELETE', `/api/bookings/${other.id}`);
  assert.equal((await report(`${WEEK}&linkId=${pair.id}`)).meetings, 4);
  const all = await report(WEEK);
  assert.deepEqual([all.meetings, all.of], [5, null]);
  const sum = all.hosts.reduce((so, host) => so + host.fair, 0);
  assert.ok(Math.abs(sum - 5) < 0.02, `${sum}`);
  assert.equal(rowOf(all, ines)!.asked, 1);
});

test('by hand, kept, handed over and where nobody else stands are counted apart', async () => {
  const wish = { start: '2026-12-16T09:00:00Z', durationMinutes: 30, title: 'Visit', hostId: ines.id };
  assert.equal((await t.call('POST', '/api/bookings', wish)).status, 201);
  const move = (id: string, body: object) => t.call('POST', `/api/bookings/${id}/reschedule`, body);
  const kept = await bookAt(trio, '16T13:00');
  await move(kept.id, { start: '2026-12-16T14:00:00Z' });
  const given = await bookAt(trio, '17T13:00');
  const to = [t.anna, t.bo, ines].find((one) => one.id !== given.hostIds[0])!;
  assert.equal((await move(given.id, { start: '2026-12-17T13:00:00Z', hostId: to.id })).status, 200);
  await bookAt(await t.share({ kind: 'group', hostIds: ids(t.anna, t.bo) }), '18T09:00');
  const found = await report('from=2026-12-16&to=2026-12-18');
  assert.deepEqual(found.by, { ...nothing, 'by-hand': 1, kept: 1, 'handed-over': 1, alone: 2 });
  assert.equal(found.meetings, 5);
  assert.ok(found.hosts.every(({ fair, withinChance }) => fair === 0 && withinChance));
  assert.equal(rowOf(found, ines)!.by['by-hand'], 1);
  assert.equal(rowOf(found, to)!.by['handed-over'], 1);
});

test('both dates are the workspace’s, and inclusive', async () => {
  const late = await t.share({
    kind: 'round-robin',
    hostIds: ids(t.anna, t.bo),
    hours: { weekly: [{ day: 1, start: '00:00', end: '24:00' }] },
  });
  // Monday 21 December from half past midnight in Paris is still Sunday in UTC.
  const { status } = await t.book(late, '2026-12-20T23:30:00Z');
  assert.equal(status, 201);
  await t.book(late, '2026-12-21T22:30:00Z');
  const on = async (from: string, to: string) =>
    (await report(`from=${from}&to=${to}&linkId=${late.id}`)).meetings;
  assert.deepEqual([await on('2026-12-21', '2026-12-21'), await on('2026-12-20', '2026-12-20')], [2, 0]);
  assert.equal(await on('2026-12-22', '2026-12-31'), 0);
});

test('who keeps links or rotations or sees all records looks at everybody; others at themselves and the totals', async () => {
  const all = await report(WEEK);
  const [own] = (await report(WEEK, ines)).hosts;
  const seen = await report(WEEK, ines);
  assert.deepEqual([seen.whole, seen.hosts.length, seen.meetings], [false, 1, all.meetings]);
  assert.deepEqual(own, rowOf(all, ines));
  assert.deepEqual((await report(WEEK, tomasz)).hosts, []);
  assert.equal((await report(`${WEEK}&linkId=${trio.id}`, ines)).whole, true, 'a host of that link');
  assert.equal((await report(`${WEEK}&linkId=${pair.id}`, ines)).whole, false);
  for (const permission of ['see-all-records', 'manage-links', 'manage-rotations']) {
    await t.call('PATCH', `/api/members/${tomasz.id}`, { permissions: [permission] });
    assert.equal((await report(WEEK, tomasz)).hosts.length, all.hosts.length, permission);
  }
});

test('what is malformed is 422 at its field; a link or rotation that is not there is 404', async () => {
  const wrong: [string, string][] = [
    ['from=2026-12-07', 'to'],
    ['from=2026-12-07&to=2026-02-30', 'to'],
    ['from=2026-12-07&to=2026-12-06', 'to'],
    [`${WEEK}&linkId=${pair.id}&rotationId=${pair.id}`, 'rotationId'],
  ];
  for (const [query, path] of wrong) {
    const { status, body } = await ask(query);
    assert.deepEqual([status, body.errors?.[0]?.path], [422, path], query);
  }
  for (const name of ['linkId', 'rotationId'])
    assert.equal((await ask(`${WEEK}&${name}=${t.anna.id}`)).status, 404);
});
