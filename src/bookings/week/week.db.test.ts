import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { members, visitors } from '../../../demo/cast.ts';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../../demo/open-termika.ts';
import { strangerTo } from '#bookings/stranger.test-support.ts';
import type { CalendarSpan, CalendarWeek } from './week-fields.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const priya = await t.hire('priya');
const { chloe } = visitors;

async function week(ids: string[], from: string, to: string, as: Person = anna, more = '') {
  const path = `/api/calendar?memberIds=${ids.join(',')}&from=${from}T00:00:00Z&to=${to}T00:00:00Z${more}`;
  const { status, body, statements } = await t.call('GET', path, undefined, as);
  assert.equal(status, 200, JSON.stringify(body));
  return { ...(body as CalendarWeek), statements };
}

const texts = (spans: CalendarSpan[], ...kinds: string[]): string[] =>
  spans
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ start, end, why, title }) =>
      [start.slice(5, 16), end.slice(5, 16), why, title].filter((word) => word !== undefined).join(' '),
    );

test('the week: closed time with its reason, events, bookings and holds stand beside each other', async () => {
  const link = await t.share({ title: 'Oven tour', durationsMinutes: [60] });
  await t.call('POST', `/api/members/${anna.id}/events`, {
    title: 'Dentist',
    start: '2026-12-01T08:00:00Z',
    end: '2026-12-01T09:00:00Z',
  });
  await t.call('POST', `/api/members/${anna.id}/absences`, {
    from: '2026-12-03',
    to: '2026-12-03',
    reason: 'Skiing',
  });
  const { body: booked } = await t.book(link, '2026-12-01T10:00:00Z', chloe);
  const strict = await t.share({ title: 'Tasting', verification: 'everyone' });
  const { body: held } = await t.book(strict, '2026-12-02T10:00:00Z', chloe);
  const { members: found, statements } = await week([anna.id], '2026-12-01', '2026-12-04');
  const [one] = found;
  // One of them asks which events are kept on a record.
  assert.equal(statements, 7);
  assert.equal(one!.timeZone, members.anna.timeZone);
  assert.deepEqual(texts(one!.spans, 'closed'), [
    '12-01T00:00 12-01T08:00 hours',
    '12-01T16:00 12-02T08:00 hours',
    '12-02T16:00 12-02T23:00 hours',
    '12-02T23:00 12-03T23:00 absence Skiing',
    '12-03T23:00 12-04T00:00 hours',
  ]);
  assert.deepEqual(texts(one!.spans, 'busy'), ['12-01T08:00 12-01T09:00 Dentist']);
  const meeting = one!.spans.find(({ kind }) => kind === 'booked')!;
  assert.deepEqual(
    [meeting.bookingId, meeting.visitor, meeting.linkIds, meeting.editable],
    [booked.id, chloe.name, [link.id], true],
  );
  const hold = one!.spans.find(({ kind }) => kind === 'held')!;
  assert.deepEqual([hold.bookingId, hold.editable, hold.expiresAt !== undefined], [held.id, false, true]);
});

test('0013: a colleague sees that somebody is busy and no more, and none of their free events or reasons', async () => {
  await t.call('POST', `/api/members/${anna.id}/events`, {
    title: 'Birthday',
    start: '2026-12-01T12:00:00Z',
    end: '2026-12-01T13:00:00Z',
    transparency: 'free',
  });
  const { members: found } = await week([anna.id], '2026-12-01', '2026-12-04', bo);
  const text = JSON.stringify(found);
  for (const secret of ['Dentist', 'Birthday', 'Skiing', 'Oven', 'Girard', 'bookingId', 'eventId'])
    assert.ok(!text.includes(secret), secret);
  assert.deepEqual(texts(found[0]!.spans, 'busy', 'booked', 'held', 'free'), [
    '12-01T08:00 12-01T09:00',
    '12-01T10:00 12-01T11:00',
    '12-02T10:00 12-02T10:30',
  ]);
  assert.ok(found[0]!.spans.every(({ editable }) => !editable));
  const owner = await week([anna.id], '2026-12-01', '2026-12-04');
  assert.deepEqual(texts(owner.members[0]!.spans, 'free'), ['12-01T12:00 12-01T13:00 Birthday']);
});

test('A3: an all-day event is shown as the whole dates of its member’s zone', async () => {
  const event = { title: 'Fair', allDay: true, start: '2026-12-08T18:30:00Z', end: '2026-12-08T19:00:00Z' };
  await t.call('POST', `/api/members/${priya.id}/events`, event);
  const { members: found } = await week([priya.id], '2026-12-08', '2026-12-11');
  assert.deepEqual(texts(found[0]!.spans, 'busy'), ['12-08T18:30 12-09T18:30 Fair']);
});

test('A1: in Warsaw the night of 2027-03-28 is an hour shorter; in Kathmandu hours begin at a quarter', async () => {
  const weekly = [6, 7, 1].map((day) => ({ day, start: '09:00', end: '17:00' }));
  const put = async (timeZone: string) => {
    const { status } = await t.call('PUT', `/api/members/${bo.id}/hours`, {
      timeZone,
      weekly,
      overrides: [{ date: '2027-03-29', spans: [{ start: '09:00', end: '12:00' }] }],
    });
    assert.equal(status, 200);
    const { members: found } = await week([bo.id], '2027-03-27', '2027-03-30');
    return texts(found[0]!.spans, 'closed');
  };
  assert.deepEqual(await put('Europe/Warsaw'), [
    '03-27T00:00 03-27T08:00 hours',
    '03-27T16:00 03-28T07:00 hours',
    '03-28T15:00 03-29T07:00 hours',
    '03-29T10:00 03-29T15:00 override',
    '03-29T15:00 03-30T00:00 hours',
  ]);
  assert.deepEqual(await put('Asia/Kathmandu'), [
    '03-27T00:00 03-27T03:15 hours',
    '03-27T11:15 03-28T03:15 hours',
    '03-28T11:15 03-29T03:15 hours',
    '03-29T06:15 03-29T11:15 override',
    '03-29T11:15 03-30T00:00 hours',
  ]);
});

test('what links offer of a member is what their slots say, each host apart', async () => {
  const ines = await t.hire('ines');
  const hosts = [anna.id, ines.id, priya.id];
  const weekly = [1, 2, 3, 4, 5].map((day) => ({ day, start: '07:00', end: '15:00' }));
  const links = [
    await t.share({ kind: 'round-robin', hostIds: hosts, hours: null, durationsMinutes: [45, 20] }),
    await t.share({ kind: 'group', hostIds: hosts.slice(0, 2), incrementMinutes: 15, hours: null }),
    await t.share({ hours: { weekly }, bufferBeforeMinutes: 10, caps: { perDay: 1 } }),
    await t.share({
      kind: 'specific-times',
      hours: null,
      hostIds: [ines.id],
      times: [{ start: '2026-12-02T19:00:00Z', end: '2026-12-02T19:40:00Z' }],
    }),
    await t.share({ active: false, hours: null }),
  ];
  await t.book(links[2]!, '2026-12-04T09:00:00Z', chloe);
  const many = await week(hosts, '2026-12-01', '2026-12-06', anna, '&offered=true');
  assert.ok(many.statements <= 13, `${many.statements} statements`);
  for (const { memberId, spans } of many.members) {
    const offered = spans.filter(({ kind }) => kind === 'offered');
    const expected = await minutesBySlots(memberId);
    assert.deepEqual([...new Set(offered.flatMap(minutesIn))].toSorted(), [...expected].toSorted());
  }
  assert.ok(!many.links.some(({ id }) => id === links[4]!.id));
  assert.deepEqual(
    many.members[1]!.spans.find(({ kind, start }) => kind === 'offered' && start > '2026-12-02T18')!.linkIds,
    [links[3]!.id],
  );
});

/** The same by asking every link for its slots. */
async function minutesBySlots(memberId: string): Promise<Set<string>> {
  const { body } = await t.call('GET', '/api/links?limit=200');
  const minutes = new Set<string>();
  for (const link of body.items.filter((one: { active: boolean }) => one.active)) {
    for (const duration of link.kind === 'specific-times' ? [undefined] : link.durationsMinutes) {
      const wanted = duration === undefined ? '' : `&duration=${duration}`;
      const path = `/api/links/${link.id}/slots?from=2026-12-01&to=2026-12-05&timeZone=UTC${wanted}`;
      for (const { start, hostIds } of (await t.call('GET', path)).body.days.flatMap(slotsOf)) {
        if (!hostIds.includes(memberId)) continue;
        const end = Date.parse(start) + (duration ?? 40) * 60_000;
        for (const minute of minutesIn({ start, end: new Date(end).toISOString() })) minutes.add(minute);
      }
    }
  }
  return minutes;
}

const slotsOf = (day: { slots: { start: string; hostIds: string[] }[] }) => day.slots;

/** Every fifth minute of a span. */
function minutesIn({ start, end }: { start: string; end: string }): string[] {
  const cells: string[] = [];
  for (let at = Date.parse(start); at < Date.parse(end); at += 300_000)
    cells.push(new Date(at).toISOString());
  return cells;
}

test('ABUSE 18: members of another workspace, too many members and a year at once are refused', async () => {
  const stranger = await strangerTo(t);
  const ask = async (query: string, as: Person = anna) =>
    (await t.call('GET', `/api/calendar?${query}`, undefined, as)).status;
  const span = 'from=2026-12-01T00:00:00Z&to=2026-12-08T00:00:00Z';
  assert.equal(await ask(`memberIds=${anna.id}&${span}`, stranger), 404);
  assert.equal(await ask(`memberIds=${anna.id},nobody&${span}`), 422);
  assert.equal(await ask(`memberIds=${anna.id}&from=2026-12-01T00:00:00Z&to=2027-12-01T00:00:00Z`), 422);
  assert.equal(await ask(`memberIds=${anna.id}&from=2026-12-08T00:00:00Z&to=2026-12-01T00:00:00Z`), 422);
});
