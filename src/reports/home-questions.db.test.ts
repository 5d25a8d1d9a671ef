import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { minute, writtenHouse } from '#bookings/calendar-writes/written-house.test-support.ts';
import type { Attention } from './home-fields.ts';

const t = await writtenHouse();
after(() => t.close());
const { anna, bo, shelf, link } = t;

const asked = async (as = anna): Promise<Attention[]> => {
  const { body, statements } = await t.call('GET', '/api/home', undefined, as);
  assert.ok(statements <= 12, `${statements} statements`);
  return body.attention.filter(({ code }: Attention) => code === 'calendar-question');
};

test('A3: home asks the host what they meant by moving a meeting in their calendar, until it is answered', async () => {
  await t.connect(anna);
  await t.read();
  const start = '2026-12-01T09:00:00Z';
  const { id } = (await t.book(link, start)).body;
  await t.write();
  await t.read();
  assert.deepEqual(await asked(), []);
  shelf.edit({ start: minute('2026-12-01T13:00:00Z'), end: minute('2026-12-01T14:00:00Z') });
  await t.read();
  const booking = { id, title: 'Oven tour', start };
  const question = { code: 'calendar-question', booking, kind: 'moved', calendarName: 'work' };
  assert.deepEqual(await asked(), [question]);
  assert.deepEqual(await asked(bo), [], 'it is the host’s to say');
  await t.call('POST', `/api/bookings/${id}/calendar-answer`, { hostId: anna.id, answer: 'restore' });
  await t.write();
  assert.deepEqual(await asked(), []);
});

test('A3: nobody is asked about a meeting that is over', async () => {
  shelf.edit({ start: minute('2026-12-01T13:00:00Z'), end: minute('2026-12-01T14:00:00Z') });
  await t.read();
  assert.equal((await asked()).length, 1);
  t.clock.advance(9 * 24 * 60);
  assert.deepEqual(await asked(), []);
});
