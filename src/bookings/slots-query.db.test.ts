import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../demo/cast.ts';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const link = await t.share({
  kind: 'round-robin',
  hostIds: [t.anna.id, t.bo.id],
  durationsMinutes: [30, 60],
});
const right = { from: '2026-12-01', to: '2026-12-31', timeZone: 'Europe/Paris' };

const wrong: [Record<string, string | undefined>, string][] = [
  [{ from: undefined }, 'from'],
  [{ to: undefined }, 'to'],
  [{ timeZone: undefined }, 'timeZone'],
  [{ from: '2026-02-30', to: '2026-03-01' }, 'from'],
  [{ to: '2026-13-01' }, 'to'],
  [{ from: '2026-12-1' }, 'from'],
  [{ from: '01/12/2026' }, 'from'],
  [{ from: '2026-12-01T00:00:00Z' }, 'from'],
  [{ from: '' }, 'from'],
  [{ from: '9999-12-01', to: '9999-12-02' }, 'from'],
  [{ from: '-000001-01-01' }, 'from'],
  [{ from: '2026-12-31', to: '2026-12-30' }, 'to'],
  [{ from: '2026-12-01', to: '2027-02-01' }, 'to'],
  [{ from: '2026-01-01', to: '2199-12-31' }, 'to'],
  [{ timeZone: '../../etc/passwd' }, 'timeZone'],
  [{ timeZone: 'GMT+25' }, 'timeZone'],
  [{ timeZone: '+05:00' }, 'timeZone'],
  [{ timeZone: 'x'.repeat(5000) }, 'timeZone'],
  [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  [{ timeZone: 'Europe/Paris\u0000' }, 'timeZone'],
  [{ timeZone: '' }, 'timeZone'],
  [{ duration: '45' }, 'duration'],
  [{ duration: '0' }, 'duration'],
  [{ duration: '-30' }, 'duration'],
  [{ duration: '30.5' }, 'duration'],
  [{ duration: '1e9' }, 'duration'],
  [{ duration: 'half' }, 'duration'],
  [{ duration: '' }, 'duration'],
];

for (const [change, path] of wrong) {
  test(`ABUSE 6, 8, 34: slots are refused for ${JSON.stringify(change).slice(0, 60)}`, async () => {
    const given = Object.entries({ ...right, ...change });
    const query = new URLSearchParams(
      given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    for (const address of [`${link.path}/slots`, `/api/links/${link.id}/slots`]) {
      const { status, body } = await t.call('GET', `${address}?${query}`);
      assert.deepEqual([status, body.errors?.[0]?.path], [422, path], JSON.stringify(body));
      assert.ok(body.errors[0].message.length > 8);
    }
  });
}

test('API: 62 days are the most at once', async () => {
  const days = await t.starts(link, '2026-12-01', '2027-01-31');
  assert.ok(days.length > 0);
});

const oddStarts: [string, number, string?][] = [
  ['2026-12-01T09:10:00Z', 422],
  ['2026-11-23T07:30:00Z', 422],
  ['2020-01-01T09:00:00Z', 422],
  ['2027-03-01T09:00:00Z', 422],
  ['9999-12-01T09:00:00Z', 422],
  ['2026-12-01T18:00:00Z', 422],
  ['2026-12-05T09:00:00Z', 422],
  ['2026-02-30T09:00:00Z', 422],
  ['2026-12-01T09:60:00Z', 422],
  ['2026-12-01T24:00:00Z', 422],
  ['2026-12-01T09:00:01Z', 422],
  ['2026-12-01T09:00:00+01:00', 422],
  ['2026-12-01T09:00', 422],
  ['tomorrow', 422],
  ['', 422],
];

for (const [start, expected] of oddStarts) {
  test(`ABUSE 6: a start ${start || 'that is empty'} is refused and nothing is written`, async () => {
    const { status, body } = await t.book(link, start);
    assert.deepEqual([status, body.errors[0].path], [expected, 'start'], JSON.stringify(body));
    assert.equal((await t.call('GET', '/api/bookings')).body.items.length, 0);
  });
}

test('ABUSE 7: what a stranger may not set has no effect: host, owner, status, a known person', async () => {
  const odd = { hostId: t.bo.id, hostIds: [t.bo.id], ownerId: t.bo.id, status: 'completed', verified: true };
  const more = {
    ...odd,
    leadId: t.bo.id,
    partyId: t.bo.id,
    linkId: t.bo.id,
    workspaceId: 'x',
    expiresAt: null,
  };
  const { status, body } = await t.book(link, '2026-12-01T09:00:00Z', visitors.marek, more);
  assert.equal(status, 201);
  const { body: made } = await t.call('GET', `/api/bookings/${body.id}`);
  assert.deepEqual([made.hostIds, made.status, made.linkId], [[t.anna.id], 'scheduled', link.id]);
  assert.equal(made.party.kind, 'lead');
  const other = await t.book(link, '2026-12-01T10:00:00Z', visitors.marek, { durationMinutes: 45 });
  assert.deepEqual([other.status, other.body.errors[0].path], [422, 'durationMinutes']);
});

test('API: an explanation needs a whole minute and a duration of the link', async () => {
  const ask = (query: string) => t.call('GET', `/api/links/${link.id}/explanation?${query}`);
  for (const query of ['', 'start=soon', 'start=2026-12-01T09:00:30Z', 'start=2026-02-30T09:00:00Z']) {
    const { status, body } = await ask(query);
    assert.deepEqual([status, body.errors[0].path], [422, 'start'], query);
  }
  for (const duration of ['45', '7', 'x']) {
    const { status, body } = await ask(`start=2026-12-01T09:00:00Z&duration=${duration}`);
    assert.deepEqual([status, body.errors[0].path], [422, 'duration'], duration);
  }
  assert.equal((await ask('start=2026-12-01T09:03:00Z')).body.offered, false);
});
