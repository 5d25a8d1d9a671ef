import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Answer, type SharedLink } from '../../demo/open-termika.ts';
import { itemsOf, NOTHING, watch } from './happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const ines = await t.hire('ines');
const tomasz = await t.hire('tomasz');

/** Everybody presses the button at the same moment, each with an address of their own. */
function rush(count: number, start: string, links: SharedLink[], more: object = {}): Promise<Answer[]> {
  const people = Array.from({ length: count }, (_, i) => ({ name: `P${i}`, email: `p${i}@rush.example` }));
  return Promise.all(people.map((person, i) => t.book(links[i % links.length]!, start, person, { ...more })));
}

function split(answers: Answer[]): { won: Answer[]; lost: Answer[] } {
  const won = answers.filter(({ status }) => status === 201);
  const lost = answers.filter(({ status }) => status === 409);
  assert.equal(won.length + lost.length, answers.length, JSON.stringify(answers.map((one) => one.status)));
  return { won, lost };
}

async function hostsOf(answer: Answer): Promise<string[]> {
  return (await t.call('GET', `/api/bookings/${answer.body.id}`)).body.hostIds;
}

test('E4: of twenty at once for one time one wins, nineteen hear of the nearest free times', async () => {
  const link = await t.share();
  const news = await watch(t);
  const { won, lost } = split(await rush(20, '2026-12-01T10:00:00Z', [link]));
  assert.deepEqual([won.length, lost.length], [1, 19]);
  for (const { body } of lost) {
    assert.equal(body.type, '/problems/time-taken');
    assert.deepEqual(body.alternatives, [
      '2026-12-01T09:00:00Z',
      '2026-12-01T09:30:00Z',
      '2026-12-01T10:30:00Z',
    ]);
  }
  const { mails, timeline, calendar } = await news();
  assert.deepEqual(
    mails.map((mail) => mail.split(' ')[0]),
    ['confirmation', 'host-new'],
  );
  assert.deepEqual(timeline, ['lead: booking made', 'lead: created']);
  assert.deepEqual(calendar, ['+ Anna 2026-12-01T10:00:00Z']);
});

test('E4, D2: k free hosts in a round robin: exactly k succeed, on k different hosts', async () => {
  const hostIds = [t.anna.id, t.bo.id, ines.id, tomasz.id];
  const link = await t.share({ kind: 'round-robin', hostIds });
  await t.call('POST', `/api/members/${tomasz.id}/absences`, { from: '2026-12-02', to: '2026-12-02' });
  const news = await watch(t);
  const { won, lost } = split(await rush(16, '2026-12-02T10:00:00Z', [link]));
  assert.deepEqual([won.length, lost.length], [3, 13]);
  const hosts = (await Promise.all(won.map(hostsOf))).flat();
  assert.deepEqual(hosts.toSorted(), [t.anna.id, t.bo.id, ines.id].toSorted());
  const { mails, calendar } = await news();
  assert.deepEqual([mails.length, calendar.length], [6, 3]);
});

test('E4: a group booking is whole or not at all, and groups that share a host never block each other', async () => {
  const one = await t.share({ kind: 'group', hostIds: [t.anna.id, t.bo.id] });
  const other = await t.share({ kind: 'group', hostIds: [ines.id, t.bo.id] });
  const third = await t.share({ kind: 'group', hostIds: [ines.id, t.anna.id] });
  const news = await watch(t);
  const { won } = split(await rush(12, '2026-12-03T10:00:00Z', [one, other, third]));
  assert.equal(won.length, 1);
  assert.equal((await hostsOf(won[0]!)).length, 2);
  const { calendar } = await news();
  assert.equal(calendar.length, 2);
});

test('E5: overlapping offers of links of other lengths and kinds: the first commit wins', async () => {
  const half = await t.share();
  const quarter = await t.share({ durationsMinutes: [45], incrementMinutes: 15 });
  const group = await t.share({ kind: 'group', hostIds: [t.anna.id, t.bo.id], durationsMinutes: [60] });
  const answers = await Promise.all([
    t.book(half, '2026-12-04T09:30:00Z', { name: 'A', email: 'a@first.example' }),
    t.book(quarter, '2026-12-04T09:15:00Z', { name: 'B', email: 'b@first.example' }),
    t.book(group, '2026-12-04T09:00:00Z', { name: 'C', email: 'c@first.example' }),
  ]);
  const { won, lost } = split(answers);
  assert.deepEqual([won.length, lost.length], [1, 2]);
  const from = '2026-12-04T00:00:00Z';
  assert.equal((await itemsOf(t, `/api/bookings?from=${from}`)).length, 1);
});

test('E5, A4: the buffers of two links add up between their meetings', async () => {
  const tour = await t.share({ bufferAfterMinutes: 15, incrementMinutes: 15 });
  const talk = await t.share({ bufferBeforeMinutes: 10, incrementMinutes: 5 });
  assert.equal((await t.book(tour, '2026-12-07T09:00:00Z')).status, 201);
  const early = await t.book(talk, '2026-12-07T09:50:00Z', { name: 'E', email: 'e@gap.example' });
  assert.deepEqual([early.status, early.body.alternatives.includes('2026-12-07T09:55:00Z')], [409, true]);
  assert.equal(
    (await t.book(talk, '2026-12-07T09:55:00Z', { name: 'E', email: 'e@gap.example' })).status,
    201,
  );
});

test('ABUSE 3: two unverified bookings of one time: a hold claims as a booking does', async () => {
  const link = await t.share({ verification: 'everyone' });
  const news = await watch(t);
  const { won, lost } = split(await rush(6, '2026-12-08T10:00:00Z', [link]));
  assert.deepEqual([won.length, lost.length], [1, 5]);
  assert.equal(won[0]!.body.status, 'unverified');
  const { mails, timeline, calendar } = await news();
  assert.deepEqual(
    mails.map((mail) => mail.split(' ')[0]),
    ['verification'],
  );
  assert.deepEqual({ mails: [], timeline, calendar }, NOTHING);
});

test('D2: the one with the fewest meetings is busy: the next takes it, until nobody is left', async () => {
  const link = await t.share({ kind: 'round-robin', hostIds: [ines.id, tomasz.id] });
  const busy = { title: 'Kiln', start: '2026-12-09T10:00:00Z', end: '2026-12-09T11:00:00Z' };
  await t.call('POST', `/api/members/${ines.id}/events`, busy);
  const first = await t.book(link, '2026-12-09T10:00:00Z', { name: 'F', email: 'f@next.example' });
  assert.deepEqual(await hostsOf(first), [tomasz.id]);
  const second = await t.book(link, '2026-12-09T10:30:00Z', { name: 'G', email: 'g@next.example' });
  assert.deepEqual(await hostsOf(second), [tomasz.id], 'Ines is behind, but busy');
  const none = await t.book(link, '2026-12-09T10:00:00Z', { name: 'H', email: 'h@next.example' });
  assert.deepEqual([none.status, none.body.reason], [409, 'busy']);
});
