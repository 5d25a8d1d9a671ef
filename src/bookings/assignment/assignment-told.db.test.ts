import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { replay, type Decision } from '#engine/decide.ts';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type Person, type SharedLink } from '../../../demo/open-termika.ts';
import { readAssignment } from '#bookings/store-lists.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const ines = await t.hire('ines');
const tomasz = await t.hire('tomasz');
const ids = (...people: Person[]) => people.map(({ id }) => id);
const four = ids(t.anna, t.bo, ines, tomasz);

async function bookAt(link: SharedLink, start: string): Promise<string> {
  t.clock.advance(1);
  const { status, body } = await t.book(link, start);
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
}
const assignmentOf = async (id: string, as?: Person) =>
  (await t.call('GET', `/api/bookings/${id}`, undefined, as)).body.assignment;
async function decisionOf(id: string): Promise<Decision> {
  const row = await readAssignment(t.platform.db.read, t.workspaceId, id);
  return JSON.parse(row!.decision) as Decision;
}

const busyAt = (who: Person, start: string, end: string) =>
  t.call('POST', `/api/members/${who.id}/events`, { title: 'Hospital', start, end });

test('D5: an assignment says rule, chosen, every candidate, what was counted and why not', async () => {
  const link = await t.share({ kind: 'round-robin', hostIds: ids(t.anna, t.bo, ines) });
  await busyAt(ines, '2026-12-01T09:00:00Z', '2026-12-01T09:40:00Z');
  await bookAt(link, '2026-12-01T08:00:00Z');
  const madeAt = new Date(t.clock.now()).toISOString();
  const id = await bookAt(link, '2026-12-01T09:00:00Z');
  const { seed, ...assignment } = await assignmentOf(id);
  assert.ok(Number.isInteger(seed));
  const none = { chair: 0, reasons: [], count: 0, lastScheduledAt: null };
  const busy = { code: 'busy', detail: '2026-12-01T09:00:00Z/2026-12-01T09:40:00Z' };
  assert.deepEqual(assignment, {
    rule: 'fewest-booked',
    chosen: [t.bo.id],
    sentence: 'Bo Lindqvist: 0 booked, Anna Nowak 1, Ines Caron 0; not free: Ines Caron',
    candidates: [
      { ...none, memberId: t.anna.id, name: 'Anna Nowak', free: true, count: 1, lastScheduledAt: madeAt },
      { ...none, memberId: t.bo.id, name: 'Bo Lindqvist', free: true },
      { ...none, memberId: ines.id, name: 'Ines Caron', free: false, reasons: [busy] },
    ],
    at: new Date(t.clock.now()).toISOString(),
  });
});

test('D5: one sentence for each rule, in the reader’s language', async () => {
  const date = '2026-12-02';
  const pair = { kind: 'round-robin', hostIds: ids(t.anna, t.bo) };
  const sentences: [Record<string, unknown>, RegExp][] = [
    [{ ...pair, rule: 'fewest-that-day' }, /^Anna Nowak: 0 that day, Bo Lindqvist 0; both free$/],
    [{ ...pair, rule: 'fewest-booked' }, /^Anna Nowak: 0 booked, Bo Lindqvist 0; both free$/],
    [{ ...pair, rule: 'in-order' }, /^Anna Nowak is first in the list; both free$/],
    [{ ...pair, rule: 'random' }, /^(Anna Nowak|Bo Lindqvist), drawn at random; both free$/],
    [{ kind: 'personal', hostIds: ids(t.bo) }, /^Bo Lindqvist is the only host$/],
    [{ kind: 'group', hostIds: ids(t.anna, t.bo) }, /^Anna Nowak and Bo Lindqvist together$/],
  ];
  for (const [given, sentence] of sentences) {
    const link = await t.share(given);
    const id = await bookAt(link, `${date}T09:00:00Z`);
    assert.match((await assignmentOf(id)).sentence, sentence);
    await t.call('DELETE', `/api/bookings/${id}`);
  }
  const id = await bookAt(await t.share({ ...pair, rule: 'fewest-that-day' }), `${date}T10:00:00Z`);
  const inWords = async (locale: string) => {
    await t.call('PATCH', `/api/members/${t.anna.id}`, { locale });
    return (await assignmentOf(id)).sentence;
  };
  const [fr, pl] = [await inWords('fr'), await inWords('pl')];
  assert.ok(fr !== pl && [fr, pl].every((text) => /Anna Nowak.* 0/.test(text)), `${fr} / ${pl}`);
  await t.call('PATCH', `/api/members/${t.anna.id}`, { locale: 'en' });
});

test('D5: replaying what was kept gives the same host, for every rule', async () => {
  const chairs = [{ candidateIds: four, rule: 'random' }, { candidateIds: four.toReversed() }];
  const links: Record<string, unknown>[] = [
    ...['fewest-booked', 'fewest-that-day', 'in-order', 'random'].map((rule) => ({
      kind: 'round-robin',
      hostIds: four,
      rule,
      weights: { [four[2]!]: 4 },
    })),
    { kind: 'panel', chairs },
    { kind: 'group', hostIds: four },
  ];
  const [monday, friday] = ['2026-12-07', '2026-12-11'];
  for (const given of links) {
    const link = await t.share(given);
    for (const start of (await t.starts(link, monday, friday)).filter((_, at) => at % 7 === 0).slice(0, 6)) {
      const id = await bookAt(link, start);
      const decision = await decisionOf(id);
      const { body } = await t.call('GET', `/api/bookings/${id}`);
      assert.deepEqual(replay(decision), body.hostIds);
      assert.deepEqual([body.assignment.chosen, body.assignment.seed], [body.hostIds, decision.seed]);
      assert.deepEqual(decision.start * 60_000, Date.parse(start));
    }
  }
});

test('D1: what the API tells of a random draw is enough to draw it again; many draws reach everybody', async () => {
  const link = await t.share({ kind: 'round-robin', hostIds: four, rule: 'random' });
  const [seeds, drawn] = [new Set<number>(), new Set<string>()];
  const starts = await t.starts(link, '2026-12-14');
  for (const start of starts) {
    const id = await bookAt(link, start);
    const { seed, candidates, chosen } = await assignmentOf(id);
    const told: Decision = {
      ...(await decisionOf(id)),
      rules: ['random'],
      seed,
      candidates: candidates.map((one: Record<string, unknown>) => ({ ...one, id: one.memberId })),
    };
    assert.deepEqual(replay(told), chosen);
    seeds.add(seed);
    const others = Array.from({ length: 40 }, (_, at) => replay({ ...told, seed: seed + at })[0]!);
    assert.ok(new Set(others).size > 1, 'another seed would have drawn others');
    for (const other of others) drawn.add(other);
  }
  assert.equal(seeds.size, starts.length, 'each draw is one of its own');
  assert.equal(drawn.size, 4);
});

test('D5: the reasons tell times, never what the busy time is; strangers are told nothing of it', async () => {
  const link = await t.share({ kind: 'round-robin', hostIds: ids(t.anna, ines) });
  await busyAt(ines, '2026-12-16T09:00:00Z', '2026-12-16T10:00:00Z');
  const { body } = await t.book(link, '2026-12-16T09:00:00Z');
  const { body: whole } = await t.call('GET', `/api/bookings/${body.id}`);
  assert.ok(JSON.stringify(whole.assignment).includes('"busy"'));
  assert.ok(!JSON.stringify(whole).includes('Hospital'));
  assert.ok(!JSON.stringify(body).includes('Ines'));
});
