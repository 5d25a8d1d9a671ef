import assert from 'node:assert/strict';
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

let house: Termika;
let known: KnownInside;

before(async () => {
  house = await openTermika(await cleanSlate());
  const ids = await furnish();
  const signIn = { email: house.anna.email, password: PASSWORD };
  const { headers } = await house.call('POST', '/api/auth/sign-in/email', signIn, null, { origin: ORIGIN });
  const cookie = headers.getSetCookie()[0]!.split(';')[0]!;
  const as: Record<string, string>[] = [
    { authorization: `Bearer ${house.anna.key}` },
    { authorization: `Bearer ${house.bo.key}` },
    { cookie, origin: ORIGIN },
  ];
  known = { ids, as, right: rightRequests(ids, house.anna.email) };
  // Who was seen is remembered once in a while: from here on, looking changes nothing.
  for (const headersOf of as) await house.call('GET', '/api/me', undefined, null, headersOf);
});
after(() => house.close());

/** One of everything. */
async function furnish(): Promise<Record<string, string>> {
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
