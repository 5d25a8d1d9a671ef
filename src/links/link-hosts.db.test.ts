import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const ines = await t.hire('ines', { seat: false });
const tomasz = await t.hire('tomasz');
await t.call('PATCH', `/api/members/${tomasz.id}`, { active: false });

const make = (kind: string, hosts: Person[], more: object = {}) =>
  t.call('POST', '/api/links', {
    kind,
    title: 'Oven tour',
    timeZone: 'Europe/Paris',
    hostIds: hosts.map(({ id }) => id),
    ...more,
  });
const chairsOf = (...lists: Person[][]) => lists.map((list) => ({ candidateIds: list.map(({ id }) => id) }));

test('B1: the kinds are presets of one model: chairs and their candidates', async () => {
  const two = [t.anna, t.bo];
  const personal = await make('personal', [t.bo]);
  assert.deepEqual(personal.body.chairs, chairsOf([t.bo]));
  const group = await make('group', two);
  assert.deepEqual(group.body.chairs, chairsOf([t.anna], [t.bo]));
  const roundRobin = await make('round-robin', two);
  assert.deepEqual(roundRobin.body.chairs, chairsOf(two));
  const chairs = [...chairsOf(two), { ...chairsOf([t.bo, t.anna])[0], rule: 'in-order' }];
  const panel = await make('panel', [], { hostIds: undefined, chairs });
  assert.equal(panel.status, 201);
  assert.deepEqual([panel.body.chairs, panel.body.hostIds], [chairs, [t.anna.id, t.bo.id]]);
});

test('B1: every kind may be written by its chairs, the general form', async () => {
  for (const [kind, chairs] of [
    ['personal', chairsOf([t.bo])],
    ['group', chairsOf([t.bo], [t.anna])],
    ['round-robin', chairsOf([t.bo, t.anna])],
  ] as const) {
    const { status, body } = await make(kind, [], { hostIds: undefined, chairs });
    assert.deepEqual([status, body.chairs], [201, chairs], kind);
  }
});

test('B4: before anybody is added it is told of everybody what would keep them from hosting', async () => {
  const priya = await t.hire('priya');
  await t.call('PUT', `/api/members/${priya.id}/hours`, {
    timeZone: 'Europe/Warsaw',
    weekly: [],
    overrides: [],
  });
  const { status, body } = await t.call('GET', '/api/hosts', undefined, t.bo);
  assert.equal(status, 200);
  const reasonsOf = (id: string) =>
    body.items.find((one: { memberId: string }) => one.memberId === id)?.bookable.reasons;
  assert.deepEqual(
    [t.anna, ines, tomasz, priya].map(({ id }) => reasonsOf(id)),
    [[], ['no-seat'], ['inactive'], ['no-hours']],
  );
  assert.equal((await t.call('GET', '/api/hosts', undefined, null)).status, 401);
});

test('B4: a host without seat, or inactive, is refused on a team link, named with what is missing', async () => {
  for (const kind of ['group', 'round-robin']) {
    const { status, body } = await make(kind, [t.anna, ines, tomasz]);
    assert.equal(status, 422);
    assert.deepEqual(body.errors, [
      { path: 'hostIds', message: 'Ines Caron cannot host: no seat.' },
      { path: 'hostIds', message: 'Tomasz Wrona cannot host: deactivated.' },
    ]);
  }
  assert.equal((await make('round-robin', [ines])).status, 422, 'alone on a team link too');
  const panel = await make('panel', [], { hostIds: undefined, chairs: chairsOf([t.anna], [ines]) });
  assert.equal(panel.status, 422);
});

test('B4: one’s own link asks for no seat, but for somebody who is there', async () => {
  assert.equal((await make('personal', [ines])).status, 201);
  assert.equal((await make('personal', [tomasz])).status, 422);
});

test('B4: a newcomer to a link is asked the same; who was in it and lost a seat does not break an edit', async () => {
  const { body: link } = await make('round-robin', [t.anna, t.bo]);
  const edit = (change: object) => t.call('PATCH', `/api/links/${link.id}`, change);
  const added = await edit({ hostIds: [t.anna.id, t.bo.id, ines.id] });
  assert.deepEqual([added.status, added.body.errors[0].message], [422, 'Ines Caron cannot host: no seat.']);
  await t.call('PATCH', `/api/members/${t.bo.id}`, { seat: false });
  const titled = await edit({ title: 'Rack oven tour', hostIds: [t.bo.id, t.anna.id] });
  assert.deepEqual([titled.status, titled.body.hostIds], [200, [t.bo.id, t.anna.id]]);
  const without = await edit({ hostIds: [t.anna.id] });
  assert.equal(without.status, 200);
  const again = await edit({ hostIds: [t.anna.id, t.bo.id] });
  assert.equal(again.status, 422, 'once out, a seat is asked for again');
  await t.call('PATCH', `/api/members/${t.bo.id}`, { seat: true });
});

test('R7: a newcomer begins level: the count starts anew; whoever leaves or changes places resets nothing', async () => {
  const { body: link } = await make('round-robin', [t.anna, t.bo]);
  t.clock.advance(60);
  const edit = async (hosts: Person[]) =>
    (await t.call('PATCH', `/api/links/${link.id}`, { hostIds: hosts.map(({ id }) => id) })).body
      .countingFrom;
  assert.equal(await edit([t.bo, t.anna]), link.countingFrom);
  assert.equal(await edit([t.bo]), link.countingFrom);
  assert.equal(await edit([t.bo, t.anna]), new Date(t.clock.now()).toISOString());
});
