import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

async function noteOf(who: Colleague): Promise<{ lead: string; path: string; id: string }> {
  const { body: lead } = await house.ask(house.anna, 'POST', '/api/leads', { name: 'Chloé' });
  const notes = `/api/leads/${lead.id}/notes`;
  const { body } = await house.ask(who, 'POST', notes, { html: '<p>one</p>' });
  return { lead: `/api/leads/${lead.id}`, path: `${notes}/${body.id}`, id: body.id };
}

test('P7: its author edits a note; it keeps author and time and says that it was edited', async () => {
  const { lead, path, id } = await noteOf(house.bo);
  const { status, body, etag } = await house.ask(house.bo, 'PATCH', path, { html: '<p>two</p>' });
  assert.deepEqual([status, etag, body.html, body.by.name], [200, '"2"', '<p>two</p>', 'Bo']);
  assert.deepEqual([body.editedBy.name, typeof body.editedAt], ['Bo', 'string']);
  const { body: timeline } = await house.ask(house.anna, 'GET', `${lead}/timeline`);
  const [entry] = timeline.items;
  const { editedAt, editedBy } = body;
  assert.deepEqual([entry.id, entry.data], [id, { html: '<p>two</p>', version: 2, editedAt, editedBy }]);
  assert.deepEqual((await house.ask(house.anna, 'GET', `${lead}/notes`)).body.items, [body]);
});

test('P7: an edit that changes nothing leaves no trace', async () => {
  const { path } = await noteOf(house.bo);
  const { body } = await house.ask(house.bo, 'PATCH', path, { html: '<p>one</p><p></p>' });
  assert.deepEqual([body.version, body.editedAt], [1, null]);
});

test('ABUSE 38: two people edit one note: the second gets 412 with what stands', async () => {
  const { path } = await noteOf(house.bo);
  const ifMatch = { 'if-match': '"1"' };
  assert.equal((await house.ask(house.bo, 'PATCH', path, { html: 'mine' }, ifMatch)).status, 200);
  const { status, body } = await house.ask(house.anna, 'PATCH', path, { html: 'hers' }, ifMatch);
  assert.deepEqual([status, body.present.html, body.present.version], [412, 'mine', 2]);
});

test('P9: only its author or an admin edits, deletes or restores a note; others are told whom to ask', async () => {
  const { path } = await noteOf(house.anna);
  const asked = [
    await house.ask(house.bo, 'PATCH', path, { html: 'x' }),
    await house.ask(house.bo, 'DELETE', path),
    await house.ask(house.bo, 'POST', `${path}/restoration`),
  ];
  assert.deepEqual(
    asked.map(({ status }) => status),
    [403, 403, 403],
  );
  assert.match(asked[0]!.body.detail, /author or an admin/);
  const bos = await noteOf(house.bo);
  const { body } = await house.ask(house.anna, 'PATCH', bos.path, { html: 'x' });
  assert.deepEqual([body.by.name, body.editedBy.name], ['Bo', 'Anna']);
});

test('P9: a deleted note is out of sight, and nothing of it is lost', async () => {
  const { lead, path, id } = await noteOf(house.bo);
  const { body: before } = await house.ask(house.bo, 'GET', `${lead}/notes`);
  assert.equal((await house.ask(house.bo, 'DELETE', path)).status, 204);
  assert.deepEqual((await house.ask(house.bo, 'GET', `${lead}/notes`)).body.items, []);
  const { body: timeline } = await house.ask(house.anna, 'GET', `${lead}/timeline`);
  assert.deepEqual(
    [timeline.items[0].id, Object.keys(timeline.items[0].data)],
    [id, ['deletedAt', 'deletedBy']],
  );
  for (const method of ['PATCH', 'DELETE']) {
    assert.equal((await house.ask(house.bo, method, path, { html: 'x' })).status, 404);
  }
  const { status, body } = await house.ask(house.bo, 'POST', `${path}/restoration`);
  assert.deepEqual([status, body.html, body.version], [200, '<p>one</p>', 3]);
  const { body: after } = await house.ask(house.bo, 'GET', `${lead}/notes`);
  assert.deepEqual(after.items, [{ ...before.items[0], version: 3 }]);
  assert.equal((await house.ask(house.bo, 'POST', `${path}/restoration`)).body.version, 3);
});

test('ABUSE 18: a note is reached on its own record only, and never from another workspace', async () => {
  const one = await noteOf(house.bo);
  const other = await noteOf(house.bo);
  const crossed = `${other.lead}/notes/${one.id}`;
  for (const [who, path] of [
    [house.bo, crossed],
    [house.stranger, one.path],
  ] as const) {
    assert.equal((await house.ask(who, 'PATCH', path, { html: 'x' })).status, 404);
    assert.equal((await house.ask(who, 'DELETE', path)).status, 404);
    assert.equal((await house.ask(who, 'POST', `${path}/restoration`)).status, 404);
  }
  assert.equal((await house.ask(house.bo, 'PATCH', one.path, { html: 'x'.repeat(20_001) })).status, 422);
});
