import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openOutward } from '#platform/outward/open-outward.ts';
import {
  brokenOff,
  dropped,
  endless,
  loginPage,
  startLyingServer,
  tenGigabytes,
  type LyingServer,
} from '../lying-server.test-support.ts';
import { OutsideProblem, type OutsideProblemCode } from '../problem.ts';
import type { OpenAccount, Provider, RemoteCalendar, RemoteObject } from '../provider.ts';
import { icsProvider } from './ics-provider.ts';

let server: LyingServer;
let provider: Provider;
let account: OpenAccount;
let known: Map<string, string | null>;

before(async () => (server = await startLyingServer()));
after(() => server.close());
beforeEach(() => {
  server.asked.length = 0;
  provider = icsProvider(openOutward({ privateHosts: [server.host] }));
  account = {
    kind: 'ics',
    url: `${server.url}/a.ics`,
    username: '',
    secret: '',
    keepSecret: async () => {},
  };
  known = new Map();
});

const calendar = { remoteId: '', timeZone: null } as RemoteCalendar;

/** Reads to the end and keeps what it brought. */
async function read(cursor: string | null = null, day = 20_000) {
  const reading = {
    cursor,
    window: { from: day * 1440, to: (day + 700) * 1440 },
    known: async () => known,
    signal: AbortSignal.timeout(20_000),
  };
  const changed: (RemoteObject & { text?: string })[] = [];
  const removed: string[] = [];
  let last: string | null = null;
  let pages = 0;
  for await (const page of provider.readChanges(account, calendar, reading)) {
    changed.push(...page.changed);
    removed.push(...page.removed);
    last = page.cursor;
    pages += 1;
  }
  for (const { href, etag } of changed) known.set(href, etag);
  for (const href of removed) known.delete(href);
  return { texts: changed.map(({ text }) => text ?? ''), removed, cursor: last, pages };
}

async function assertProblem(code: OutsideProblemCode, why?: string): Promise<void> {
  const isIt = (error: unknown) => {
    assert.ok(error instanceof OutsideProblem, String(error));
    assert.equal(error.code, code, `${why}: ${error.message}`);
    assert.ok(!error.message.includes('/a.ics'), 'the address is a secret');
    return true;
  };
  await assert.rejects(read(), isIt, why);
  await assert.rejects(provider.findCalendars(account, AbortSignal.timeout(20_000)), isIt, why);
}

const file = (...parts: string[]) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${parts.join('')}END:VCALENDAR\r\n`;
const event = (uid: string, ...lines: string[]) =>
  ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT', ''].join('\r\n');

test('K1: a subscription has the name, colour and zone that its file says, and is read only', async () => {
  server.on('GET /a.ics', {
    body: file(
      'X-WR-CALNAME:Anna\\, at\r\n  home\r\nX-WR-TIMEZONE:Asia/Kathmandu\r\nX-APPLE-CALENDAR-COLOR:#FF8800FF\r\n',
    ),
  });
  assert.deepEqual(await provider.findCalendars(account, AbortSignal.timeout(20_000)), [
    {
      remoteId: `${server.url}/a.ics`,
      name: 'Anna, at home',
      colour: '#ff8800',
      timeZone: 'Asia/Kathmandu',
      readOnly: true,
      isMain: true,
    },
  ]);
  server.on('GET /a.ics', { body: file('X-WR-TIMEZONE:Customized Time Zone\r\n') });
  const [plain] = await provider.findCalendars(account, AbortSignal.timeout(20_000));
  assert.deepEqual([plain?.name, plain?.timeZone], ['127.0.0.1', null]);
});

test('K1: webcal:// is https://', async () => {
  const asked: string[] = [];
  const outward = async ({ url }: { url: string }) => {
    asked.push(url);
    return { status: 200, headers: new Headers(), text: file(), url };
  };
  account.url = 'webcal://p01.example/a.ics';
  const [found] = await icsProvider(outward).findCalendars(account, AbortSignal.timeout(20_000));
  assert.deepEqual([found?.remoteId, ...asked], Array(2).fill('https://p01.example/a.ics'));
});

test('what changed, came and went is told; DTSTAMP is no change', async () => {
  const at = (stamp: number) => event('one', `DTSTAMP:2026010${stamp}T000000Z`, 'SUMMARY:One');
  server.on(
    'GET /a.ics',
    { body: file(at(1), event('two', 'SUMMARY:Two'), event('three')) },
    { body: file(at(2), event('two', 'SUMMARY:Two, later'), event('four')) },
    { body: file() },
  );
  const first = await read();
  assert.equal(first.texts.length, 3);
  const second = await read(first.cursor);
  assert.match(second.texts[0]!, /SUMMARY:Two, later/);
  assert.match(second.texts[1]!, /UID:four/);
  assert.deepEqual([second.texts.length, second.removed.length], [2, 1]);
  const third = await read(second.cursor);
  assert.deepEqual([third.texts.length, third.removed.length, known.size], [0, 3, 0]);
});

test('an unchanged file is not sent again, or not looked at again', async () => {
  const body = file(event('one'));
  server.on('GET /a.ics', { headers: { etag: '"a"', 'last-modified': 'x' }, body }, { status: 304 });
  const first = await read();
  const second = await read(first.cursor);
  assert.deepEqual([second.texts.length, second.removed.length, second.cursor], [0, 0, first.cursor]);
  const [, { headers }] = server.asked as [unknown, LyingServer['asked'][0]];
  assert.deepEqual([headers['if-none-match'], headers['if-modified-since']], ['"a"', undefined]);
  server.on('GET /a.ics', { body });
  const third = await read(first.cursor);
  assert.deepEqual([third.texts.length, third.removed.length], [0, 0]);
  assert.notEqual(third.cursor, null);
});

test('A9: once a day the whole file is fetched and compared, whatever the server claims', async () => {
  const etag = '"never changes"';
  const file1 = { headers: { etag }, body: file(event('one')) };
  const file2 = { headers: { etag }, body: file(event('one'), event('two')) };
  server.on('GET /a.ics', ({ headers }) => (headers['if-none-match'] ? { status: 304 } : file1));
  const first = await read();
  server.on('GET /a.ics', ({ headers }) => (headers['if-none-match'] ? { status: 304 } : file2));
  const sameDay = await read(first.cursor);
  assert.equal(sameDay.texts.length, 0);
  const nextDay = await read(sameDay.cursor, 20_001);
  assert.match(nextDay.texts.join(''), /UID:two/);
  known.clear();
  assert.equal((await read(nextDay.cursor, 20_002)).texts.length, 2, 'what we lost comes back');
});

test('A9: "not changed" to whoever never asked for changes is no answer', async () => {
  server.on('GET /a.ics', { status: 304 });
  await assertProblem('server');
});

test('A9: what is no whole calendar file is a problem, never an empty calendar', async () => {
  const whole = file(event('one'), event('two'));
  const lies = {
    'a page to sign in at': loginPage,
    'nothing at all': { body: '' },
    'no content': { status: 200, headers: { 'content-length': '0' } },
    'a file without its end': { body: whole.slice(0, -20) },
    'a file that ends after an event': { body: whole.replace('END:VCALENDAR\r\n', '') },
    'a file that ends within an event': { body: whole.slice(0, 80) },
    'an event without its end': { body: whole.replace('END:VEVENT\r\n', '') },
    'an event without its begin': { body: whole.replace('BEGIN:VEVENT\r\n', '') },
    'a calendar and a page': { body: `${whole}<html></html>` },
    'a contact': { body: 'BEGIN:VCARD\r\nEND:VCARD\r\n' },
    'an event of its own': { body: event('one') },
  };
  for (const [why, answer] of Object.entries(lies)) {
    server.on('GET /a.ics', answer);
    await assertProblem('no-calendar', why);
  }
  server.on('GET /a.ics', { body: whole });
  assert.equal((await read()).texts.length, 2);
});

test('K4: every refusal has its own name, and a wish to wait is kept', async () => {
  const codes: [number, OutsideProblemCode][] = [
    [401, 'sign-in'],
    [403, 'forbidden'],
    [404, 'gone'],
    [410, 'gone'],
    [429, 'wait'],
    [500, 'server'],
    [502, 'server'],
    [204, 'server'],
    [206, 'server'],
    [400, 'no-calendar'],
  ];
  for (const [status, code] of codes) {
    server.on('GET /a.ics', { status, body: file(event('one')) });
    await assertProblem(code, String(status));
  }
  server.on('GET /a.ics', { status: 503, headers: { 'retry-after': '120' } });
  await assert.rejects(read(), { code: 'wait', retryAfterMs: 120_000 });
});

test('ABUSE 31: endless, 10 GB, dropped and broken off are problems, and so is an inward address', async () => {
  server.on('GET /a.ics', dropped);
  await assertProblem('unreachable');
  server.on('GET /a.ics', brokenOff(file(event('one'))));
  await assertProblem('unreachable');
  for (const lie of [tenGigabytes, endless('BEGIN:VCALENDAR\r\n')]) {
    server.on('GET /a.ics', lie);
    await assertProblem('too-large');
  }
  provider = icsProvider(openOutward({ privateHosts: [] }));
  await assertProblem('address');
});

test('ABUSE 31: more than 50,000 events are too many', async () => {
  server.on('GET /a.ics', { body: file('BEGIN:VEVENT\r\nEND:VEVENT\r\n'.repeat(50_001)) });
  await assertProblem('too-large');
});

test('many events come page by page, and the cursor with the last', async () => {
  const events = Array.from({ length: 1_000 }, (_, n) => event(`event-${n}`));
  server.on('GET /a.ics', { body: file(...events) });
  const { texts, pages, cursor } = await read();
  assert.deepEqual([texts.length, pages, typeof cursor], [1_000, 2, 'string']);
});
