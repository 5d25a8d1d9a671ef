import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { ACCESS } from '../checks/access.ts';
import { PASSWORD, visitors } from '../demo/cast.ts';
import { cleanSlate } from '../demo/clean-slate.ts';
import { openTermika, type Termika } from '../demo/open-termika.ts';
import { dump } from './dump.ts';
import { isLong } from './ground.ts';
import type { Asked } from './odd-requests.ts';
import { rightRequests } from './right-requests.ts';
import { staffRequestTo, type KnownInside } from './odd-staff-requests.ts';

const CASES = isLong ? 20_000 : 400;
const SEED = isLong ? {} : { seed: 2026 };
const ORIGIN = 'http://127.0.0.1:3000';

const TRIPS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:one',
  'DTSTART:20261203T090000Z',
  'DURATION:PT1H',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

let elsewhere: Server;
let house: Termika;
let known: KnownInside;

before(async () => {
  elsewhere = createServer(
    (_, response) => void response.setHeader('content-type', 'text/calendar').end(TRIPS),
  );
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  house = await openTermika(await cleanSlate(undefined, { PRIVATE_HOSTS: host }));
  const url = `http://${host}/trips.ics`;
  const ids = await furnish(url);
  const signIn = { email: house.anna.email, password: PASSWORD };
  const { headers } = await house.call('POST', '/api/auth/sign-in/email', signIn, null, { origin: ORIGIN });
  const cookie = headers.getSetCookie()[0]!.split(';')[0]!;
  const as: Record<string, string>[] = [
    { authorization: `Bearer ${house.anna.key}` },
    { authorization: `Bearer ${house.bo.key}` },
    { cookie, origin: ORIGIN },
  ];
  known = { ids, as, right: rightRequests(ids, house.anna.email, url) };
  // Who was seen is remembered once in a while: from here on, looking changes nothing.
  for (const headersOf of as) await house.call('GET', '/api/me', undefined, null, headersOf);
});
after(async () => {
  await house.close();
  elsewhere.close();
});

/** One of everything. */
async function furnish(calendarUrl: string): Promise<Record<string, string>> {
  const { anna, bo } = house;
  const make = async (path: string, body: object): Promise<string> => {
    const made = await house.call('POST', path, body);
    assert.ok(made.status < 300, `${path} ${JSON.stringify(made.body)}`);
    return made.body.id;
  };
  const link = await house.share({ slug: 'tour', hostIds: [anna.id], verification: 'never' });
  const span = { start: '2026-12-01T11:00:00Z', end: '2026-12-01T12:00:00Z' };
  const booked = await house.book(link, '2026-12-01T09:00:00Z', visitors.chloe);
  const ids: Record<string, string> = {
    members: bo.id,
    anna: anna.id,
    links: link.id,
    bookings: booked.body.id,
    leads: await make('/api/leads', { name: 'Marek', emails: [] }),
    contacts: await make('/api/contacts', { name: 'Ola', emails: [] }),
    views: await make('/api/views', { list: 'leads', name: 'Ours', filter: { q: 'm' }, shared: true }),
    teams: await make('/api/teams', { name: 'Ovens', memberIds: [bo.id] }),
    eventId: await make(`/api/members/${bo.id}/events`, { title: 'Dentist', ...span, transparency: 'busy' }),
    absenceId: await make(`/api/members/${bo.id}/absences`, { from: '2026-12-24', to: '2026-12-26' }),
    'holiday-lists': await make('/api/holiday-lists', { name: 'Ours', days: [] }),
  };
  const subscription = { kind: 'ics', url: calendarUrl };
  const { body: calendar } = await house.call('POST', `/api/members/${bo.id}/calendars`, subscription);
  ids.calendarId = calendar.id;
  ids.accountId = calendar.account.id;
  ids.memberId = ids.members!;
  ids.mail = (await house.call('GET', '/api/mail')).body.items[0].id;
  return ids;
}

/** Everything behind the door, but for the two that shut it. */
const rows = Object.keys(ACCESS).filter(
  (row) =>
    ACCESS[row] !== 'public' && !row.endsWith('/revoke-sessions') && !row.endsWith('/revoke-other-sessions'),
);

/** Those whose right request is known are asked more often than the rest. */
const asked = (): fc.Arbitrary<Asked> =>
  fc
    .oneof(
      { weight: 1, arbitrary: fc.constantFrom(...rows) },
      { weight: 2, arbitrary: fc.constantFrom(...Object.keys(known.right)) },
    )
    .chain((row) => staffRequestTo(row, known));

test(`whatever colleagues send: never a 5xx or a stack, nothing written on a refusal or by looking (${CASES} cases)`, async () => {
  let stood = await dump(house.platform.db, 'counters');
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(asked(), async ({ path, init, typed }) => {
      house.logged.length = 0;
      const answer = await house.app.request(path, init);
      const text = await answer.text();
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
      assert.ok(answer.status < 500, `${answer.status} ${house.logged.join('\n')}`);
      assert.doesNotMatch(text, /node_modules|\.ts:\d|node:internal|\n {4}at |SQLITE|relation "/);
      staysSilent(typed);
      const now = await dump(house.platform.db, 'counters');
      if (answer.status >= 400 || init.method === 'GET') assert.deepEqual(now, stood);
      stood = now;
    }),
    { ...SEED, numRuns: CASES, endOnFailure: true },
  );
  // A game in which nearly everything is refused at the door finds nothing behind it.
  assert.ok((seen.get(200) ?? 0) > CASES / 6, JSON.stringify([...seen]));
});

function staysSilent(typed: string[]): void {
  const words = typed.filter((word) => word.trim().length >= 6);
  for (const line of house.logged) {
    const { id: _id, at: _at, route: _route, ...said } = JSON.parse(line) as Record<string, unknown>;
    const text = JSON.stringify(said);
    for (const word of words)
      assert.ok(!text.includes(JSON.stringify(word).slice(1, -1)), `the log says ${word}`);
  }
}
