import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika } from '../../../demo/open-termika.ts';
import { away, contactCalled, roundRobin, shown, tokenFor, wholeOf } from './owner-first.test-support.ts';

// It is Monday 23 November, nine in the morning in Paris.
const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const ines = await t.hire('ines');
const owner = { ownerId: bo.id };
const ladder = { ownerFirst: 'ladder', ladderDays: 3, horizon: { rollingDays: 20 }, rule: 'in-order' };
await t.call('POST', '/api/teams', { name: 'North', memberIds: [bo.id, ines.id] });

const from = (starts: string[]): string | undefined => starts[0]?.slice(0, 10);

test('C3: while the owner has something within so many working days, the times are theirs', async () => {
  const link = await roundRobin(t, [anna, bo, ines], ladder);
  const c = await tokenFor(t, link, await contactCalled(t, 'Ladder One', owner));
  await away(t, bo, '2026-11-23', '2026-11-25');
  const { starts, ...rest } = await shown(t, link, { c });
  assert.deepEqual([from(starts), rest], ['2026-11-26', { ladder: { rung: 'owner', choice: null } }]);
});

test('C3: weekends and the link’s holidays are no working days, the rest of today comes on top', async () => {
  const list = { name: 'Days off', days: [{ date: '2026-11-24', name: 'Off' }] };
  const { body } = await t.call('POST', '/api/holiday-lists', list);
  const link = await roundRobin(t, [anna, bo, ines], { ...ladder, holidayListId: body.id });
  const c = await tokenFor(t, link, await contactCalled(t, 'Ladder Two', owner));
  await away(t, bo, '2026-11-26', '2026-11-26');
  const { starts, ladder: rung } = await shown(t, link, { c });
  assert.deepEqual(
    [from(starts), rung?.rung],
    ['2026-11-27', 'owner'],
    'Wednesday, Thursday and Friday count',
  );
  await away(t, bo, '2026-11-27', '2026-11-29');
  assert.equal((await shown(t, link, { c })).ladder?.rung, 'team', 'Monday is a fourth one');
});

test('C3: then come the owner’s team in the link, the owner first among them, then everyone', async () => {
  const link = await roundRobin(t, [anna, bo, ines], ladder);
  const person = await contactCalled(t, 'Ladder Three', owner);
  const c = await tokenFor(t, link, person);
  const team = await shown(t, link, { c });
  assert.deepEqual([from(team.starts), team.ladder], ['2026-11-23', { rung: 'team', choice: null }]);
  const soon = await wholeOf(t, await t.book(link, team.starts[0]!, person, { c }));
  assert.deepEqual([soon.hostIds, soon.assignment.ownerBranch], [[ines.id], 'ladder-team']);
  const later = await wholeOf(t, await t.book(link, '2026-12-01T08:00:00Z', person, { c }));
  assert.deepEqual([later.hostIds, later.assignment.ownerBranch], [[bo.id], 'ladder-owner']);
  await away(t, ines, '2026-11-23', '2026-11-29');
  const everyone = await shown(t, link, { c });
  assert.deepEqual(everyone.ladder, { rung: 'everyone', choice: null });
  assert.deepEqual(everyone.starts, (await shown(t, link)).starts);
  const other = await wholeOf(t, await t.book(link, everyone.starts[0]!, person, { c }));
  assert.deepEqual([other.hostIds, other.assignment.ownerBranch], [[anna.id], 'ladder-everyone']);
});

test('C3: the visitor waits for their usual contact, or takes the first free', async () => {
  const link = await roundRobin(t, [anna, bo, ines], ladder);
  const person = await contactCalled(t, 'Ladder Four', owner);
  const c = await tokenFor(t, link, person);
  const waiting = await shown(t, link, { c, who: 'owner' });
  assert.deepEqual(
    [from(waiting.starts), waiting.ladder],
    ['2026-11-30', { rung: 'owner', choice: 'owner' }],
  );
  const soonest = await shown(t, link, { c, who: 'first' });
  assert.deepEqual(
    [from(soonest.starts), soonest.ladder],
    ['2026-11-23', { rung: 'everyone', choice: 'first' }],
  );
  const mine = await t.book(link, soonest.starts[0]!, person, { c, who: 'owner' });
  assert.equal(mine.status, 409, 'who waits for Bo is not given to Anna');
  assert.deepEqual((await shown(t, link, { who: 'owner' })).starts, (await shown(t, link)).starts);
});

test('C3, C2.2: who waits for an owner without any free time can write to them, and may still take the first', async () => {
  const soon = { horizon: { from: '2026-11-23', to: '2026-11-27' } };
  const link = await roundRobin(t, [anna, bo, ines], { ...ladder, ...soon });
  const c = await tokenFor(t, link, await contactCalled(t, 'Ladder Five', owner));
  const waiting = await shown(t, link, { c, who: 'owner' });
  assert.deepEqual(waiting, { starts: [], ownerFull: true, ladder: { rung: 'owner', choice: 'owner' } });
  assert.equal('ownerFull' in (await shown(t, link, { c })), false);
});
