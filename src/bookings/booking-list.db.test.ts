import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const paris = 'Europe/Paris';
const link = await t.share({ title: 'Wizyta w Łodzi' });
const strict = await t.share({ title: 'Tasting', verification: 'everyone', hostIds: [bo.id] });

const made = async (name: string, email: string, start: string, of = link): Promise<string> =>
  (await t.book(of, start, { name, email, timeZone: paris })).body.id;
const zofia = await made('Żofia Łęcka 100%', 'zofia@lecka.example', '2026-12-01T09:00:00Z');
const odile = await made('Odile Févre', 'odile@fevre.example', '2026-12-02T09:00:00Z');
const noel = await made('Noël', 'noel@girard.example', '2026-12-03T09:00:00Z', strict);
await t.call('POST', `/api/bookings/${odile}/cancellation`, { reason: 'Ill' });

const list = async (query: string, as: Person = anna) => {
  const { status, body, statements } = await t.call('GET', `/api/bookings?${query}`, undefined, as);
  assert.equal(status, 200, JSON.stringify(body));
  return { ids: body.items.map(({ id }: { id: string }) => id), next: body.next, statements };
};

test('P10: words are found in title, name and address, case and accents aside, % and _ as letters', async () => {
  assert.deepEqual((await list('q=LODZI')).ids, [zofia, odile]);
  assert.deepEqual((await list('q=zofia%20lecka')).ids, [zofia]);
  assert.deepEqual((await list('q=FEVRE.example')).ids, [odile]);
  assert.deepEqual((await list('q=Noe%CC%88l')).ids, [noel]);
  assert.deepEqual((await list('q=%25')).ids, [zofia]);
  assert.deepEqual((await list('q=1%250')).ids, []);
  assert.deepEqual((await list('q=_')).ids, []);
});

test('a list takes several statuses, one’s own bookings, and the latest first', async () => {
  assert.deepEqual((await list('status=cancelled,unverified')).ids, [odile, noel]);
  assert.deepEqual((await list('hostId=me', bo)).ids, [noel]);
  assert.deepEqual((await list('sort=-start')).ids, [noel, odile, zofia]);
  const first = await list('sort=-start&limit=2');
  assert.deepEqual(first.ids, [noel, odile]);
  assert.deepEqual((await list(`sort=-start&limit=2&cursor=${first.next}`)).ids, [zofia]);
  for (const wrong of ['status=', 'status=scheduled,open', 'sort=end', 'hostId=you'])
    assert.equal((await t.call('GET', `/api/bookings?${wrong}`)).status, 422, wrong);
});

test('counts agree with the lists, each as its caller may see it, in one statement and one for who needs a host', async () => {
  const filters = [
    {},
    { status: 'scheduled' },
    { status: 'cancelled,unverified' },
    { hostId: 'me' },
    { needsHost: 'true' },
    { q: 'lodz' },
    { from: '2026-12-02T00:00:00Z', to: '2026-12-03T00:00:00Z' },
  ];
  for (const as of [anna, bo]) {
    const { status, body, statements } = await t.call('POST', '/api/bookings/counts', { filters }, as);
    assert.equal(status, 200);
    assert.equal(statements, 3);
    const expected = await Promise.all(
      filters.map(
        async (filter) => (await list(new URLSearchParams(filter as never).toString(), as)).ids.length,
      ),
    );
    assert.deepEqual(body.counts, expected);
  }
  const many = Array.from({ length: 21 }, () => ({}));
  assert.equal((await t.call('POST', '/api/bookings/counts', { filters: many })).status, 422);
  assert.equal(
    (await t.call('POST', '/api/bookings/counts', { filters: [{ rotationId: 'x' }] })).status,
    422,
  );
  assert.equal((await t.call('POST', '/api/bookings/counts', { filters: [{ oops: 1 }] })).status, 422);
});

test('a page costs four statements however long it is', async () => {
  const before = (await list('limit=1')).statements;
  assert.equal((await list('limit=200')).statements, before);
  assert.ok(before <= 4, `${before} statements`);
});
