import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../../demo/cast.ts';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../../demo/open-termika.ts';
import type { CalendarWeek } from './week-fields.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const { name, email } = visitors.chloe;

async function made(method: string, path: string, body?: object, as: Person = anna) {
  const answer = await t.call(method, path, body, as);
  assert.ok(answer.status < 300, JSON.stringify(answer.body));
  return answer.body;
}

/** A meeting through a link that uses a rotation, and one written down. */
async function meetings(): Promise<void> {
  const members = [{ kind: 'member', id: bo.id }];
  const rotation = await made('POST', '/api/rotations', { name: 'Northern talks', members });
  const link = await t.share({
    kind: 'round-robin',
    title: 'Fair talk',
    hostIds: undefined,
    rotationId: rotation.id,
  });
  await t.book(link, '2026-12-09T09:00:00Z', visitors.chloe);
  const hand = { start: '2026-12-09T11:00:00Z', durationMinutes: 30, hostId: bo.id };
  await made('POST', '/api/bookings', { ...hand, visitor: { name, email } });
}

/** One that is kept on a record, and one of his own. */
async function events(): Promise<string> {
  const company = await made('POST', '/api/companies', { name: 'Oven friends', stage: 'prospect' });
  const visit = { title: 'Site visit', start: '2026-12-09T13:00:00Z', end: '2026-12-09T14:00:00Z' };
  const attendees = [{ kind: 'member', id: bo.id }];
  await made('POST', `/api/companies/${company.id}/events`, { ...visit, attendees });
  const gym = { title: 'Gym', start: '2026-12-09T15:00:00Z', end: '2026-12-09T15:30:00Z' };
  await made('POST', `/api/members/${bo.id}/events`, gym, bo);
  return company.id as string;
}

async function holidays(): Promise<void> {
  const days = [{ date: '2026-12-10', name: 'Lucia' }];
  const list = await made('POST', '/api/holiday-lists', { name: 'Lucia days', days });
  await made('PATCH', `/api/members/${bo.id}`, { holidayListId: list.id });
}

async function told(as: Person): Promise<(string | undefined)[]> {
  const span = 'from=2026-12-09T00:00:00Z&to=2026-12-11T00:00:00Z';
  const week = (await made('GET', `/api/calendar?memberIds=${bo.id}&${span}`, undefined, as)) as CalendarWeek;
  const spans = week.members[0]!.spans.filter(({ kind, why }) => kind !== 'closed' || why === 'holiday');
  const words = (source: { kind: string; name?: string }) =>
    [source.kind, source.name].filter(Boolean).join(' ');
  return spans.map(({ sources }) => sources?.map(words).join(', '));
}

test('each span names where it comes from: link, rotation, hand, record, calendar, holiday list; to others nothing', async () => {
  const priya = await t.hire('priya');
  await meetings();
  const companyId = await events();
  await holidays();
  const all = [
    'link Fair talk, rotation Northern talks',
    'hand',
    'record Oven friends',
    'calendar',
    'holidays Lucia days',
  ];
  assert.deepEqual(await told(bo), all);
  assert.deepEqual(await told(priya), [undefined, undefined, undefined, undefined, 'holidays Lucia days']);
  // P9: Bo keeps the hour, but the record is no longer his to see.
  await made('PATCH', `/api/companies/${companyId}`, { ownerId: anna.id });
  assert.deepEqual((await told(bo))[2], 'calendar');
});
