import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { officeWeek } from '../../../demo/cast.ts';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika } from '../../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const priya = await t.hire('priya');
const idle = await t.hire('ines', { seat: false });

type Told = {
  code: string;
  message: string;
  hours?: { day: number; start: string; end: string }[];
  chairs?: number[];
  memberIds?: string[];
};

/** What POST says of a new link, GET and PATCH of it, and the preview of its draft: all the same. */
async function warned(settings: Record<string, unknown>): Promise<Told[]> {
  const { id } = await t.share(settings);
  const { body: read } = await t.call('GET', `/api/links/${id}`);
  const dates = { from: '2026-12-01', to: '2026-12-02', timeZone: 'Europe/Paris' };
  const drafted = await t.call('POST', '/api/links/preview', { ...dates, id, link: {} });
  const { body: changed } = await t.call('PATCH', `/api/links/${id}`, { title: 'Another' });
  assert.deepEqual(drafted.body.warnings, read.warnings);
  assert.deepEqual(changed.warnings, read.warnings);
  return read.warnings;
}
const codes = async (settings: Record<string, unknown>) => (await warned(settings)).map(({ code }) => code);

const hours = (weekly: object[]) => ({ weekly, overrides: [] });
const officeAt = (start: string, end: string) => officeWeek.map(({ day }) => ({ day, start, end }));
const setHours = (id: string, timeZone: string, weekly: object[]) =>
  t.call('PUT', `/api/members/${id}/hours`, { timeZone, weekly, overrides: [] });

test('L2: an ordinary link has nothing to look after', async () => {
  assert.deepEqual(await warned({}), []);
  assert.deepEqual(await warned({ hours: null, durationsMinutes: [30, 60], incrementMinutes: 15 }), []);
});

test('A5: a grid that hides hours opening at half past is named with the hours and whose they are', async () => {
  await setHours(priya.id, 'Asia/Kolkata', officeAt('09:00', '17:00'));
  const settings = {
    timeZone: 'Europe/Paris',
    hostIds: [priya.id],
    hours: null,
    durationsMinutes: [60],
  };
  const [told, ...more] = await warned(settings);
  assert.deepEqual(more, []);
  assert.equal(told!.code, 'grid-hides-hours');
  assert.deepEqual(told!.memberIds, [priya.id]);
  // Nine in Kolkata is half past four in Paris.
  assert.deepEqual(told!.hours!.slice(0, 2), [
    { day: 1, start: '04:30', end: '05:00' },
    { day: 1, start: '12:00', end: '12:30' },
  ]);
  assert.match(told!.message, /every 60 minutes from midnight.*Mon, Tue, Wed, Thu, Fri 04:30–05:00/);
  assert.deepEqual(await codes({ ...settings, timeZone: 'Asia/Kolkata' }), []);
  assert.deepEqual(await codes({ ...settings, incrementMinutes: 30 }), []);
});

test('A5: the link’s own hours are held against its grid too, and only where a meeting more would fit', async () => {
  const [told] = await warned({ hours: hours(officeAt('09:30', '17:30')), durationsMinutes: [60] });
  assert.deepEqual([told?.code, told?.memberIds], ['grid-hides-hours', []]);
  assert.equal(told!.hours!.length, 10);
  assert.deepEqual(
    await codes({ hours: hours(officeAt('09:30', '17:30')), durationsMinutes: [30], incrementMinutes: 60 }),
    [],
  );
});

test('A2: own hours in which no host is open are named while both must be open', async () => {
  const settings = { hours: hours(officeAt('08:00', '20:00')), withinHostHours: true };
  const [told] = await warned(settings);
  assert.equal(told?.code, 'hours-outside-hosts');
  assert.ok(
    told.hours!.every(({ start, end }) => end <= '09:00' || start >= '17:00'),
    JSON.stringify(told),
  );
  assert.deepEqual(await codes({ ...settings, withinHostHours: false }), []);
});

test('B4: a link nobody can host, and a chair nobody can fill', async () => {
  const { id } = await t.share({ kind: 'group', hostIds: [bo.id], title: 'Seat' });
  await t.call('PATCH', `/api/members/${bo.id}`, { seat: false });
  const { body } = await t.call('GET', `/api/links/${id}`);
  assert.deepEqual(
    body.warnings.map(({ code }: Told) => code),
    ['no-host'],
  );
  await t.call('PATCH', `/api/members/${bo.id}`, { seat: true });
  const chairs = [{ candidateIds: [anna.id] }, { candidateIds: [bo.id, idle.id] }];
  await t.call('PATCH', `/api/members/${idle.id}`, { seat: true });
  const panel = await t.share({ kind: 'panel', chairs, title: 'Two' });
  await t.call('PATCH', `/api/members/${idle.id}`, { seat: false });
  await t.call('PATCH', `/api/members/${bo.id}`, { active: false });
  const { body: two } = await t.call('GET', `/api/links/${panel.id}`);
  assert.deepEqual([two.warnings[0].code, two.warnings[0].chairs], ['chair-empty', [2]]);
  await t.call('PATCH', `/api/members/${bo.id}`, { active: true });
});

test('A6: a notice longer than the horizon, and a horizon that is over', async () => {
  assert.deepEqual(await codes({ horizon: { rollingDays: 2 }, minimumNoticeMinutes: 5 * 1440 }), [
    'notice-beyond-horizon',
  ]);
  const link = await t.share({ horizon: { from: '2026-11-24', to: '2026-11-25' } });
  t.clock.set('2026-11-27T08:00:00Z');
  const { body } = await t.call('GET', `/api/links/${link.id}`);
  t.clock.set('2026-11-23T08:00:00Z');
  assert.deepEqual(
    body.warnings.map(({ code }: Told) => code),
    ['horizon-over'],
  );
});

test('L2: nobody free until the last bookable day is said, with the chair it is about', async () => {
  const away = { from: '2026-11-23', to: '2027-03-01' };
  const { body: absence } = await t.call('POST', `/api/members/${bo.id}/absences`, away);
  assert.deepEqual(await codes({ hostIds: [bo.id] }), ['nothing-free']);
  assert.deepEqual(await codes({ hostIds: [bo.id], horizon: {} }), [], 'free again in March');
  const chairs = [{ candidateIds: [anna.id] }, { candidateIds: [bo.id] }];
  const [told] = await warned({ kind: 'panel', chairs });
  assert.deepEqual([told?.code, told?.chairs], ['nothing-free', [2]]);
  assert.match(told!.message, /chair 2 never has anybody free/);
  await t.call('DELETE', `/api/members/${bo.id}/absences/${absence.id}`);
  await setHours(bo.id, 'Europe/Paris', [{ day: 6, start: '09:00', end: '12:00' }]);
  const [apart] = await warned({ kind: 'group', hostIds: [anna.id, bo.id], hours: null });
  assert.deepEqual([apart?.code, apart?.chairs], ['nothing-free', []], 'each is free, never both');
});

test('L3: specific times that have all passed, and an offer that has ended', async () => {
  const times = [{ start: '2026-11-24T10:00:00Z', end: '2026-11-24T11:00:00Z' }];
  const { id } = await t.share({ kind: 'specific-times', times, hours: undefined });
  const read = async () => (await t.call('GET', `/api/links/${id}`)).body.warnings as Told[];
  assert.deepEqual(await read(), []);
  const later = [...times, { start: '2026-12-24T10:00:00Z', end: '2026-12-24T11:00:00Z' }];
  await t.call('PATCH', `/api/links/${id}`, { times: later, expiresAt: '2026-11-24T08:00:00Z' });
  t.clock.set('2026-11-24T09:00:00Z');
  assert.deepEqual((await read())[0]?.code, 'offer-ended');
  t.clock.set('2026-12-25T08:00:00Z');
  assert.deepEqual((await read())[0]?.code, 'times-past');
  t.clock.set('2026-11-23T08:00:00Z');
});

test('L2: warnings cost one look at the times, however many hosts a link has, and a list asks for none', async () => {
  const few = await t.share({ kind: 'round-robin', hostIds: [anna.id] });
  const many = await t.share({ kind: 'round-robin', hostIds: [anna.id, bo.id, priya.id] });
  const cost = async (path: string) => (await t.call('GET', path)).statements;
  assert.equal(await cost(`/api/links/${many.id}`), await cost(`/api/links/${few.id}`));
  assert.ok((await cost(`/api/links/${many.id}`)) <= 9);
  const { body } = await t.call('GET', '/api/links?limit=50');
  assert.ok(body.items.every((item: object) => !('warnings' in item)));
});
