import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const KINDS = ['leads', 'contacts'] as const;

async function owned(kind: string, ownerId: string | null): Promise<string> {
  const { status, body } = await house.ask(house.anna, 'POST', `/api/${kind}`, { name: 'Chloé', ownerId });
  assert.equal(status, 201);
  return body.id;
}

/** What each way of asking for a record answers. */
async function answersFor(who: Colleague | null, record: string): Promise<Record<string, number>> {
  const asks: [string, string, unknown?][] = [
    ['GET', ''],
    ['PATCH', '', { jobTitle: 'Buyer' }],
    ['GET', '/timeline'],
    ['GET', '/notes'],
    ['POST', '/notes', { html: 'Seen' }],
    ['DELETE', ''],
    ['POST', '/restoration'],
  ];
  const answers: Record<string, number> = {};
  for (const [method, rest, body] of asks) {
    answers[method + rest] = (await house.ask(who, method, record + rest, body)).status;
  }
  return answers;
}

const all = (status: number) => ({
  GET: status,
  PATCH: status,
  'GET/timeline': status,
  'GET/notes': status,
  'POST/notes': status,
  DELETE: status,
  'POST/restoration': status,
});
const everything = { ...all(200), 'POST/notes': 201, DELETE: 204 };
const lookOnly = { ...everything, PATCH: 403, DELETE: 403, 'POST/restoration': 403 };

for (const kind of KINDS) {
  test(`P9: ${kind} of one’s own and without owner are edited; another’s are not there`, async () => {
    const eve = await house.hire(`Eve-${kind}`);
    const record = async (ownerId: string | null) => `/api/${kind}/${await owned(kind, ownerId)}`;
    assert.deepEqual(await answersFor(house.bo, await record(house.bo.id)), everything);
    assert.deepEqual(await answersFor(house.bo, await record(null)), everything);
    assert.deepEqual(await answersFor(house.bo, await record(eve.id)), all(404));
    assert.deepEqual(await answersFor(house.anna, await record(eve.id)), everything);
    assert.deepEqual(await answersFor(house.stranger, await record(null)), all(404));
    assert.deepEqual(await answersFor(null, await record(null)), all(401));
  });

  test(`P9: see-all-records shows another’s ${kind}, and lets nobody edit them`, async () => {
    const seer = await house.hire(`Seer-${kind}`, { permissions: ['see-all-records'] });
    const record = `/api/${kind}/${await owned(kind, house.bo.id)}`;
    assert.deepEqual(await answersFor(seer, record), lookOnly);
  });

  test(`P9: a list of ${kind} holds what the caller may see and nothing else`, async () => {
    const yves = await house.hire(`Yves-${kind}`);
    const ids = [await owned(kind, yves.id), await owned(kind, null), await owned(kind, house.bo.id)];
    const listed = async (who: Colleague) => {
      const { body } = await house.ask(who, 'GET', `/api/${kind}?limit=200`);
      return ids.map((id) => body.items.some((item: { id: string }) => item.id === id));
    };
    assert.deepEqual(await listed(yves), [true, true, false]);
    assert.deepEqual(await listed(house.anna), [true, true, true]);
    assert.deepEqual(await listed(house.stranger), [false, false, false]);
  });

  test(`P9: the owner of ${kind} is a member of this workspace, and can hand a record over`, async () => {
    const id = await owned(kind, house.bo.id);
    for (const ownerId of [house.stranger.id, '01a1ffa6-0000-7000-8000-000000000000', 'x', { $ne: 1 }]) {
      const made = await house.ask(house.bo, 'POST', `/api/${kind}`, { name: 'Chloé', ownerId });
      assert.deepEqual([made.status, made.body.errors[0].path], [422, 'ownerId'], String(ownerId));
      const given = await house.ask(house.bo, 'PATCH', `/api/${kind}/${id}`, { ownerId });
      assert.deepEqual([given.status, given.body.errors[0].path], [422, 'ownerId'], String(ownerId));
    }
    const handed = await house.ask(house.bo, 'PATCH', `/api/${kind}/${id}`, { ownerId: house.anna.id });
    assert.equal(handed.status, 200);
    assert.equal((await house.ask(house.bo, 'GET', `/api/${kind}/${id}`)).status, 404);
  });

  test(`An address that names none of the ${kind} is not there`, async () => {
    for (const id of [
      'x',
      '01a1ffa6-0000-7000-8000-000000000000',
      '%00',
      '__proto__',
      '..%2f..',
      '%F0%9F%92%A9',
    ]) {
      assert.deepEqual(await answersFor(house.anna, `/api/${kind}/${id}`), all(404), id);
    }
  });
}
