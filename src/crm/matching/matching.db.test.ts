import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../../demo/staff.ts';
import { countingStatements } from '#platform/db/statements.ts';
import { touchRecord } from '#crm/timeline/store-touch.ts';
import { matchPerson } from './store.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

type Kind = 'contact' | 'lead';

async function known(kind: Kind, name: string, ...addresses: string[]): Promise<string> {
  house.clock.advance(1);
  const emails = addresses.map((address) => ({ address }));
  const { status, body } = await house.ask(house.anna, 'POST', `/api/${kind}s`, { name, emails });
  assert.equal(status, 201);
  return body.id;
}

const match = (email: string, who: Colleague = house.anna) =>
  matchPerson(house.platform.db.read, who.workspaceId, email);
const nameOf = async (email: string) => (await match(email))?.name;

test('F2: any address of a contact or a lead matches, trimmed and case-folded, in one statement', async () => {
  const id = await known('lead', 'Chloé', 'first@one.example', 'Chloe.Second@One.example');
  const [person, statements] = await countingStatements(async (count) => [
    await match('  CHLOE.second@one.EXAMPLE '),
    count.statements,
  ]);
  assert.deepEqual(person, { kind: 'lead', id, name: 'Chloé', ownerId: null });
  assert.equal(statements, 1);
});

test('F2: nobody matches an address that is only alike', async () => {
  await known('contact', 'Exact', 'exact_one@two.example');
  for (const email of [
    'exactXone@two.example',
    'exact_one@two.example.org',
    '%',
    'exact',
    '',
    'éxact_one@two.example',
  ]) {
    assert.equal(await match(email), null, email);
  }
});

test('F2: a contact comes before a lead, however recent the lead', async () => {
  await known('contact', 'Contact', 'both@three.example');
  await known('lead', 'Later lead', 'both@three.example');
  assert.equal(await nameOf('both@three.example'), 'Contact');
});

test('F2: of several the one with the most recent activity', async () => {
  const first = await known('lead', 'First', 'many@four.example');
  const second = await known('lead', 'Second', 'many@four.example');
  assert.equal(await nameOf('many@four.example'), 'Second');
  const touch = (id: string, at: string) =>
    house.platform.db.transact((tx) => touchRecord(tx, house.anna.workspaceId, { kind: 'lead', id }, at));
  await touch(first, '2027-01-01T00:00:00.000Z');
  assert.equal(await nameOf('many@four.example'), 'First');
  await touch(first, '2020-01-01T00:00:00.000Z');
  await touch(second, '2026-12-31T00:00:00.000Z');
  assert.equal(await nameOf('many@four.example'), 'First', 'older news never makes anybody less recent');
});

test('F2: a note is activity too', async () => {
  const first = await known('contact', 'Noted', 'note@five.example');
  await known('contact', 'Newer', 'note@five.example');
  house.clock.advance(1);
  await house.ask(house.anna, 'POST', `/api/contacts/${first}/notes`, { html: 'Called' });
  assert.equal(await nameOf('note@five.example'), 'Noted');
});

test('F2: the trash matches nobody; what is restored matches again; an address taken away matches no more', async () => {
  const id = await known('contact', 'Gone', 'gone@six.example', 'other@six.example');
  await known('lead', 'Lead', 'gone@six.example');
  await house.ask(house.anna, 'DELETE', `/api/contacts/${id}`);
  assert.equal(await nameOf('gone@six.example'), 'Lead');
  await house.ask(house.anna, 'POST', `/api/contacts/${id}/restoration`);
  assert.equal(await nameOf('gone@six.example'), 'Gone');
  const emails = [{ address: 'other@six.example' }];
  await house.ask(house.anna, 'PATCH', `/api/contacts/${id}`, { emails });
  assert.equal(await nameOf('gone@six.example'), 'Lead');
});

test('N6: another workspace knows other people', async () => {
  await known('lead', 'Ours', 'ours@seven.example');
  assert.equal(await match('ours@seven.example', house.stranger), null);
});
