import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

const asked = (query = 'from=2026-12-02&to=2026-12-02&timeZone=Europe/Warsaw&duration=45') =>
  `/slots?${query}`;
const startsOf = (body: { days: { slots: { start: string }[] }[] }) =>
  body.days.flatMap(({ slots }) => slots.map(({ start }) => start));

test('R9: a host’s free times for a meeting by hand: no notice, no horizon, what is taken and its buffers left out', async () => {
  const link = await t.share({ hostIds: [t.bo.id], bufferAfterMinutes: 30, durationsMinutes: [30] });
  const [first = ''] = await t.starts(link, '2026-12-02');
  assert.equal((await t.book(link, first)).status, 201);
  const { status, body } = await t.call('GET', `/api/members/${t.bo.id}${asked()}`);
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual([body.durationMinutes, body.timeZone], [45, 'Europe/Warsaw']);
  const starts = startsOf(body);
  const from = Date.parse(first);
  assert.ok(starts.length > 0);
  assert.ok(starts.every((start) => Math.abs(Date.parse(start) - from) >= 45 * 60_000));
  for (const start of starts.slice(0, 2)) {
    const wish = { start, durationMinutes: 45, hostId: t.bo.id, visitor: null };
    if (start === starts[0]) assert.equal((await t.call('POST', '/api/bookings', wish)).status, 201);
    else assert.equal((await t.call('POST', '/api/bookings', wish)).status, 409);
  }
});

test('R1, R9: one’s own times anybody sees, a colleague’s only who books for others', async () => {
  assert.equal((await t.call('GET', `/api/members/${t.bo.id}${asked()}`, undefined, t.bo)).status, 200);
  assert.equal((await t.call('GET', `/api/members/${t.anna.id}${asked()}`, undefined, t.bo)).status, 403);
  assert.equal((await t.call('GET', `/api/members/${t.bo.id}${asked()}`, undefined, null)).status, 401);
  const stranger = '0198c0de-0000-7000-8000-000000000000';
  assert.equal((await t.call('GET', `/api/members/${stranger}${asked()}`)).status, 404);
});

test('dates and lengths that cannot be are refused by name', async () => {
  for (const [query, path] of [
    ['from=2026-12-02&to=2026-12-01&timeZone=Europe/Warsaw', 'to'],
    ['from=2026-12-02&to=2027-12-01&timeZone=Europe/Warsaw', 'to'],
    ['from=2026-12-02&to=2026-12-02&timeZone=Mars', 'timeZone'],
    ['from=2026-12-02&to=2026-12-02&timeZone=Europe/Warsaw&duration=7', 'duration'],
  ] as const) {
    const { status, body } = await t.call('GET', `/api/members/${t.bo.id}${asked(query)}`);
    assert.deepEqual([status, body.errors?.[0].path], [422, path]);
  }
});
