import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../demo/cast.ts';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { chloe, marek } = visitors;

test('N2: a booking names its hosts, and says which of them has left', async () => {
  const link = await t.share({ hostIds: [t.bo.id] });
  const { body: made } = await t.book(link, '2026-12-01T10:00:00Z', chloe);
  const hostsOf = async () => (await t.call('GET', `/api/bookings/${made.id}`)).body.hosts;
  assert.deepEqual(await hostsOf(), [{ id: t.bo.id, name: t.bo.name, active: true }]);
  await t.call('PATCH', `/api/members/${t.bo.id}`, { active: false });
  assert.deepEqual(await hostsOf(), [{ id: t.bo.id, name: t.bo.name, active: false }]);
  const { body: list } = await t.call('GET', '/api/bookings?needsHost=true');
  assert.deepEqual(
    list.items.map(({ hosts }: { hosts: unknown }) => hosts),
    [await hostsOf()],
  );
  await t.call('PATCH', `/api/members/${t.bo.id}`, { active: true });
});

test('E14: one booking names its link, deleted or not; one written down by hand has none', async () => {
  const link = await t.share({ title: 'Oven tour' });
  const { body: made } = await t.book(link, '2026-12-02T09:00:00Z', chloe);
  const linkOf = async (id: string) => (await t.call('GET', `/api/bookings/${id}`)).body.link;
  assert.deepEqual(await linkOf(made.id), { id: link.id, title: 'Oven tour', deleted: false });
  await t.call('DELETE', `/api/links/${link.id}`);
  assert.deepEqual(await linkOf(made.id), { id: link.id, title: 'Oven tour', deleted: true });
  const wish = { start: '2026-12-02T13:00:00Z', durationMinutes: 30, visitor: marek, hostId: t.anna.id };
  const { name, email } = marek;
  const { body: byHand } = await t.call('POST', '/api/bookings', { ...wish, visitor: { name, email } });
  assert.equal(await linkOf(byHand.id), null);
  assert.equal(byHand.details, null);
  const told = await t.call('PATCH', `/api/bookings/${byHand.id}`, { details: 'Two ovens' });
  assert.equal(told.body.details, 'Two ovens');
});
