import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika } from '../../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

test('P6, A3: the time of an event on a record is offered to nobody, moves with it, and is free when it is gone', async () => {
  const { anna, bo } = t;
  const link = await t.share({ hostIds: [anna.id], slug: 'tour' });
  const { body: lead } = await t.call('POST', '/api/leads', { name: 'Chloé' });
  const events = `/api/leads/${lead.id}/events`;
  const offered = async () => {
    const starts = await t.starts(link, '2026-11-25');
    return ['09:00', '14:00'].filter((time) => starts.includes(`2026-11-25T${time}:00Z`));
  };
  assert.deepEqual(await offered(), ['09:00', '14:00']);
  const at = (hour: number) => ({ start: `2026-11-25T${hour}:00:00Z`, end: `2026-11-25T${hour + 1}:00:00Z` });
  const { body: event } = await t.call('POST', events, {
    title: 'Lunch',
    ...at(14),
    attendees: [anna.email],
  });
  assert.deepEqual(await offered(), ['09:00']);
  await t.call('PATCH', `${events}/${event.id}`, { attendees: [bo.id, 'guest@example.org'] });
  assert.deepEqual(await offered(), ['09:00', '14:00']);
  await t.call('PATCH', `${events}/${event.id}`, { attendees: [bo.id, anna.id], start: at(13).start });
  assert.deepEqual(await offered(), ['09:00']);
  await t.call('DELETE', `${events}/${event.id}`);
  assert.deepEqual(await offered(), ['09:00', '14:00']);
});

test('38, C6: of many who change an event at once with what they read, one does; all calendars say the same', async () => {
  const { anna, bo } = t;
  const { body: lead } = await t.call('POST', '/api/leads', { name: 'Ola' });
  const events = `/api/leads/${lead.id}/events`;
  const times = { start: '2026-11-26T13:00:00Z', end: '2026-11-26T14:00:00Z' };
  const { body } = await t.call('POST', events, { title: 'Call', ...times, attendees: [anna.id, bo.id] });
  const path = `${events}/${body.id}`;
  const entries = async () => {
    const found = [anna, bo].map(
      async ({ id }) => (await t.call('GET', `/api/members/${id}/events`)).body.items,
    );
    return (await Promise.all(found)).map(([entry]) => entry);
  };
  const [annas] = await entries();
  const changes = Array.from({ length: 8 }, (_, one) =>
    one % 2 === 0
      ? t.call('PATCH', path, { title: `Call ${one}` }, anna, { 'if-match': '"1"' })
      : t.call('PATCH', `/api/members/${anna.id}/events/${annas.id}`, { title: `Call ${one}` }),
  );
  const statuses = (await Promise.all(changes)).map(({ status }) => status);
  assert.ok(
    statuses.every((status) => status === 200 || status === 412),
    String(statuses),
  );
  assert.ok(statuses.filter((_, one) => one % 2 === 0).filter((status) => status === 200).length <= 1);
  const { body: now } = await t.call('GET', events);
  assert.deepEqual(
    (await entries()).map(({ title }) => title),
    [now.items[0].title, now.items[0].title],
  );
});

test('P6, P9: what is planned over a record in the trash blocks nobody; with the record it blocks again', async () => {
  const { anna, bo } = t;
  const link = await t.share({ hostIds: [anna.id], slug: 'trash' });
  const { body: lead } = await t.call('POST', '/api/leads', { name: 'Zofia' });
  const path = `/api/leads/${lead.id}`;
  const offered = async () => (await t.starts(link, '2026-11-27')).includes('2026-11-27T14:00:00Z');
  const entries = async () => (await t.call('GET', `/api/members/${bo.id}/events`)).body.items.length;
  const before = await entries();
  for (const hour of [14, 15]) {
    const times = { start: `2026-11-27T${hour}:00:00Z`, end: `2026-11-27T${hour + 1}:00:00Z` };
    await t.call('POST', `${path}/events`, { title: 'Tasting', ...times, attendees: [anna.id, bo.id] });
  }
  assert.deepEqual([await offered(), await entries()], [false, before + 2]);
  await t.call('DELETE', path);
  assert.deepEqual([await offered(), await entries()], [true, before]);
  await t.call('POST', `${path}/restoration`);
  assert.deepEqual([await offered(), await entries()], [false, before + 2]);
  await t.call('POST', '/api/leads/trash', { ids: [lead.id] });
  assert.equal(await offered(), true);
  await t.call('POST', '/api/leads/restorations', { ids: [lead.id] });
  assert.equal(await offered(), false);
  const { body } = await t.call('GET', `${path}/events`);
  await t.call('DELETE', `${path}/events/${body.items[0].id}`);
  await t.call('PATCH', `${path}/events/${body.items[1].id}`, { attendees: [bo.id] });
  assert.deepEqual([await offered(), await entries()], [true, before + 1]);
});
