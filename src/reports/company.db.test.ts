import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

async function made(path: string, body: object): Promise<string> {
  const answer = await house.ask(house.anna, 'POST', path, body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id as string;
}

const summary = (id: string, who: Colleague = house.anna) =>
  house.ask(who, 'GET', `/api/companies/${id}/summary`);

test('P2: a company without anything has a summary of nothing', async () => {
  const id = await made('/api/companies', { name: 'Vide' });
  const { status, body, statements } = await summary(id);
  assert.deepEqual([status, body.owner, body.nextMeeting, body.people], [200, null, null, []]);
  assert.deepEqual(new Set(Object.values(body.counts)), new Set([0]));
  assert.ok(statements <= 3, String(statements));
});

test('P2: the summary counts what the tabs hold; P9: as far as the caller may see it', async () => {
  const eve = await house.hire('Eve');
  const id = await made('/api/companies', { name: 'Garonne' });
  await made(`/api/companies/${id}/addresses`, { city: 'Toulouse' });
  await made(`/api/companies/${id}/addresses`, { city: 'Blagnac', preferred: true });
  const emails = [{ address: 'yanis@garonne.example' }, { address: 'helene@garonne.example', primary: true }];
  await made('/api/contacts', { name: 'Hélène', jobTitle: 'Gérante', companyIds: [id], emails });
  await made('/api/contacts', { name: 'À Anna', companyIds: [id], ownerId: house.anna.id });
  await made('/api/contacts', { name: 'Somebody else' });
  await made('/api/leads', { name: 'Yanis', companyId: id, ownerId: house.anna.id });
  const { body } = await summary(id);
  assert.deepEqual(body.counts, { addresses: 2, contacts: 2, leads: 1, deals: 0, openTasks: 0, notes: 0 });
  assert.deepEqual([body.preferredCity, typeof body.lastActivityAt], ['Blagnac', 'string']);
  assert.deepEqual(
    body.people.map(({ name, jobTitle, email }: Record<string, unknown>) => [name, jobTitle, email]),
    [
      ['Hélène', 'Gérante', 'helene@garonne.example'],
      ['À Anna', null, null],
    ],
  );
  const seen = (await summary(id, eve)).body;
  assert.deepEqual([seen.counts.contacts, seen.counts.leads, seen.people.length], [1, 0, 1]);
  assert.equal((await summary(id, house.stranger)).status, 404);
  const closed = await made('/api/companies', { name: 'Fermée', ownerId: house.anna.id });
  assert.equal((await summary(closed)).body.owner.name, 'Anna');
  assert.equal((await summary(closed, eve)).status, 404);
});

test('P2: the page of a company takes three requests and eight statements in all', async () => {
  const id = await made('/api/companies', { name: 'Page' });
  const paths = ['', '/summary', '/timeline'].map((rest) => `/api/companies/${id}${rest}`);
  let statements = 0;
  for (const path of paths) statements += (await house.ask(house.anna, 'GET', path)).statements;
  assert.ok(statements <= 8, String(statements));
});
