import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';
import { createLeadFromVisitor } from './create-lead.ts';
import type { Visitor } from './person.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

function arrives(change: Partial<Visitor> & { email: string }) {
  const visitor = { workspaceId: house.anna.workspaceId, name: 'Chloé', source: 'Product demo', ...change };
  return house.platform.db.transact((tx) => createLeadFromVisitor(tx, house.clock, visitor));
}

const leadsWith = async (email: string) =>
  (await house.ask(house.anna, 'GET', `/api/leads?q=${encodeURIComponent(email)}`)).body.items;

test('F4: a visitor nobody knows becomes a lead, with source, phone, Skype id and details as a note', async () => {
  const details = 'Two <b>rooms</b>\nand & a lift';
  const person = await arrives({ email: ' Chloe@One.example ', phone: ' +33 4 00 ', skype: '', details });
  assert.equal(person.created, true);
  const { body: lead } = await house.ask(house.anna, 'GET', `/api/leads/${person.id}`);
  assert.deepEqual(lead.emails, [{ address: 'Chloe@One.example', primary: true }]);
  assert.deepEqual(
    [lead.name, lead.phone, lead.skype, lead.source, lead.status, lead.ownerId],
    ['Chloé', '+33 4 00', null, 'Product demo', 'new', null],
  );
  const { body } = await house.ask(house.bo, 'GET', `/api/leads/${person.id}/timeline`);
  assert.deepEqual(
    body.items.map((item: { kind: string; by: object; data: object }) => [item.kind, item.by, item.data]),
    [
      ['note', { kind: 'visitor' }, { html: 'Two &#60;b&#62;rooms&#60;/b&#62;<br>and &#38; a lift' }],
      ['created', { kind: 'visitor' }, { source: 'Product demo' }],
    ],
  );
});

test('F4: who is known by then stays who they are, and nothing is written', async () => {
  const first = await arrives({ email: 'known@two.example', name: 'Known' });
  const again = await arrives({ email: 'KNOWN@two.example', name: 'Typed otherwise', details: 'x' });
  assert.deepEqual(again, { ...first, created: false });
  const { body } = await house.ask(house.bo, 'GET', `/api/leads/${first.id}/timeline`);
  assert.equal(body.items.length, 1);
});

test('F4: twenty confirmations of one new address at the same moment make one lead', async () => {
  await openConnections();
  const people = await Promise.all(
    Array.from({ length: 20 }, () => arrives({ email: 'race@three.example' })),
  );
  assert.equal(people.filter((person) => person.created).length, 1);
  assert.equal(new Set(people.map((person) => person.id)).size, 1);
  assert.equal((await leadsWith('race@three.example')).length, 1);
});

/** A pool opens connections slowly; until they are open the acts would come one after the other. */
async function openConnections(): Promise<void> {
  if (house.platform.db.kind === 'sqlite') return;
  await Promise.all(Array.from({ length: 12 }, () => house.platform.db.transact(() => pause(100))));
}

test('F4: an act that fails after making a lead leaves none', async () => {
  const visitor = {
    workspaceId: house.anna.workspaceId,
    name: 'Chloé',
    email: 'undone@four.example',
    source: 'Demo',
  };
  const act = house.platform.db.transact(async (tx) => {
    await createLeadFromVisitor(tx, house.clock, visitor);
    throw new Error('the booking failed');
  });
  await assert.rejects(act, /the booking failed/);
  assert.deepEqual(await leadsWith('undone@four.example'), []);
});
