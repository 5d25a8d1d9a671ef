import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../demo/staff.ts';
import { readMember } from '#people/store.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const path = (who: Colleague, rest = '') => `/api/members/${who.id}/absences${rest}`;
const versionOf = async ({ workspaceId, id }: Colleague) =>
  (await readMember(house.platform.db.read, workspaceId, id))!.version;

async function leave(who: Colleague, from: string, to: string, reason?: string): Promise<string> {
  const { status, body } = await house.ask(who, 'POST', path(who), { from, to, reason });
  assert.equal(status, 201);
  return body.id;
}

test('A1, C6: an absence of dates, both inclusive, is kept, changed and taken back; each raises the version', async () => {
  const start = await versionOf(house.bo);
  const id = await leave(house.bo, '2026-12-21', '2026-12-31', 'Ski');
  const changed = await house.ask(house.bo, 'PATCH', path(house.bo, `/${id}`), { to: '2026-12-24' });
  assert.equal(changed.status, 200);
  const { body } = await house.ask(house.bo, 'GET', path(house.bo, `/${id}`));
  assert.deepEqual([body.from, body.to, body.reason], ['2026-12-21', '2026-12-24', 'Ski']);
  assert.equal((await house.ask(house.bo, 'DELETE', path(house.bo, `/${id}`))).status, 204);
  assert.equal((await house.ask(house.bo, 'DELETE', path(house.bo, `/${id}`))).status, 404);
  assert.equal((await house.ask(house.bo, 'GET', path(house.bo, `/${id}`))).status, 404);
  assert.equal(await versionOf(house.bo), start + 3);
});

test('Absences come by their first date, page by page, and only those that meet the dates asked for', async () => {
  const eve = await house.hire('Ève');
  for (const day of ['05', '01', '03', '03', '04']) await leave(eve, `2027-03-${day}`, `2027-03-${day}`);
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await house.ask(eve, 'GET', path(eve, `?limit=2${cursor}`));
    seen.push(...body.items.map((one: { from: string }) => one.from.slice(8)));
    cursor = body.next === null ? '' : `&cursor=${body.next}`;
  } while (cursor !== '');
  assert.deepEqual(seen, ['01', '03', '03', '04', '05']);
  const { body } = await house.ask(eve, 'GET', path(eve, '?from=2027-03-02&to=2027-03-03'));
  assert.equal(body.items.length, 2);
});

test('Why somebody is away is for them and for admins', async () => {
  const id = await leave(house.anna, '2027-01-04', '2027-01-05', 'Hospital');
  const seenBy = async (who: Colleague) => {
    const { body: list } = await house.ask(who, 'GET', path(house.anna));
    const { body: one } = await house.ask(who, 'GET', path(house.anna, `/${id}`));
    return [list.items[0].reason, one.reason];
  };
  assert.deepEqual(await seenBy(house.anna), ['Hospital', 'Hospital']);
  assert.deepEqual(await seenBy(house.bo), [null, null]);
});

test('Another’s absences: 403 for a colleague, 404 from another workspace or under another member', async () => {
  const id = await leave(house.anna, '2027-02-01', '2027-02-02');
  const asks: [Colleague, string, string, unknown?][] = [
    [house.bo, 'POST', path(house.anna), { from: '2027-02-03', to: '2027-02-03' }],
    [house.bo, 'PATCH', path(house.anna, `/${id}`), { to: '2027-02-05' }],
    [house.bo, 'DELETE', path(house.anna, `/${id}`)],
  ];
  for (const [who, method, address, body] of asks) {
    assert.equal((await house.ask(who, method, address, body)).status, 403, method);
    assert.equal((await house.ask(house.stranger, method, address, body)).status, 404, method);
  }
  for (const method of ['GET', 'PATCH', 'DELETE']) {
    const body = method === 'PATCH' ? { to: '2027-02-05' } : undefined;
    const under = path(house.bo, `/${id}`);
    assert.equal((await house.ask(house.anna, method, under, body)).status, 404, `${method} under Bo`);
  }
  assert.equal((await house.ask(house.stranger, 'GET', path(house.anna))).status, 404);
});

test('Every wrong absence is refused, and nothing is written', async () => {
  const dates = { from: '2027-05-01', to: '2027-05-02' };
  const wrong: unknown[] = [
    { ...dates, to: '2027-04-30' },
    { ...dates, from: '2026-02-30' },
    { ...dates, from: '2027-05-01T00:00:00Z' },
    { from: '2027-05-01' },
    { ...dates, reason: 'x'.repeat(501) },
    { ...dates, reason: 'a\u0000b' },
    { ...dates, reason: '\ud800' },
    { ...dates, memberId: house.anna.id },
    { ...dates, from: { $ne: 1 } },
    [],
    null,
  ];
  const { body: before } = await house.ask(house.bo, 'GET', path(house.bo));
  for (const body of wrong) {
    const text = JSON.stringify(body);
    assert.equal((await house.ask(house.bo, 'POST', path(house.bo), text)).status, 422, text);
  }
  assert.deepEqual((await house.ask(house.bo, 'GET', path(house.bo))).body, before);
  const id = await leave(house.bo, '2027-06-01', '2027-06-02');
  const early = await house.ask(house.bo, 'PATCH', path(house.bo, `/${id}`), { to: '2027-05-01' });
  assert.equal(early.status, 422);
  for (const query of ['limit=0', 'limit=1e999', 'cursor=%00', 'cursor=abc', 'from=soon']) {
    assert.equal((await house.ask(house.bo, 'GET', path(house.bo, `?${query}`))).status, 422, query);
  }
});

test('A reason with markup or line ends is kept to the letter', async () => {
  const reason = '<img onerror=x> {{7*7}}\u2028\r\nBcc: eve@x';
  const id = await leave(house.bo, '2027-07-01', '2027-07-02', reason);
  assert.equal((await house.ask(house.bo, 'GET', path(house.bo, `/${id}`))).body.reason, reason);
});
