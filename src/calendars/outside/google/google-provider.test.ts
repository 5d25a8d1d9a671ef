import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { movableClock } from '../../../../demo/clean-slate.ts';
import {
  consented,
  deskAt,
  follow,
  follower,
  seenBy,
  SIGNAL,
  WINDOW,
} from '../oauth/account.test-support.ts';
import { MINUTES_PER_DAY } from '#engine/minutes.ts';
import type { Provider, RemoteCalendar } from '../provider.ts';
import { googleProvider } from './google-provider.ts';
import { startGoogleServer, type GoogleServer } from './google-server.test-support.ts';

const clock = movableClock('2026-11-23T08:00:00Z');
let server: GoogleServer;
let provider: Provider;
let account: ReturnType<typeof consented>;
let main: RemoteCalendar;
const opened: GoogleServer[] = [];
beforeEach(async () => {
  server = await startGoogleServer();
  opened.push(server);
  server.addCalendar({ id: 'anna@example.com', primary: true, backgroundColor: '#9FE1E7' });
  provider = googleProvider(deskAt(server, clock));
  account = consented(server, 'google', clock);
  [main] = (await provider.findCalendars(account, SIGNAL)) as [RemoteCalendar];
});
after(async () => void (await Promise.all(opened.map((one) => one.close()))));

const timed = (day: string, from: string, to: string) => ({
  start: { dateTime: `${day}T${from}:00+01:00` },
  end: { dateTime: `${day}T${to}:00+01:00` },
});

test('K1: the calendars of the list, page by page, with what may be written; those of others stay out', async () => {
  server.turnPagesAfter(2);
  server.addCalendar({ id: 'team', summary: 'Team', summaryOverride: 'Our team', accessRole: 'writer' });
  server.addCalendar({ id: 'holidays', accessRole: 'reader', timeZone: 'Europe/Paris' });
  server.addCalendar({ id: 'boss', accessRole: 'freeBusyReader' });
  server.addCalendar({ id: 'old', deleted: true });
  const found = await provider.findCalendars(account, SIGNAL);
  assert.deepEqual(
    found.map(({ remoteId, name, readOnly, isMain }) => [remoteId, name, readOnly, isMain]),
    [
      ['anna@example.com', 'anna@example.com', false, true],
      ['team', 'Our team', false, false],
      ['holidays', 'holidays', true, false],
    ],
  );
  assert.deepEqual([found[0]!.colour, found[2]!.timeZone], ['#9fe1e7', 'Europe/Paris']);
});

test('A3: what blocks and what does not, with whole days of the calendar’s zone', async () => {
  const put = (name: string, more: object) =>
    server.put(main.remoteId, { id: name, summary: name, ...timed('2026-12-01', '10:00', '11:00'), ...more });
  put('busy', {});
  put('free', { transparency: 'transparent' });
  put('declined', { attendees: [{ self: true, responseStatus: 'declined' }] });
  put('accepted', {
    attendees: [{ responseStatus: 'declined' }, { self: true, responseStatus: 'accepted' }],
  });
  put('home', { eventType: 'workingLocation' });
  put('away', { eventType: 'outOfOffice' });
  put('night', { start: { date: '2027-03-28' }, end: { date: '2027-03-29' } });
  const kept = await follow(provider, account, main, follower());
  const hour = ['2026-12-01T09:00', '2026-12-01T10:00'];
  assert.deepEqual(seenBy(kept), [
    ['accepted', ...hour, true],
    ['away', ...hour, true],
    ['busy', ...hour, true],
    ['declined', ...hour, false],
    ['free', ...hour, false],
    ['home', ...hour, false],
    // Warsaw's shortest day: 23 hours.
    ['night', '2027-03-27T23:00', '2027-03-28T22:00', true],
  ]);
});

test('K2: first everything, page by page, then only what changed; what is cancelled goes', async () => {
  server.turnPagesAfter(2);
  for (let day = 1; day <= 5; day++) {
    server.put(main.remoteId, {
      id: `ev${day}`,
      summary: `E${day}`,
      ...timed(`2026-12-0${day}`, '10:00', '11:00'),
    });
  }
  server.put(main.remoteId, { id: 'past', summary: 'Past', ...timed('2026-01-05', '10:00', '11:00') });
  const kept = await follow(provider, account, main, follower());
  assert.deepEqual([kept.pages.length, kept.objects.size], [3, 5]);
  assert.deepEqual(
    kept.pages.map(({ cursor }) => cursor !== null),
    [false, false, true],
  );
  server.put(main.remoteId, { id: 'ev2', ...timed('2026-12-02', '14:00', '15:00') });
  server.delete(main.remoteId, 'ev3');
  await follow(provider, account, main, kept);
  assert.deepEqual(
    kept.pages.flatMap(({ changed }) => changed.map(({ href }) => href)),
    ['ev2'],
  );
  assert.deepEqual(
    seenBy(kept).map(([title, start]) => `${title} ${start}`),
    ['E1 2026-12-01T09:00', 'E2 2026-12-02T13:00', 'E4 2026-12-04T09:00', 'E5 2026-12-05T09:00'],
  );
});

test('K2: a series comes as its instances; cancelled as a whole it takes them all with it', async () => {
  for (const day of ['01', '08', '15']) {
    const id = `standup_202612${day}T090000Z`;
    server.put(main.remoteId, {
      id,
      recurringEventId: 'standup',
      ...timed(`2026-12-${day}`, '10:00', '10:15'),
    });
  }
  server.put(main.remoteId, { id: 'standup', status: 'cancelled' });
  const kept = await follow(provider, account, main, follower());
  assert.equal(kept.objects.size, 3);
  server.put(main.remoteId, { id: 'standup', status: 'cancelled' });
  await follow(provider, account, main, kept);
  assert.equal(kept.objects.size, 0);
});

test('A token that ran out (410) is a reading of everything, and what is no longer there goes', async () => {
  server.put(main.remoteId, { id: 'stays', summary: 'Stays', ...timed('2026-12-01', '10:00', '11:00') });
  server.put(main.remoteId, { id: 'leaves', summary: 'Leaves', ...timed('2026-12-02', '10:00', '11:00') });
  const kept = await follow(provider, account, main, follower());
  server.delete(main.remoteId, 'leaves');
  server.forgetTokens();
  await follow(provider, account, main, kept);
  assert.deepEqual(
    seenBy(kept).map(([title]) => title),
    ['Stays'],
  );
});

test('A service that names no token is read as a whole each time', async () => {
  server.answerNext({ status: 200, body: { items: [], timeZone: 'Europe/Warsaw' } });
  const kept = await follow(provider, account, main, follower());
  server.put(main.remoteId, { id: 'new', summary: 'New', ...timed('2026-12-01', '10:00', '11:00') });
  await follow(provider, account, main, kept);
  assert.deepEqual(
    seenBy(kept).map(([title]) => title),
    ['New'],
  );
});

test('As days go by the window moves: everything is read anew, with what has come into it', async () => {
  const kept = await follow(provider, account, main, follower());
  server.put(main.remoteId, { id: 'later', summary: 'Later', ...timed('2028-12-22', '10:00', '11:00') });
  const tomorrow = { from: WINDOW.from + MINUTES_PER_DAY, to: WINDOW.to + MINUTES_PER_DAY };
  await follow(provider, account, main, kept, tomorrow);
  assert.deepEqual(
    seenBy(kept).map(([title]) => title),
    ['Later'],
  );
  const last = server.asked.at(-1)!;
  assert.equal(last.url.searchParams.get('timeMax'), '2028-12-23T00:00:00.000Z');
});
