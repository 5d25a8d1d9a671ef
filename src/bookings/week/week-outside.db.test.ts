import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../../demo/cast.ts';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../../demo/open-termika.ts';
import { outsideCalendar } from '#bookings/outside-calendar.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const at = (time: string) => `2026-12-01T${time}:00Z`;
const link = await t.share();
const booked = (await t.book(link, at('14:00'), visitors.chloe)).body;
const home = await outsideCalendar(t, anna);
const club = await outsideCalendar(t, anna, { name: 'Club' });
await home.holds([
  { start: at('09:00'), end: at('10:00'), title: 'Dentist' },
  { start: at('11:00'), end: at('12:00'), title: 'Maybe', busy: false },
  { start: at('14:00'), end: at('14:30'), title: 'Oven tour', bookingId: booked.id, blocks: false },
]);
await club.holds([
  { start: '2026-11-30T23:00:00Z', end: at('23:00'), title: 'Cup', allDay: true, blocks: false },
]);

async function spans(as: Person) {
  const query = `memberIds=${anna.id}&from=2026-11-30T00:00:00Z&to=2026-12-05T00:00:00Z`;
  const { body } = await t.call('GET', `/api/calendar?${query}`, undefined, as);
  return body.members[0].spans.filter(({ kind }: { kind: string }) => kind !== 'closed');
}

test('A3, K1: one’s own week shows outside events with title and calendar, to be changed there', async () => {
  const own = await spans(anna);
  assert.deepEqual(
    own.map(({ kind, title, calendarName, editable }: Record<string, unknown>) => [
      kind,
      title,
      calendarName,
      editable,
    ]),
    [
      ['free', 'Cup', 'Club', false],
      ['busy', 'Dentist', 'Home', false],
      ['free', 'Maybe', 'Home', false],
      ['booked', 'Oven tour', undefined, true],
    ],
  );
  assert.deepEqual(own[0].allDay, true);
  assert.deepEqual(own[1].sources, [{ kind: 'outside', id: home.id, name: 'Home' }]);
  assert.equal(own[1].calendarId, home.id);
});

test('N3: colleagues see when somebody is busy and neither what nor where it stands', async () => {
  const seen = await spans(bo);
  assert.deepEqual(seen, [
    { kind: 'busy', start: at('09:00'), end: at('10:00'), allDay: false, editable: false },
    { kind: 'busy', start: at('14:00'), end: at('14:30'), allDay: false, editable: false },
  ]);
});

test('A3: a calendar that is switched off is not shown', async () => {
  await home.is({ sync: false });
  assert.ok(!JSON.stringify(await spans(anna)).includes('Dentist'));
  await home.is({ sync: true });
});

test('K1: the list of a member’s events has them by start, in pages, for colleagues without title', async () => {
  await t.call('POST', `/api/members/${anna.id}/events`, {
    title: 'Own',
    start: at('10:00'),
    end: at('10:30'),
  });
  const all: { title: string; calendarName?: string }[] = [];
  let cursor = '';
  do {
    const { body } = await t.call('GET', `/api/members/${anna.id}/events?limit=1${cursor}`);
    all.push(...body.items);
    cursor = body.next && `&cursor=${encodeURIComponent(body.next)}`;
  } while (cursor);
  assert.deepEqual(
    all.map(({ title, calendarName }) => [title, calendarName]),
    [
      ['Cup', 'Club'],
      ['Dentist', 'Home'],
      ['Own', undefined],
      ['Maybe', 'Home'],
      [`Oven tour · ${visitors.chloe.name}`, undefined],
    ],
  );
  const { body } = await t.call('GET', `/api/members/${anna.id}/events`, undefined, bo);
  assert.deepEqual(
    body.items.map(({ title, start }: Record<string, string>) => [title, start]),
    [
      ['Busy', at('09:00')],
      ['Busy', at('10:00')],
      ['Busy', at('14:00')],
    ],
  );
  assert.ok(!JSON.stringify(body).includes('calendar'));
});
