import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type SharedLink } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const pair = { kind: 'round-robin', hostIds: [t.anna.id, t.bo.id] };
const token = (url: string) => url.split('/').at(-1);

/** Books the first free time of the date and gives its id. */
async function bookOn(link: SharedLink, date: string): Promise<{ id: string; manageUrl: string }> {
  const [first] = await t.starts(link, date);
  const { status, body } = await t.book(link, first!);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}
const countOn = async (link: SharedLink, date: string) => (await t.starts(link, date)).length;

test('A8: a cap per host and day closes the host, not the link', async () => {
  const link = await t.share({ ...pair, caps: { perHostPerDay: 1 } });
  const date = '2026-12-01';
  await bookOn(link, date);
  assert.ok((await countOn(link, date)) > 0, 'the other host is still there');
  const second = await bookOn(link, date);
  assert.equal(await countOn(link, date), 0);
  assert.ok((await countOn(link, '2026-12-02')) > 0);
  const third = await t.book(link, `${date}T14:00:00Z`);
  assert.deepEqual([third.status, third.body.reason], [409, 'cap']);
  assert.equal(third.body.alternatives.length, 3);
  await t.call('POST', `/api/public/bookings/${token(second.manageUrl)}/cancellation`, {});
  assert.ok((await countOn(link, date)) > 0, 'a cancelled one does not count');
});

test('A8: a cap per day counts the link’s bookings on dates of the link’s zone', async () => {
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, start: '00:00', end: '24:00' }));
  const link = await t.share({ caps: { perDay: 1 }, hours: { weekly }, timeZone: 'Pacific/Auckland' });
  assert.equal((await t.book(link, '2026-12-08T12:00:00Z')).status, 201);
  // In Auckland (UTC+13) that is the 9th, from 11:00 UTC on the 8th.
  const starts = await t.starts(link, '2026-12-08', '2026-12-09');
  assert.equal(
    starts.findLast((start) => start < '2026-12-08T12:00:00Z'),
    '2026-12-08T10:30:00Z',
  );
  assert.equal(
    starts.find((start) => start > '2026-12-08T12:00:00Z'),
    '2026-12-09T11:00:00Z',
  );
});

test('A8: a cap per week counts from Monday to Sunday', async () => {
  const link = await t.share({ ...pair, caps: { perWeek: 2 } });
  await bookOn(link, '2026-12-14');
  await bookOn(link, '2026-12-18');
  const starts = await t.starts(link, '2026-12-07', '2026-12-31');
  assert.ok(starts.every((start) => start < '2026-12-14' || start >= '2026-12-21'));
  assert.ok(starts.includes('2026-12-11T08:00:00Z') && starts.includes('2026-12-21T08:00:00Z'));
});

test('A8: bookings of another link of the same host count for that link only', async () => {
  const date = '2026-12-02';
  const link = await t.share({ caps: { perDay: 1, perHostPerDay: 1 } });
  await bookOn(await t.share(), date);
  assert.ok((await countOn(link, date)) > 0);
});

test('A8: an unverified booking counts while it holds, or many strangers would burst the cap', async () => {
  const date = '2026-12-03';
  const link = await t.share({ caps: { perDay: 1 }, verification: 'everyone' });
  await bookOn(link, date);
  assert.equal(await countOn(link, date), 0);
  t.clock.advance(30);
  assert.ok((await countOn(link, date)) > 0);
});

test('A8: of many at once no more come through than the cap allows', async () => {
  const link = await t.share({ ...pair, caps: { perDay: 3 } });
  const starts = await t.starts(link, '2026-12-10');
  const raced = await Promise.all(starts.slice(0, 10).map((start) => t.book(link, start)));
  const made = raced.filter(({ status }) => status === 201).length;
  assert.deepEqual([made, raced.filter(({ status }) => status === 409).length], [3, 7]);
});

test('A8: a group meeting is one booking of its link and one of each host', async () => {
  const date = '2026-12-16';
  const link = await t.share({ ...pair, kind: 'group', caps: { perDay: 2, perHostPerDay: 2 } });
  await bookOn(link, date);
  assert.ok((await countOn(link, date)) > 0);
  await bookOn(link, date);
  assert.equal(await countOn(link, date), 0);
});
