import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { movableClock } from '../../../../demo/clean-slate.ts';
import { MINUTES_PER_DAY } from '#engine/minutes.ts';
import {
  consented,
  deskAt,
  follow,
  follower,
  seenBy,
  SIGNAL,
  WINDOW,
} from '../oauth/account.test-support.ts';
import type { Provider, RemoteCalendar } from '../provider.ts';
import { microsoftProvider } from './microsoft-provider.ts';
import { startMicrosoftServer, type MicrosoftServer } from './microsoft-server.test-support.ts';

const clock = movableClock('2026-11-23T08:00:00Z');
let server: MicrosoftServer;
let provider: Provider;
let account: ReturnType<typeof consented>;
let main: RemoteCalendar;
const opened: MicrosoftServer[] = [];
beforeEach(async () => {
  server = await startMicrosoftServer();
  opened.push(server);
  server.addCalendar({
    id: 'main==',
    name: 'Calendar',
    isDefaultCalendar: true,
    hexColor: '#0078D4',
    owner: { address: 'anna@example.com' },
  });
  provider = microsoftProvider(deskAt(server, clock));
  account = consented(server, 'microsoft', clock);
  [main] = (await provider.findCalendars(account, SIGNAL)) as [RemoteCalendar];
});
after(async () => void (await Promise.all(opened.map((one) => one.close()))));

const utc = (dateTime: string) => ({ dateTime: `${dateTime}:00.0000000`, timeZone: 'UTC' });
const timed = (day: string, from: string, to: string) => ({
  start: utc(`${day}T${from}`),
  end: utc(`${day}T${to}`),
});
const titles = (kept: Parameters<typeof seenBy>[0]) => seenBy(kept).map(([title]) => title);

test('K1: the calendars of the mailbox, page by page, with what may be written; those that others share stay out', async () => {
  server.turnPagesAfter(1);
  server.addCalendar({ id: 'boss', name: 'Boss', owner: { address: 'boss@example.com' } });
  server.addCalendar({ id: 'birthdays', name: 'Birthdays', canEdit: false });
  const found = await provider.findCalendars(account, SIGNAL);
  assert.deepEqual(
    found.map(({ name, readOnly, isMain, colour }) => [name, readOnly, isMain, colour]),
    [
      ['Calendar', false, true, '#0078d4'],
      ['Birthdays', true, false, null],
    ],
  );
});

test('A3: what blocks and what does not, with whole days of the event’s zone', async () => {
  const put = (id: string, more: object) =>
    server.put('main==', { id, subject: id, ...timed('2026-12-01', '09:00', '10:00'), ...more });
  for (const showAs of ['busy', 'free', 'oof', 'tentative', 'workingElsewhere']) put(showAs, { showAs });
  put('declined', { responseStatus: { response: 'declined' } });
  put('cancelled', { isCancelled: true });
  const day = { isAllDay: true, ...timed('2027-03-28', '00:00', '00:00'), end: utc('2027-03-29T00:00') };
  put('short day', { ...day, originalStartTimeZone: 'Europe/Warsaw' });
  put('Windows day', { ...day, originalStartTimeZone: 'Central European Standard Time' });
  const kept = await follow(provider, account, main, follower());
  const busy = seenBy(kept).filter((one) => one[3]);
  const hour = ['2026-12-01T09:00', '2026-12-01T10:00', true];
  assert.deepEqual(busy, [
    ['busy', ...hour],
    ['oof', ...hour],
    ['tentative', ...hour],
    // Warsaw's shortest day: 23 hours.
    ['short day', '2027-03-27T23:00', '2027-03-28T22:00', true],
    ['Windows day', '2027-03-27T23:00', '2027-03-28T22:00', true],
  ]);
  assert.equal(kept.objects.size, 9);
});

test('K2: first everything, page by page, then only what changed; what is deleted goes', async () => {
  server.turnPagesAfter(2);
  for (let day = 1; day <= 5; day++) {
    server.put('main==', {
      id: `ev${day}`,
      subject: `E${day}`,
      ...timed(`2026-12-0${day}`, '09:00', '10:00'),
    });
  }
  const kept = await follow(provider, account, main, follower());
  assert.deepEqual(
    kept.pages.map(({ changed, cursor }) => [changed.length, cursor !== null]),
    [
      [2, false],
      [2, false],
      [1, true],
    ],
  );
  server.put('main==', { id: 'ev2', ...timed('2026-12-02', '13:00', '14:00') });
  server.delete('main==', 'ev3');
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

function putSeries(showAs: string): void {
  server.put('main==', {
    id: 'lunch',
    type: 'seriesMaster',
    subject: 'Lunch',
    showAs,
    ...timed('2026-12-01', '11:00', '12:00'),
  });
  for (const day of ['01', '02']) {
    const times = timed(`2026-12-${day}`, '11:00', '12:00');
    server.put('main==', {
      id: `lunch${day}`,
      type: 'occurrence',
      seriesMasterId: 'lunch',
      subject: 'Lunch',
      showAs,
      ...times,
    });
  }
}

test('K2: an occurrence of which a delta tells only the time is as its series is, also when that changes', async () => {
  putSeries('free');
  const kept = await follow(provider, account, main, follower());
  assert.deepEqual(
    seenBy(kept).map(([title, , , busy]) => [title, busy]),
    [
      ['Lunch', false],
      ['Lunch', false],
    ],
  );
  // The delta tells of the master alone; its occurrences are busy now.
  putSeries('busy');
  for (const day of ['01', '02'])
    server.events('main==').find(({ id }) => id === `lunch${day}`)!.revision = 0;
  await follow(provider, account, main, kept);
  assert.deepEqual(
    seenBy(kept).map(([, , , busy]) => busy),
    [true, true],
  );
});

test('K2: a master that the delta leaves out is asked for, once', async () => {
  server.hideMasters();
  putSeries('free');
  const kept = await follow(provider, account, main, follower());
  assert.deepEqual(
    seenBy(kept).map(([title, , , busy]) => [title, busy]),
    [
      ['Lunch', false],
      ['Lunch', false],
    ],
  );
  assert.equal(server.asked.filter(({ url }) => url.pathname.endsWith('/me/events/lunch')).length, 1);
});

test('A delta link that ran out (410) is a reading of everything, and what is no longer there goes', async () => {
  server.put('main==', { id: 'stays', subject: 'Stays', ...timed('2026-12-01', '09:00', '10:00') });
  server.put('main==', { id: 'leaves', subject: 'Leaves', ...timed('2026-12-02', '09:00', '10:00') });
  const kept = await follow(provider, account, main, follower());
  server.delete('main==', 'leaves');
  server.forgetLinks();
  await follow(provider, account, main, kept);
  assert.deepEqual(titles(kept), ['Stays']);
});

test('As days go by the window moves: everything is read anew, with what has come into it', async () => {
  const kept = await follow(provider, account, main, follower());
  server.put('main==', { id: 'later', subject: 'Later', ...timed('2028-12-22', '09:00', '10:00') });
  await follow(provider, account, main, kept);
  assert.deepEqual(titles(kept), []);
  const tomorrow = { from: WINDOW.from + MINUTES_PER_DAY, to: WINDOW.to + MINUTES_PER_DAY };
  await follow(provider, account, main, kept, tomorrow);
  assert.deepEqual(titles(kept), ['Later']);
});

test('ABUSE 30: a link that leads elsewhere is not followed: our token would go with it', async () => {
  const body = { value: [], '@odata.nextLink': 'http://127.0.0.1:9/v1.0/me/calendars' };
  server.answerNext({ status: 200, body });
  await assert.rejects(follow(provider, account, main, follower()), { code: 'server' });
});
