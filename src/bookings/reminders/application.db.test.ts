import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type Person, type SharedLink } from '../../../demo/open-termika.ts';
import { bookedAt, names, watchReminders } from './reminders.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const look = watchReminders(t);
const hourBefore = { minutes: 60, when: 'before', to: 'visitor' };

const promise = async (link: SharedLink, reminders: object[]) =>
  assert.equal((await t.call('PATCH', `/api/links/${link.id}`, { reminders })).status, 200);
const unlike = async (link: SharedLink) =>
  (await t.call('GET', `/api/links/${link.id}/reminders`)).body.meetings;
const apply = (link: SharedLink, as: Person = t.anna) =>
  t.call('POST', `/api/links/${link.id}/reminders/application`, {}, as);

test('B5: meetings keep the reminders they were promised, until somebody applies the new ones to them', async () => {
  const link = await t.share({ reminders: [{ ...hourBefore, text: 'Old words' }] });
  await bookedAt(t, link, '2026-12-01T09:00:00Z');
  await bookedAt(t, link, '2026-12-01T12:00:00Z');
  const gone = await bookedAt(t, link, '2026-12-01T13:00:00Z');
  await t.call('POST', `/api/bookings/${gone.id}/cancellation`, {});
  assert.equal(await unlike(link), 0);
  await promise(link, [
    { ...hourBefore, text: 'New words' },
    { ...hourBefore, minutes: 120, to: 'host' },
  ]);
  assert.equal(await unlike(link), 2);
  const [first] = await look('2026-12-01T08:00:00Z');
  assert.match(first!.text, /Old words/);
  const news = await apply(link);
  assert.deepEqual([news.status, news.body], [200, { changed: 2 }]);
  assert.equal(await unlike(link), 0);
  assert.deepEqual(
    await look('2026-12-01T08:30:00Z'),
    [],
    'nobody is told, and nothing that was sent is sent again',
  );
  assert.deepEqual(names(await look('2026-12-01T10:00:00Z')), ['host-reminder to anna']);
  const [second] = await look('2026-12-01T11:00:00Z');
  assert.match(second!.text, /New words/);
});

test('B5: what a link promises no more is sent no more once that was applied', async () => {
  t.clock.set('2026-12-07T08:00:00Z');
  const link = await t.share({ reminders: [hourBefore] });
  await bookedAt(t, link, '2026-12-08T09:00:00Z');
  await promise(link, []);
  assert.deepEqual((await apply(link)).body, { changed: 1 });
  assert.deepEqual(await look('2026-12-08T08:30:00Z'), []);
});

test('N3: everybody may look; only the owner, or who manages links, applies', async () => {
  const link = await t.share();
  assert.equal((await t.call('GET', `/api/links/${link.id}/reminders`, undefined, t.bo)).status, 200);
  assert.equal((await apply(link, t.bo)).status, 403);
  await t.call('DELETE', `/api/links/${link.id}`);
  assert.equal((await t.call('GET', `/api/links/${link.id}/reminders`)).status, 404);
  assert.equal((await apply(link)).status, 404);
});

test('B7: the booking shows its reminders: what is due, what was sent, what was not', async () => {
  t.clock.set('2026-12-14T08:00:00Z');
  const day = { minutes: 1440, when: 'before', to: 'visitor' };
  const link = await t.share({ reminders: [day, hourBefore, { minutes: 30, when: 'after', to: 'host' }] });
  const { id } = await bookedAt(t, link, '2026-12-15T08:00:00Z');
  await look('2026-12-15T07:00:00Z');
  const { body } = await t.call('GET', `/api/bookings/${id}`);
  assert.deepEqual(body.reminders, [
    { minutes: 1440, when: 'before', to: 'visitor', at: '2026-12-14T08:00:00Z', state: 'not-sent' },
    { minutes: 60, when: 'before', to: 'visitor', at: '2026-12-15T07:00:00Z', state: 'sent' },
    { minutes: 30, when: 'after', to: 'host', at: '2026-12-15T09:00:00Z', state: 'due' },
  ]);
});
