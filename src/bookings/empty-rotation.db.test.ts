import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { SharedLink } from '../../demo/open-termika.ts';
import { rotatingTermika } from '#rotations/office.test-support.ts';
import { contactCalled, tokenFor } from '#bookings/owner-first/owner-first.test-support.ts';
import { verify } from './verify.ts';

const t = await rotatingTermika();
after(() => t.close());
const owen = await contactCalled(t, 'Owen Price', { ownerId: t.bo.id });
const DAY = new URLSearchParams({ from: '2026-12-01', to: '2026-12-04', timeZone: 'Europe/Paris' });

async function shows(link: SharedLink, c: string): Promise<void> {
  const asked = [
    `${link.path}/slots?${DAY}`,
    `${link.path}/slots?${DAY}&c=${c}`,
    `/api/links/${link.id}/slots?${DAY}`,
  ];
  for (const path of asked) {
    const { status, body } = await t.call('GET', path);
    assert.deepEqual([status, body.days], [200, []], path);
  }
  const explained = await t.call('GET', `/api/links/${link.id}/explanation?start=2026-12-01T09:00:00Z`);
  assert.deepEqual([explained.status, explained.body.offered], [200, false]);
  assert.equal((await t.call('GET', `/termika/${link.slug}`)).status, 200);
  assert.equal((await t.call('GET', `/termika/${link.slug}?c=${c}`)).status, 200);
  const { status, body } = await t.book(link, '2026-12-01T09:00:00Z');
  assert.deepEqual([status, body.reason, body.alternatives], [409, 'no-host', []]);
}

test('R9: a rotation that was emptied has no times, for colleagues and on the pages that go by it, and nothing breaks', async () => {
  const { id } = await t.rotate([]);
  const times = await t.call('GET', `/api/rotations/${id}/slots?${DAY}&duration=30`);
  assert.deepEqual([times.status, times.body.days], [200, []]);
  const wish = {
    start: '2026-12-01T09:00:00Z',
    durationMinutes: 30,
    record: { kind: 'contact', id: owen.id },
  };
  assert.equal((await t.call('POST', `/api/rotations/${id}/bookings`, wish)).status, 409);
  const chairs = [{ rotationId: id }, { rotationId: id }];
  for (const kind of [
    { kind: 'round-robin', rotationId: id, hostIds: undefined, ownerFirst: 'strict' },
    { kind: 'round-robin', rotationId: id, hostIds: undefined, rule: 'fewest-that-day' },
    { kind: 'panel', chairs, hostIds: undefined, ownerFirst: 'ladder' },
  ]) {
    const link = await t.share(kind);
    await shows(link, await tokenFor(t, link, owen));
  }
});

test('R9, N2: meetings outlive the rotation they came through: they are cancelled, given on and reopened', async () => {
  const rotation = await t.rotate([t.anna]);
  const rotating = { kind: 'round-robin', rotationId: rotation.id, hostIds: undefined };
  const link = await t.share(rotating);
  const waiting = await t.share({ ...rotating, verification: 'everyone' });
  const { body: made } = await t.book(link, '2026-12-02T09:00:00Z');
  const { body: held } = await t.book(waiting, '2026-12-02T11:00:00Z', {
    name: 'Sam',
    email: 'sam@mail.example',
  });
  await t.change(rotation.id, { members: [] });
  const token = new URL(made.manageUrl).pathname.split('/').at(-1);
  const slots = await t.call('GET', `/api/public/bookings/${token}/slots?${DAY}`);
  assert.deepEqual([slots.status, slots.body.days], [200, []]);
  const start = '2026-12-03T09:00:00Z';
  assert.equal((await t.call('POST', `/api/public/bookings/${token}/reschedule`, { start })).status, 409);
  const act = async (what: string, body: object = {}) =>
    (await t.call('POST', `/api/bookings/${made.id}/${what}`, body)).status;
  assert.equal(await act('reschedule', { start }), 409);
  assert.equal(await act('reassignment', { reason: 'Nobody is left' }), 409);
  assert.ok('refused' in (await verify(t.platform, t.workspaceId, held.id)));
  assert.equal(await act('cancellation'), 200);
  assert.equal(await act('reopening'), 200);
  assert.equal(await act('reassignment', { reason: 'Nobody is left', hostId: t.ines.id }), 200);
});
