import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type SharedLink } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const ines = await t.hire('ines');
const date = '2026-12-01';
const next = '2026-12-02';

const event = (who: { id: string }, start: string, end: string) =>
  t.call('POST', `/api/members/${who.id}/events`, {
    title: 'Busy',
    start: `${date}T${start}:00Z`,
    end: `${date}T${end}:00Z`,
  });
await event(t.anna, '09:00', '10:30');
await event(t.bo, '10:00', '12:00');
await event(ines, '08:00', '09:00');
await t.call('POST', `/api/members/${ines.id}/absences`, { from: next, to: next });

const why = async (link: SharedLink, start: string) =>
  (await t.call('GET', `/api/links/${link.id}/explanation?start=${start}`)).body;
const freeIn = (explained: { hosts: { memberId: string; free: boolean }[] }) =>
  explained.hosts.filter(({ free }) => free).map(({ memberId }) => memberId);

/** Every quarter of an hour from seven to five on both days. */
const probes = [date, next].flatMap((day) =>
  Array.from({ length: 40 }, (_, at) => {
    const minutes = 7 * 60 + at * 15;
    const clock = [Math.floor(minutes / 60), minutes % 60]
      .map((part) => String(part).padStart(2, '0'))
      .join(':');
    return `${day}T${clock}:00Z`;
  }),
);

const all = [t.anna.id, t.bo.id, ines.id];
const seats = { incrementMinutes: 30, bufferBeforeMinutes: 10, minimumNoticeMinutes: 60 };
const chairs = [{ candidateIds: [t.anna.id, t.bo.id] }, { candidateIds: [t.bo.id, ines.id] }];
const links: [string, object][] = [
  ['personal', { kind: 'personal', hostIds: [t.anna.id] }],
  ['group', { kind: 'group', hostIds: all }],
  ['round-robin', { kind: 'round-robin', hostIds: all }],
  ['panel', { kind: 'panel', chairs }],
];

for (const [kind, given] of links) {
  test(`A10: page, colleagues’ slots, explanation and booking agree on every start (${kind})`, async () => {
    const link = await t.share({ ...seats, ...given });
    const offered = await t.starts(link, date, next);
    const query = `from=${date}&to=${next}&timeZone=Europe/Paris`;
    const { body: staff } = await t.call('GET', `/api/links/${link.id}/slots?${query}`);
    const hostsAt = new Map<string, string[]>(
      staff.days.flatMap((day: { slots: { start: string; hostIds: string[] }[] }) =>
        day.slots.map(({ start, hostIds }): [string, string[]] => [start, hostIds]),
      ),
    );
    assert.deepEqual([...hostsAt.keys()], offered);
    for (const start of probes) {
      const explained = await why(link, start);
      assert.equal(explained.offered, offered.includes(start), start);
      assert.ok(explained.offered || explained.hosts.some(({ free }: { free: boolean }) => !free), start);
      if (explained.offered) assert.deepEqual(hostsAt.get(start), freeIn(explained), start);
    }
    const booked = await tryEach(link);
    assert.deepEqual(
      booked,
      offered.filter((start) => booked.includes(start)),
      'nothing closed is booked',
    );
    assert.ok(booked.length > 0);
  });
}

/** Asks for every probe, cancelling each booking at once, and gives the starts that were had. */
async function tryEach(link: SharedLink): Promise<string[]> {
  const had: string[] = [];
  const open = new Set(await t.starts(link, date, next));
  for (const start of probes) {
    const { status, body } = await t.book(link, start);
    assert.equal(status === 201, open.has(start), `${start}: ${JSON.stringify(body)}`);
    assert.ok([201, 409, 422].includes(status));
    if (status !== 201) continue;
    had.push(start);
    await t.call('POST', `/api/bookings/${body.id}/cancellation`, {});
  }
  return had;
}

test('A10: the explanation names for every host what stands against the start', async () => {
  const holidays = { name: 'Ours', days: [{ date: '2026-12-25', name: 'Christmas' }] };
  const { body: list } = await t.call('POST', '/api/holiday-lists', holidays);
  const link = await t.share({ ...seats, kind: 'round-robin', hostIds: all, holidayListId: list.id });
  const codes = async (start: string) =>
    (await why(link, start)).hosts.map(({ reasons }: { reasons: { code: string }[] }) => [
      ...new Set(reasons.map(({ code }) => code)),
    ]);
  assert.deepEqual(await codes(`${date}T10:00:00Z`), [['busy'], ['busy'], []]);
  assert.deepEqual(await codes(`${date}T12:00:00Z`), [[], ['buffer'], []]);
  assert.deepEqual(await codes(`${next}T10:00:00Z`), [[], [], ['absence']]);
  assert.deepEqual(await codes(`${date}T18:00:00Z`), [
    ['outside-hours'],
    ['outside-hours'],
    ['outside-hours'],
  ]);
  assert.deepEqual(await codes(`${date}T08:10:00Z`), [['off-grid'], ['off-grid'], ['off-grid', 'busy']]);
  assert.deepEqual(await codes('2026-11-23T08:30:00Z'), [['notice'], ['notice'], ['notice']]);
  assert.deepEqual(await codes('2026-11-20T08:30:00Z'), [
    ['past', 'horizon'],
    ['past', 'horizon'],
    ['past', 'horizon'],
  ]);
  assert.deepEqual(await codes('2026-12-25T09:00:00Z'), [['holiday'], ['holiday'], ['holiday']]);
  assert.deepEqual(await codes('2027-03-01T09:00:00Z'), [['horizon'], ['horizon'], ['horizon']]);
  await t.book(link, `${date}T13:00:00Z`);
  assert.deepEqual((await codes(`${date}T13:00:00Z`)).flat(), ['claimed']);
});

test('A10: busy time is told as times, never by what it is', async () => {
  const link = await t.share({ ...seats, kind: 'group', hostIds: all });
  const explained = await why(link, `${date}T10:00:00Z`);
  const [anna] = explained.hosts;
  assert.deepEqual(Object.keys(anna).toSorted(), ['free', 'memberId', 'name', 'reasons']);
  assert.deepEqual(anna.reasons, [{ code: 'busy', detail: `${date}T09:00:00Z/${date}T10:30:00Z` }]);
  assert.ok(!JSON.stringify(explained).includes('Busy'));
});
