import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../demo/open-termika.ts';
import type { FairnessReport } from './fairness-fields.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const ines = await t.hire('ines');
const ids = (...people: Person[]) => people.map(({ id }) => id);

const made = async (path: string, body: unknown) => {
  t.clock.advance(1);
  const answer = await t.call('POST', path, body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body;
};
const report = async (of: string): Promise<FairnessReport> => {
  const { status, body } = await t.call('GET', `/api/reports/fairness?from=2026-12-07&to=2026-12-13&${of}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
};
const same = async ({ id }: { id: string }) => (await t.call('GET', `/api/bookings/${id}/replay`)).body.same;

test('R4, R5, R10: a rotation’s meetings, from records and through its link: proposals are fair shares, overrides apart', async () => {
  const members = ids(t.anna, t.bo, ines).map((id) => ({ kind: 'member', id }));
  const rotation = await made('/api/rotations', { name: 'Industrial demos', members });
  const contact = await made('/api/contacts', {
    name: 'Owen Price',
    emails: [{ address: 'owen@price.example' }],
  });
  const book = async (start: string, more: object = {}) => {
    const record = { kind: 'contact', id: contact.id };
    const wish = { start: `2026-12-${start}:00Z`, durationMinutes: 30, record, ...more };
    return made(`/api/rotations/${rotation.id}/bookings`, wish);
  };
  // Bo’s calendar is full then; the proposal comes before the time, so he could expect it all the same.
  const busy = { title: 'Away', start: '2026-12-07T08:00:00Z', end: '2026-12-07T12:00:00Z' };
  await made(`/api/members/${t.bo.id}/events`, busy);
  const first = await book('07T09:00', { memberId: t.anna.id });
  assert.equal(
    first.assignment.sentence,
    'Anna Nowak is next in Industrial demos: 0, Bo Lindqvist 0, Ines Caron 0',
  );
  const override = await book('07T10:00', { memberId: ines.id, overrideReason: 'calendar full' });
  assert.equal(
    override.assignment.sentence,
    'Anna Nowak chose Ines Caron instead of Bo Lindqvist: calendar full',
  );
  const link = await t.share({ kind: 'round-robin', rotationId: rotation.id, hostIds: undefined });
  const { body: through } = await t.book(link, '2026-12-08T09:00:00Z');
  const whole = (await t.call('GET', `/api/bookings/${through.id}`)).body;
  assert.match(
    whole.assignment.sentence,
    /^Bo Lindqvist is next in Industrial demos: 0, Anna Nowak 1, Ines Caron 1/,
  );
  for (const one of [first, override, through]) assert.equal(await same(one), true);
  const found = await report(`rotationId=${rotation.id}`);
  assert.deepEqual(found.of, { kind: 'rotation', id: rotation.id, name: 'Industrial demos' });
  assert.deepEqual([found.meetings, found.by.rule, found.by['by-hand']], [3, 2, 1]);
  for (const host of found.hosts)
    assert.deepEqual([host.fair, host.free, host.asked], [0.67, 2, 2], host.name);
  assert.equal((await report(`linkId=${link.id}`)).meetings, 1);
});

test('C5: what the owner rule gave is counted as the owner’s, and the sentence says whose owner', async () => {
  const emails = [{ address: 'camille@garonne.example' }];
  await made('/api/contacts', { name: 'Camille Aubert', emails, ownerId: t.bo.id });
  const link = await t.share({ kind: 'round-robin', hostIds: ids(t.anna, t.bo), ownerFirst: 'strict' });
  const camille = { name: 'Camille Aubert', email: 'camille@garonne.example' };
  const { status, body } = await t.book(link, '2026-12-09T09:00:00Z', camille);
  assert.equal(status, 201, JSON.stringify(body));
  const { assignment } = (await t.call('GET', `/api/bookings/${body.id}`)).body;
  assert.deepEqual(
    [assignment.ownerBranch, assignment.sentence],
    ['unproven-owner', 'Bo Lindqvist is Camille Aubert’s owner'],
  );
  await t.book(link, '2026-12-09T10:00:00Z', { name: 'Piet Maes', email: 'piet@oostkaai.example' });
  const found = await report(`linkId=${link.id}`);
  assert.deepEqual([found.by.owner, found.by.rule, found.rules], [1, 1, [{ rule: 'random', choices: 1 }]]);
  assert.equal(await same(body), true);
});

test('R8, R10: the shares of a link go by its rotation’s weights, without whom it has switched off', async () => {
  const members = ids(t.anna, t.bo, ines).map((id) => ({ kind: 'member', id }));
  const weights = { [t.anna.id]: 3 };
  const rotation = await made('/api/rotations', { name: 'Weighed', members, weights });
  const link = await t.share({ kind: 'round-robin', rotationId: rotation.id, hostIds: undefined });
  const off = `/api/rotations/${rotation.id}/members/${ines.id}/availability`;
  assert.equal((await t.call('PUT', off, { available: false })).status, 200);
  for (const hour of ['09', '10', '11', '12']) await t.book(link, `2026-12-10T${hour}:00:00Z`);
  const span = 'from=2026-12-07T00:00:00Z&to=2026-12-14T00:00:00Z';
  const { body } = await t.call('GET', `/api/links/${link.id}/shares?${span}`);
  assert.deepEqual(
    body.hosts.map((one: { name: string; count: number; fair: number }) => [one.name, one.count, one.fair]),
    [
      ['Anna Nowak', 3, 3],
      ['Bo Lindqvist', 1, 1],
      ['Ines Caron', 0, 0],
    ],
  );
});
