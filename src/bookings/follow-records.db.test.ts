import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

test('P4, P11: the meetings of a lead are those of the contact it became', async () => {
  const link = await t.share({ title: 'Visit', slug: 'visit' });
  const visitor = { name: 'Zośka Młyn', email: 'zosia@mlyn.example', timeZone: 'Europe/Paris' };
  await t.book(link, '2026-12-01T10:00:00Z', visitor);
  const { body: leads } = await t.call('GET', '/api/leads?q=zosia');
  const [lead] = leads.items;
  const converted = await t.call('POST', `/api/leads/${lead.id}/conversion`, {});
  assert.equal(converted.status, 201, JSON.stringify(converted.body));
  const { id } = converted.body.contact;
  const { body: bookings } = await t.call('GET', '/api/bookings');
  const parties = bookings.items.map(({ party }: { party: unknown }) => party);
  assert.deepEqual(parties, [{ kind: 'contact', id, name: 'Zośka Młyn' }]);
  const { body: history } = await t.call('GET', `/api/contacts/${id}/timeline`);
  const kinds = history.items.map((item: { kind: string }) => item.kind);
  assert.ok(kinds.includes('booking'), kinds.join());

  await t.book(link, '2026-12-02T10:00:00Z', visitor);
  const { body: again } = await t.call('GET', '/api/leads?q=zosia');
  assert.equal(again.items.length, 1, 'no new lead');
});
