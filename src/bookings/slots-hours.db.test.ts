import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person, type SharedLink } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

// Monday to Sunday, 30 November to 6 December 2026, in Paris (UTC+1).
const [monday, tuesday, wednesday, thursday, friday, saturday] = [
  '2026-11-30',
  '2026-12-01',
  '2026-12-02',
  '2026-12-03',
  '2026-12-04',
  '2026-12-05',
];

interface Hours {
  weekly: { day: number; start: string; end: string }[];
  overrides?: { date: string; spans: { start: string; end: string }[] }[];
  timeZone?: string;
}

const keeps = async (who: Person, hours: Hours) =>
  assert.equal(
    (
      await t.call('PUT', `/api/members/${who.id}/hours`, {
        timeZone: 'Europe/Paris',
        overrides: [],
        ...hours,
      })
    ).status,
    200,
  );
const hourly = (hosts: Person[], more: object = {}) =>
  t.share({
    kind: hosts.length > 1 ? 'round-robin' : 'personal',
    hostIds: hosts.map(({ id }) => id),
    durationsMinutes: [60],
    hours: null,
    ...more,
  });
/** The hours of a day at which one can begin, in Paris. */
const hoursOf = async (link: SharedLink, date: string) =>
  (await t.starts(link, date)).map((start) =>
    new Date(start).toLocaleTimeString('en-GB', {
      timeZone: 'Europe/Paris',
      hour: '2-digit',
      minute: '2-digit',
    }),
  );
const holidaysOn = async (...dates: string[]): Promise<string> => {
  const days = dates.map((date) => ({ date, name: 'Holiday' }));
  return (await t.call('POST', '/api/holiday-lists', { name: 'Holidays', days })).body.id;
};
const absent = (who: Person, from: string, to = from) =>
  t.call('POST', `/api/members/${who.id}/absences`, { from, to, reason: 'Away' });

test('A1: several spans a day, in the member’s own zone', async () => {
  const link = await hourly([t.bo]);
  const weekly = [
    { day: 1, start: '09:00', end: '11:00' },
    { day: 1, start: '14:00', end: '15:30' },
  ];
  await keeps(t.bo, { weekly });
  assert.deepEqual(await hoursOf(link, monday), ['09:00', '10:00', '14:00']);
  assert.deepEqual(await hoursOf(link, tuesday), []);
  await keeps(t.bo, { weekly, timeZone: 'Europe/Helsinki' });
  assert.deepEqual(await hoursOf(link, monday), ['08:00', '09:00', '13:00']);
});

test('A1: hours may cross midnight; the tail belongs to the evening before', async () => {
  const link = await hourly([t.bo]);
  await keeps(t.bo, { weekly: [{ day: 1, start: '22:00', end: '02:00' }] });
  assert.deepEqual(await hoursOf(link, monday), ['22:00', '23:00']);
  assert.deepEqual(await hoursOf(link, tuesday), ['00:00', '01:00']);
  await keeps(t.bo, { weekly: [{ day: 1, start: '22:00', end: '24:00' }] });
  assert.deepEqual(await hoursOf(link, tuesday), []);
  await keeps(t.bo, { weekly: [{ day: 1, start: '00:00', end: '00:00' }] });
  assert.equal((await hoursOf(link, monday)).length, 24, '00:00–00:00 is the whole day');
});

test('A1: an override replaces the spans of its date; an empty one closes it', async () => {
  const link = await hourly([t.bo]);
  const overrides = [
    { date: monday, spans: [{ start: '19:00', end: '20:00' }] },
    { date: tuesday, spans: [] },
    { date: saturday, spans: [{ start: '10:00', end: '11:00' }] },
  ];
  await keeps(t.bo, { weekly: [1, 2, 3].map((day) => ({ day, start: '09:00', end: '10:00' })), overrides });
  assert.deepEqual(await hoursOf(link, monday), ['19:00']);
  assert.deepEqual(await hoursOf(link, tuesday), []);
  assert.deepEqual(await hoursOf(link, wednesday), ['09:00']);
  assert.deepEqual(await hoursOf(link, saturday), ['10:00']);
});

test('A1: absence beats override beats holiday beats weekly', async () => {
  const ines = await t.hire('ines', { holidayListId: await holidaysOn(monday, tuesday, wednesday) });
  const link = await hourly([ines]);
  const weekly = [1, 2, 3, 4].map((day) => ({ day, start: '09:00', end: '10:00' }));
  const override = (date: string) => ({ date, spans: [{ start: '15:00', end: '16:00' }] });
  await keeps(ines, { weekly, overrides: [override(tuesday), override(wednesday)] });
  await absent(ines, wednesday);
  assert.deepEqual(await hoursOf(link, monday), [], 'holiday beats weekly');
  assert.deepEqual(await hoursOf(link, tuesday), ['15:00'], 'override beats holiday');
  assert.deepEqual(await hoursOf(link, wednesday), [], 'absence beats override');
  assert.deepEqual(await hoursOf(link, thursday), ['09:00']);
});

test('A1: a holiday closes the spans that start on it; an absence closes every minute of its dates', async () => {
  const tomasz = await t.hire('tomasz', {
    holidayListId: await holidaysOn(tuesday),
    timeZone: 'Europe/Paris',
  });
  const link = await hourly([tomasz]);
  const weekly = [1, 2, 3].map((day) => ({ day, start: '22:00', end: '02:00' }));
  await keeps(tomasz, { weekly });
  assert.deepEqual(
    await hoursOf(link, tuesday),
    ['00:00', '01:00'],
    'Monday’s night runs on into the holiday',
  );
  assert.deepEqual(await hoursOf(link, wednesday), ['22:00', '23:00'], 'the holiday’s night does not begin');
  const { body } = await absent(tomasz, thursday, friday);
  assert.deepEqual(await hoursOf(link, thursday), [], 'Wednesday’s night ends at midnight');
  const removed = await t.call('DELETE', `/api/members/${tomasz.id}/absences/${body.id}`);
  assert.equal(removed.status, 204);
  assert.deepEqual(await hoursOf(link, thursday), ['00:00', '01:00']);
});

const evening: Hours = { weekly: [1, 2, 3].map((day) => ({ day, start: '18:00', end: '20:00' })) };

test('A2: the link’s own hours replace the host’s weekly hours and overrides, in the link’s zone', async () => {
  await keeps(t.bo, {
    weekly: [{ day: 1, start: '09:00', end: '10:00' }],
    overrides: [{ date: tuesday, spans: [] }],
  });
  const link = await hourly([t.bo], { hours: evening });
  assert.deepEqual(await hoursOf(link, monday), ['18:00', '19:00']);
  assert.deepEqual(await hoursOf(link, tuesday), ['18:00', '19:00']);
  const inAthens = await hourly([t.bo], { hours: evening, timeZone: 'Europe/Athens' });
  assert.deepEqual(await hoursOf(inAthens, monday), ['17:00', '18:00']);
});

test('A2: withinHostHours asks for both to be open', async () => {
  await keeps(t.bo, {
    weekly: [{ day: 1, start: '17:00', end: '19:00' }],
    overrides: [{ date: tuesday, spans: [{ start: '19:00', end: '22:00' }] }],
  });
  const link = await hourly([t.bo], { hours: evening, withinHostHours: true });
  assert.deepEqual(await hoursOf(link, monday), ['18:00']);
  assert.deepEqual(await hoursOf(link, tuesday), ['19:00']);
  assert.deepEqual(await hoursOf(link, wednesday), []);
});

test('A2: absences and the member’s holidays hold against the link’s own hours too', async () => {
  const away = await holidaysOn(tuesday);
  await t.call('PATCH', `/api/members/${t.bo.id}`, { holidayListId: away });
  const { body } = await absent(t.bo, wednesday);
  const link = await hourly([t.bo], { hours: evening });
  assert.deepEqual(await hoursOf(link, monday), ['18:00', '19:00']);
  assert.deepEqual(await hoursOf(link, tuesday), []);
  assert.deepEqual(await hoursOf(link, wednesday), []);
  await t.call('PATCH', `/api/members/${t.bo.id}`, { holidayListId: null });
  await t.call('DELETE', `/api/members/${t.bo.id}/absences/${body.id}`);
});

test('A2: the link’s holiday list closes, and a member’s override does not reopen it', async () => {
  const holidayListId = await holidaysOn(monday);
  await keeps(t.bo, {
    weekly: [1, 2].map((day) => ({ day, start: '09:00', end: '10:00' })),
    overrides: [{ date: monday, spans: [{ start: '12:00', end: '13:00' }] }],
  });
  const byHost = await hourly([t.bo], { holidayListId });
  assert.deepEqual(await hoursOf(byHost, monday), []);
  assert.deepEqual(await hoursOf(byHost, tuesday), ['09:00']);
  const byLink = await hourly([t.bo], { holidayListId, hours: evening });
  assert.deepEqual(await hoursOf(byLink, monday), []);
  const overrides = [{ date: monday, spans: [{ start: '07:00', end: '08:00' }] }];
  const reopened = await hourly([t.bo], { holidayListId, hours: { ...evening, overrides } });
  assert.deepEqual(await hoursOf(reopened, monday), ['07:00'], 'the link’s own override does');
});

test('A7: the link’s holidays lie on its own dates, the member’s on theirs, the visitor’s on none', async () => {
  const holidayListId = await holidaysOn(tuesday);
  const allDay = { weekly: [1, 2, 3].map((day) => ({ day, start: '00:00', end: '24:00' })) };
  const link = await hourly([t.bo], { holidayListId, hours: allDay, timeZone: 'Pacific/Auckland' });
  const starts = await t.starts(link, monday, wednesday);
  // The whole of 1 December in Auckland (UTC+13), and nothing else, is closed.
  assert.ok(starts.includes('2026-11-30T10:00:00Z') && starts.includes('2026-12-01T11:00:00Z'));
  assert.ok(starts.every((start) => start < '2026-11-30T11:00:00Z' || start >= '2026-12-01T11:00:00Z'));
});
