import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person, type SharedLink } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate('2026-12-01T08:00:00Z'));
after(() => t.close());
const ines = await t.hire('ines');
const at = (hour: number, date = '2026-12-08') => `${date}T${String(hour).padStart(2, '0')}:00:00Z`;
const timesAt = (...hours: number[]) => hours.map((hour) => ({ start: at(hour), end: at(hour + 1) }));
const offer = (times: object[], more = {}, as?: Person) =>
  t.share({ kind: 'specific-times', times, hours: undefined, singleUse: false, ...more }, as);
const listed = async () => (await t.call('GET', '/api/links?limit=200')).body.items;
const tallyOf = async (link: SharedLink) =>
  (await listed()).find(({ id }: { id: string }) => id === link.id).tally;

test('L3: the list says of specific times how many are left, taken and past, as their page does', async () => {
  const link = await offer(timesAt(7, 9, 11, 13));
  const same = await offer(timesAt(9, 14));
  assert.deepEqual(await tallyOf(link), { left: 4, taken: 0, unread: 0, past: 0, ended: null });
  await t.book(link, at(9));
  await t.call('POST', `/api/members/${t.anna.id}/events`, { title: 'Away', start: at(11), end: at(12) });
  assert.deepEqual(await tallyOf(link), { left: 2, taken: 2, unread: 0, past: 0, ended: null });
  assert.deepEqual(await t.starts(link, '2026-12-08'), [at(7), at(13)]);
  assert.deepEqual(
    await tallyOf(same),
    { left: 1, taken: 1, unread: 0, past: 0, ended: null },
    'taken through another',
  );
  t.clock.set('2026-12-08T07:00:30Z');
  assert.deepEqual(await tallyOf(link), { left: 1, taken: 2, unread: 0, past: 1, ended: null });
  t.clock.set('2026-12-01T08:00:00Z');
});

test('L3: a single-use link that was used and an offer whose end has come have nothing left', async () => {
  const once = await offer(timesAt(16, 17), { singleUse: true });
  const { body } = await t.book(once, at(16));
  assert.deepEqual(await tallyOf(once), { left: 0, taken: 2, unread: 0, past: 0, ended: 'used' });
  await t.call('POST', `/api/bookings/${body.id}/cancellation`, {});
  assert.deepEqual(await tallyOf(once), { left: 2, taken: 0, unread: 0, past: 0, ended: null });
  const brief = await offer(timesAt(18, 19), { expiresAt: '2026-12-02T08:00:00Z' });
  t.clock.set('2026-12-02T08:00:00Z');
  assert.deepEqual(await tallyOf(brief), { left: 0, taken: 2, unread: 0, past: 0, ended: 'expired' });
  t.clock.set('2026-12-01T08:00:00Z');
});

test('L3: holidays of the link and hosts who cannot host count in the list too', async () => {
  const days = [{ date: '2026-12-08', name: 'Immaculate Conception' }];
  const { body } = await t.call('POST', '/api/holiday-lists', { name: 'Lyon', days });
  const closed = await offer(timesAt(7, 13), { holidayListId: body.id });
  assert.deepEqual((await tallyOf(closed)).left, 0);
  const tomasz = await t.hire('tomasz');
  const hosted = await offer(timesAt(7, 13), { hostIds: [tomasz.id] });
  assert.equal((await tallyOf(hosted)).left, 2);
  await t.call('PATCH', `/api/members/${tomasz.id}`, { active: false });
  assert.equal((await tallyOf(hosted)).left, 0);
});

test('the list has specific times after all others, page by page, in as many statements for one as for many', async () => {
  await t.share({ title: 'Made last' });
  const links = await listed();
  const kinds = links.map(({ kind }: { kind: string }) => kind === 'specific-times');
  assert.deepEqual(kinds, kinds.toSorted());
  assert.ok(
    links.every(({ kind, tally }: { kind: string; tally: unknown }) => !tally === (kind === 'personal')),
  );
  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const { body } = await t.call('GET', `/api/links?limit=3${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    if (!body.next) break;
    cursor = body.next;
  }
  assert.deepEqual(
    seen,
    links.map(({ id }: { id: string }) => id),
  );
  const few = await t.call('GET', '/api/links?limit=200');
  for (const hour of [1, 2, 3, 4, 5]) await offer(timesAt(hour));
  const many = await t.call('GET', '/api/links?limit=200');
  assert.equal(many.statements, few.statements);
  assert.ok(many.statements <= 10, `${many.statements} statements`);
});

test('N3: whose links are shown is narrowed to a member or a team; a team that is not there has none', async () => {
  const own = await t.share({ title: 'Ines, at work', hostIds: [ines.id] }, ines);
  const { body: team } = await t.call('POST', '/api/teams', {
    name: 'Workshop',
    memberIds: [ines.id, t.bo.id],
  });
  const titles = async (query: string, as?: Person) =>
    (await t.call('GET', `/api/links?limit=200&${query}`, undefined, as)).body.items.map(
      ({ title }: { title: string }) => title,
    );
  const ofTeam = await titles(`teamId=${team.id}`, t.bo);
  assert.ok(ofTeam.includes('Ines, at work') && !ofTeam.includes('Made last'), ofTeam.join());
  assert.deepEqual(await titles(`teamId=${own.id}`), []);
  assert.equal((await t.call('GET', '/api/links?teamId=workshop')).status, 422);
});
