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

test('P11: a known person’s meeting stands on their timeline, their company’s and the deal’s it was booked for', async () => {
  const made = async (path: string, body: object) => {
    const answer = await t.call('POST', path, body);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body.id as string;
  };
  const company = await made('/api/companies', { name: 'Garonne' });
  const emails = [{ address: 'helene@garonne.example', primary: true }];
  const contact = await made('/api/contacts', { name: 'Hélène', companyIds: [company], emails });
  const deal = await made('/api/deals', { title: 'Two ovens', companyId: company, contactIds: [contact] });
  const link = await t.share({ title: 'Tasting', slug: 'tasting' });
  const visitor = { name: 'Hélène', email: 'HELENE@garonne.example', timeZone: 'Europe/Paris' };
  const booked = await t.book(link, '2026-12-03T10:00:00Z', visitor);
  const linked = await t.call('PATCH', `/api/bookings/${booked.body.id}`, {
    record: { kind: 'deal', id: deal },
  });
  assert.equal(linked.status, 200, JSON.stringify(linked.body));
  assert.deepEqual(linked.body.party, { kind: 'contact', id: contact, name: 'Hélène' });
  for (const path of [`contacts/${contact}`, `companies/${company}`, `deals/${deal}`]) {
    const { body } = await t.call('GET', `/api/${path}/timeline`);
    const told = body.items.filter(({ kind }: { kind: string }) => kind === 'booking');
    assert.ok(told.length > 0, path);
  }
  const { body: leads } = await t.call('GET', '/api/leads?q=helene');
  assert.deepEqual(leads.items, [], 'known, so nobody’s lead');
});
