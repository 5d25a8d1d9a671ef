import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';
import { visitors } from '../../demo/cast.ts';
import { outsideCalendar } from './outside-calendar.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const { chloe, marek } = visitors;
const day = '2026-12-01';
const at = (time: string): string => `${day}T${time}:00Z`;
const hour = { durationsMinutes: [60] };
const link = await t.share({ ...hour, minimumNoticeMinutes: 0 });
const starts = () => t.starts(link, day);
// Nine to five in Paris.
const whole = ['08', '09', '10', '11', '12', '13', '14', '15'].map((hours) => at(`${hours}:00`));
const without = (...hours: string[]) =>
  whole.filter((start) => !hours.some((one) => start === at(`${one}:00`)));

test('A3: busy events of every calendar that checks conflicts block, free ones do not', async () => {
  const home = await outsideCalendar(t, anna);
  const club = await outsideCalendar(t, anna, { name: 'Club' });
  await home.holds([
    { start: at('09:00'), end: at('10:00') },
    { start: at('12:00'), end: at('13:00'), busy: false },
  ]);
  await club.holds([
    { start: at('10:30'), end: at('11:00') },
    { start: at('14:00'), end: at('15:00'), blocks: false },
  ]);
  await t.call('POST', `/api/members/${anna.id}/events`, {
    title: 'Own',
    start: at('15:00'),
    end: at('16:00'),
  });
  assert.deepEqual(await starts(), without('09', '10', '15'));
  assert.equal((await t.book(link, at('09:00'), chloe)).status, 409);
  assert.equal((await t.book(link, at('14:00'), chloe)).status, 201);
  await home.holds([]);
  await club.holds([]);
});

test('A3: a whole day that came from outside is whole already, in its own zone', async () => {
  const home = await outsideCalendar(t, anna);
  // The first of December in Auckland ends at eleven in the morning, UTC.
  await home.holds([{ start: '2026-11-30T11:00:00Z', end: at('11:00'), allDay: true }]);
  assert.deepEqual(await starts(), without('08', '09', '10', '14', '15'));
  await home.holds([]);
});

test('A3: what lasts for weeks blocks every day of them, however far from its ends', async () => {
  const home = await outsideCalendar(t, anna);
  await home.holds([{ start: '2026-10-01T00:00:00Z', end: '2027-02-01T00:00:00Z', allDay: true }]);
  assert.deepEqual(await starts(), []);
  await home.holds([{ start: '2026-11-30T00:00:00Z', end: '2026-12-07T00:00:00Z' }]);
  assert.deepEqual(await starts(), [], 'a week to the minute');
  await home.holds([{ start: '2026-11-24T09:00:00Z', end: at('09:00') }]);
  assert.deepEqual(await starts(), without('08', '14', '15'), 'a week before its end');
  await home.holds([]);
});

test('A4: buffers are held against outside events as against one’s own', async () => {
  const padded = await t.share({ ...hour, bufferBeforeMinutes: 15, bufferAfterMinutes: 15 });
  const home = await outsideCalendar(t, anna);
  await home.holds([{ start: at('10:00'), end: at('11:00') }]);
  const { body } = await t.call('GET', `/api/links/${padded.id}/explanation?start=${at('11:00')}`);
  assert.deepEqual(
    body.hosts[0].reasons.map(({ code }: { code: string }) => code),
    ['buffer'],
  );
  await home.holds([]);
});

test('A3, E8: a booking’s own entry never stands in its way; moved by its owner it blocks others', async () => {
  const other = await t.share({ ...hour, title: 'Other' });
  const booked = (await t.book(other, at('08:00'), marek)).body;
  const home = await outsideCalendar(t, anna);
  await home.holds([{ start: at('10:00'), end: at('11:00'), bookingId: booked.id }]);
  assert.ok(!(await starts()).includes(at('10:00')));
  assert.equal((await t.book(link, at('10:00'), chloe)).status, 409);
  const move = await t.call('POST', `/api/bookings/${booked.id}/reschedule`, { start: at('10:00') });
  assert.equal(move.status, 200, JSON.stringify(move.body));
});

test('A3: another’s calendar blocks nobody else', async () => {
  const bos = await outsideCalendar(t, bo);
  await bos.holds([{ start: at('09:00'), end: at('10:00') }]);
  assert.ok((await starts()).includes(at('09:00')));
  const turns = await t.share({ ...hour, kind: 'round-robin', hostIds: [anna.id, bo.id] });
  const booked = await t.book(turns, at('09:00'), chloe);
  assert.deepEqual([booked.status, booked.body.hosts], [201, [{ name: anna.name }]]);
});
