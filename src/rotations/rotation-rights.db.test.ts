import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newId } from '#platform/ids.ts';
import { entriesOf, rotatingTermika } from './office.test-support.ts';

const t = await rotatingTermika();
const { anna, bo, ines, tomasz, priya } = t;
after(() => t.close());

const make = (body: unknown, as = anna) => t.call('POST', '/api/rotations', body, as);
const allow = (id: string, given: object) => t.call('PATCH', `/api/members/${id}`, given);

test('R1, ABUSE 19: reading needs a seat and book-for-others, or manage-rotations; keeping them only the latter', async () => {
  const { id } = await t.rotate([anna, bo]);
  await allow(ines.id, { permissions: ['book-for-others'] });
  await allow(tomasz.id, { permissions: ['book-for-others'], seat: false });
  await allow(priya.id, { permissions: ['manage-rotations'], seat: false });
  const path = `/api/rotations/${id}`;
  const asked = [
    ['GET', '/api/rotations'],
    ['GET', path],
    ['POST', '/api/rotations', { name: 'Mine' }],
    ['PATCH', path, { name: 'Ours' }],
    ['PUT', `${path}/members/${bo.id}/availability`, { available: true }],
    ['DELETE', path],
  ] as const;
  const answers = async (who: typeof bo) => {
    const got: number[] = [];
    for (const [method, where, body] of asked) got.push((await t.call(method, where, body, who)).status);
    return got;
  };
  assert.deepEqual(await answers(bo), [403, 403, 403, 403, 403, 403]);
  assert.deepEqual(await answers(tomasz), [403, 403, 403, 403, 403, 403]);
  assert.deepEqual(await answers(ines), [200, 200, 403, 403, 403, 403]);
  assert.deepEqual(await answers(priya), [200, 200, 201, 200, 200, 204]);
});

test('R8: a toggle is of one member in one rotation, keeps who and when, and can be taken back', async () => {
  const { id } = await t.rotate([anna, bo]);
  const other = await t.rotate([anna, bo]);
  t.clock.advance(7);
  const off = await t.toggle(id, bo, false, priya);
  const at = new Date(t.clock.now()).toISOString();
  const placeOf = (body: typeof other, who: string) => body.queue.find(({ memberId }) => memberId === who)!;
  const bos = placeOf(off.body, bo.id);
  assert.deepEqual(
    [off.status, bos.available, bos.switchedOff, bos.canHost],
    [200, false, { by: priya.id, byName: priya.name, at }, { ok: false, reason: 'switched-off' }],
  );
  assert.deepEqual([off.body.size, off.body.able, off.body.queue[0].memberId], [2, 1, anna.id]);
  assert.equal(placeOf(await t.look(other.id), bo.id).available, true);
  t.clock.advance(1);
  const again = await t.toggle(id, bo, false);
  assert.deepEqual(placeOf(again.body, bo.id).switchedOff, bos.switchedOff);
  const on = await t.toggle(id, bo, true);
  assert.deepEqual([placeOf(on.body, bo.id).switchedOff, on.body.able], [null, 2]);
  assert.equal((await t.toggle(id, ines, false)).status, 404);
  assert.equal((await t.toggle(newId(), bo, false)).status, 404);
});

test('a name has one rotation, however it is written, until that one is deleted', async () => {
  const { id } = await t.rotate([bo], { name: 'Demos' });
  assert.equal((await make({ name: ' dÉmos ' })).status, 409);
  const other = await t.rotate([bo], { name: 'Others' });
  assert.equal((await t.change(other.id, { name: 'demos' })).status, 409);
  assert.equal((await t.call('DELETE', `/api/rotations/${id}`)).status, 204);
  assert.equal((await t.change(other.id, { name: 'demos' })).status, 200);
  for (const method of ['GET', 'DELETE']) {
    assert.equal((await t.call(method, `/api/rotations/${id}`)).status, 404, method);
  }
  assert.equal((await t.change(id, { name: 'Back' })).status, 404);
});

test('R9: what links go by is not deleted, and the refusal says which', async () => {
  const { id } = await t.rotate([bo]);
  const named = { on: true };
  t.platform.announcer.on('rotation-leaving', async (_tx, { rotationId, usedBy }) => {
    if (named.on && rotationId === id) usedBy.push('Oven tour');
  });
  const { status, body } = await t.call('DELETE', `/api/rotations/${id}`);
  assert.deepEqual([status, body.usedBy], [409, ['Oven tour']]);
  assert.match(body.detail, /^Links that go by this rotation: 1\./);
  assert.equal((await t.look(id)).id, id);
  named.on = false;
  assert.equal((await t.call('DELETE', `/api/rotations/${id}`)).status, 204);
});

test('ABUSE 38: who changes a rotation that changed meanwhile gets 412 with what stands now', async () => {
  const { id } = await t.rotate([bo]);
  const read = await t.call('GET', `/api/rotations/${id}`);
  const ifMatch = { 'if-match': read.headers.get('etag')! };
  const first = await t.change(id, { weights: { [bo.id]: 2 } }, ifMatch);
  assert.deepEqual([first.status, first.headers.get('etag')], [200, '"2"']);
  const stale = await t.change(id, { members: entriesOf([anna]) }, ifMatch);
  assert.deepEqual([stale.status, stale.body.present.weights], [412, { [bo.id]: 2 }]);
  assert.equal((await t.look(id)).members[0]!.id, bo.id);
});

test('ABUSE 18: every id in a body must be of this workspace, and nothing is written when one is not', async () => {
  const { id } = await t.rotate([bo]);
  const team = await t.team('Known', [ines]);
  const stranger = { kind: 'member', id: newId() };
  const asTeam = { kind: 'team', id: bo.id };
  const wrong = await make({ name: 'Wrong', members: [...entriesOf([bo, team]), stranger, asTeam] });
  assert.deepEqual(
    [wrong.status, wrong.body.errors.map(({ path }: { path: string }) => path)],
    [422, ['members.2.id', 'members.3.id']],
  );
  assert.equal((await make({ name: 'Wrong' })).status, 201);
  const ofOthers = await t.change(id, { weights: { [bo.id]: 1, [anna.id]: 1 } });
  assert.deepEqual([ofOthers.status, ofOthers.body.errors[0].path], [422, `weights.${anna.id}`]);
  const byTeam = await t.change(id, { members: entriesOf([team]), weights: { [ines.id]: 1000 } });
  assert.deepEqual([byTeam.status, byTeam.body.weights], [200, { [ines.id]: 1000 }]);
});

test('bad input is refused with the field it is about', async () => {
  const twice = { name: 'Twice', members: entriesOf([bo, bo]) };
  const wrong: [unknown, string][] = [
    [{}, 'name'],
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(121) }, 'name'],
    [twice, 'members'],
    [{ name: 'A', members: [{ kind: 'robot', id: bo.id }] }, 'members.0.kind'],
    [{ name: 'A', newcomers: 'first' }, 'newcomers'],
    [{ name: 'A', countCancelled: 'no' }, 'countCancelled'],
    [{ name: 'A', weights: { [bo.id]: 0 } }, `weights.${bo.id}`],
    [{ name: 'A', weights: { [bo.id]: 1001 } }, `weights.${bo.id}`],
    [{ name: 'A', countingFrom: '2026-01-01T00:00:00Z' }, 'countingFrom'],
  ];
  for (const [body, path] of wrong) {
    const answer = await make(body);
    assert.deepEqual([answer.status, answer.body.errors?.[0]?.path], [422, path], JSON.stringify(body));
  }
});

test('the list is by name, page by page, and a made-up cursor is refused', async () => {
  for (const name of ['Ärzte', 'arch', 'Zebra']) await t.rotate([bo], { name });
  const names: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await t.call('GET', `/api/rotations?limit=2${after}`);
    names.push(...body.items.map(({ name }: { name: string }) => name));
    cursor = body.next;
  }
  const order = ['arch', 'Ärzte', 'Zebra'];
  assert.deepEqual(
    names.filter((name) => order.includes(name)),
    order,
  );
  assert.equal(new Set(names).size, names.length);
  assert.equal((await t.call('GET', '/api/rotations?cursor=nonsense')).status, 422);
});

test('two who make one name, or change one rotation, at once: one of each wins', async () => {
  const both = await Promise.all([make({ name: 'Race' }), make({ name: 'race' })]);
  assert.deepEqual(new Set(both.map(({ status }) => status)), new Set([201, 409]));
  const team = await t.team('Racers', [bo]);
  const { id } = await t.rotate([anna]);
  await Promise.all([
    t.change(id, { members: entriesOf([anna, team]) }),
    t.join(team, ines),
    t.join(team, tomasz),
    t.leave(team, bo),
  ]);
  const { body } = await t.call('GET', `/api/teams/${team.team}`);
  const inIt = (await t.look(id)).queue.map(({ memberId }) => memberId);
  assert.deepEqual(new Set(inIt), new Set([anna.id, ...body.memberIds]));
  assert.equal(inIt.length, body.memberIds.length + 1);
});
