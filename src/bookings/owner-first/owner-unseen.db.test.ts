import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika } from '../../../demo/open-termika.ts';
import { busyAt, contactCalled, roundRobin } from './owner-first.test-support.ts';
import { rankTest } from '#bookings/rank-test.test-support.ts';
import { assertUnseen, bookAsEverybody, SORTS, type Seen, type Sort } from '#bookings/unseen.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const hosts = [t.bo, t.anna];
/** So rare by chance that a difference it is. The long form stands in soak/. */
const LEAST = 1e-5;

for (const policy of ['everyone', 'never'] as const) {
  test(`ABUSE 15, C5: with ${policy}, nothing tells unknown, known and owned addresses apart`, async () => {
    assertUnseen(await bookAsEverybody(t, hosts, { policy, each: 16, together: 6 }), LEAST);
  });
}

test('ABUSE 15: the same is told of a time that nobody has', async () => {
  const link = await roundRobin(t, hosts);
  for (const host of hosts) await busyAt(t, host, '2026-12-09T08:00:00Z');
  const owned = await contactCalled(t, 'Owned Refused', { ownerId: t.bo.id });
  const stranger = { name: 'Else Refused', email: 'else.refused@customer.example' };
  const [one, other] = [owned, stranger].map((visitor) => t.book(link, '2026-12-09T08:00:00Z', visitor));
  assert.deepEqual([(await one!).status, (await one!).body], [409, (await other!).body]);
});

test('the test itself tells: a key, a byte, or time that goes with who it is, and it fails', () => {
  const told = { status: 201, keys: '{id:string}', headers: '', bytes: 200 };
  const seen = Array.from({ length: 48 }, (_, at): Seen => ({
    ...told,
    sort: SORTS[at % 3]!,
    ms: (at * 37) % 41,
  }));
  assertUnseen(seen, LEAST);
  const changes: [Sort, Partial<Seen>, RegExp][] = [
    ['owned', { ms: 60 }, /owned differ/],
    ['unknown', { ms: -1 }, /unknown .*differ/],
    ['known', { bytes: 201 }, /bytes tell/],
    ['owned', { keys: '{id:string,hosts:object}' }, /keys tell/],
    ['known', { status: 200 }, /status tell/],
    ['unknown', { headers: 'x: y' }, /headers tell/],
  ];
  for (const [sort, change, complaint] of changes) {
    const changed = seen.map((one) => (one.sort === sort ? { ...one, ...change } : one));
    assert.throws(() => assertUnseen(changed, LEAST), complaint);
  }
});

test('the rank test knows figures of one lot from figures of two', () => {
  const lot = (from: number, by: number) =>
    Array.from({ length: 40 }, (_, at) => from + ((at * 37) % 41) * by);
  assert.ok(rankTest(lot(0, 1), lot(0.5, 1)) > 0.5);
  assert.ok(rankTest(lot(0, 1), lot(20, 1)) < 1e-4);
  assert.equal(rankTest([1, 1, 1], [1, 1, 1]), 1);
  assert.ok(Math.abs(rankTest([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]) - 0.009) < 0.001, 'as tables have it');
});
