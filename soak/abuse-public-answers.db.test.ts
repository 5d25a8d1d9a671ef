import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ACCESS } from '../checks/access.ts';
import { cleanSlate } from '../demo/clean-slate.ts';
import { newestToken } from '../demo/mailbox.ts';
import { openTermika, type Answer, type SharedLink, type Termika } from '../demo/open-termika.ts';

let house: Termika;
let tour: SharedLink;
let open: SharedLink;

before(async () => {
  house = await openTermika(await cleanSlate());
  tour = await house.share({
    slug: 'tour',
    verification: 'everyone',
    hostIds: [house.anna.id, house.bo.id],
    kind: 'round-robin',
    ...words,
  });
  open = await house.share({ slug: 'open' });
  await house.call('PATCH', '/api/workspace', { appointmentPage: { enabled: true, linkId: tour.id } });
  const known = { name: 'Chloé Girard', emails: [{ address: 'chloe@girard-pains.example', primary: true }] };
  assert.equal((await house.call('POST', '/api/contacts', known)).status, 201);
  const other = { name: 'Other Visitor', email: 'other@mail.example' };
  const more = { visitor: { ...other, phone: '+33 6 12 34 56 78' } };
  assert.equal((await house.book(open, '2026-12-01T10:00:00Z', other, more)).status, 201);
  const busy = { title: 'Dentist in secret', start: '2026-12-01T12:00:00Z', end: '2026-12-01T13:00:00Z' };
  assert.equal((await house.call('POST', `/api/members/${house.anna.id}/events`, busy)).status, 201);
});
after(() => house.close());

const words = {
  questions: [{ id: 'q', label: 'What?', kind: 'text', required: false, field: 'companyName' }],
  location: { kind: 'video', value: 'https://meet.termika.example/secret-room' },
  redirectUrl: 'https://termika.example/thanks',
};

/** What a stranger may be told: nothing that is not named here. */
const TOLD: Record<string, string> = {
  page: `title kind description footer workspace name slug accent durationsMinutes incrementMinutes timeZone language
    location questions id label required choices consents text guests allowed max hosts redirectUrl`,
  slots: 'timeZone durationMinutes days date slots ownerFull ladder rung choice',
  identified: 'c',
  written: 'sent',
  booked: 'id status start end timeZone hosts name manageUrl',
  meeting: `id status title start end timeZone language visitor name location kind value hosts answers label heldUntil
    rescheduleUntil canReschedule canCancel workspace`,
  act: 'status start end heldUntil',
  problem: `type title status detail errors path message alternatives reason page days slots date timeZone workspace
    link`,
  health: 'status version database tzdata',
};

/** Names of fields at any depth. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

function tells({ body, status }: Answer, kind: string, own = ''): void {
  const allowed = new Set(TOLD[status >= 400 ? 'problem' : kind]!.split(/\s+/));
  for (const key of new Set(keysOf(body))) assert.ok(allowed.has(key), `${kind} ${status} says ${key}`);
  const text = JSON.stringify(body);
  const { anna, bo, workspaceId } = house;
  const secrets = [anna.id, anna.email, bo.id, bo.email, workspaceId, tour.id, 'secret-room', 'companyName'];
  for (const word of [
    ...secrets,
    'Other Visitor',
    'other@mail',
    '+33 6 12',
    'Dentist',
    'chloe@girard',
  ].filter((one) => one !== own))
    assert.ok(!text.includes(word), `${kind} says ${word}: ${text.slice(0, 200)}`);
}

const tried = new Set<string>();
const window = 'from=2026-12-01&to=2026-12-31&timeZone=Europe/Paris';
const wish = (start: string, email: string) => ({
  start,
  timeZone: 'Europe/Paris',
  visitor: { name: 'Marek', email },
});

/** Asks as nobody and holds the answer to the list; `own` is a word that is theirs to hear. */
async function say(row: string, path: string, kind: string, body?: unknown, own?: string): Promise<Answer> {
  tried.add(row);
  const answer = await house.call(row.split(' ')[0]!, path, body, null);
  assert.ok(answer.status < 500);
  tells(answer, kind, own);
  return answer;
}

test('ABUSE 20: a link, its times, a booking and a refusal say what is on the list and nothing else', async () => {
  const at = '/api/public/book_appointment';
  const bookings = 'POST /api/public/{workspace}/{link}/bookings';
  await say('GET /api/public/{workspace}/{link}', tour.path, 'page');
  await say('GET /api/public/book_appointment', at, 'page');
  await say('GET /api/public/{workspace}/{link}/slots', `${tour.path}/slots?${window}`, 'slots');
  await say('GET /api/public/book_appointment/slots', `${at}/slots?${window}`, 'slots');
  const one = wish('2026-12-02T10:00:00Z', 'one@mail.example');
  await say('POST /api/public/book_appointment/bookings', `${at}/bookings`, 'booked', one);
  const lost = wish('2026-12-01T10:00:00Z', 'two@mail.example');
  assert.equal((await say(bookings, `${open.path}/bookings`, 'booked', lost)).status, 409);
  assert.equal((await say(bookings, `${tour.path}/bookings`, 'booked', {})).status, 422);
  await say('GET /healthz', '/healthz', 'health');
});

test('ABUSE 20: whoever holds the link of a meeting hears of this meeting and nothing else', async () => {
  const worker = house.work();
  await worker.drain();
  await worker.stop();
  const token = await newestToken({ termika: house }, 'one@mail.example');
  const own = `/api/public/bookings/${token}`;
  const base = '/api/public/bookings/{token}';
  await say(`GET ${base}`, own, 'meeting');
  await say(`POST ${base}/verification-mail`, `${own}/verification-mail`, 'act');
  assert.equal((await say(`POST ${base}/verification`, `${own}/verification`, 'act')).status, 200);
  await say(`GET ${base}`, own, 'meeting', undefined, 'secret-room');
  await say(`GET ${base}/slots`, `${own}/slots?${window}`, 'slots');
  await say(`POST ${base}/reschedule`, `${own}/reschedule`, 'act', { start: '2026-12-03T10:00:00Z' });
  await say(`POST ${base}/cancellation`, `${own}/cancellation`, 'act', {});
});

test('ABUSE 20: a link that asks who comes, and the message to an owner, tell no name, address or id', async () => {
  const { anna, bo } = house;
  const horizon = { from: '2026-12-07', to: '2026-12-11' };
  const hosts = {
    kind: 'round-robin',
    hostIds: [anna.id, bo.id],
    ownerFirst: 'strict',
    identify: 'email',
    horizon,
  };
  const asks = await house.share({ slug: 'asks', ...hosts });
  const emails = [{ address: 'owned@mail.example', primary: true }];
  await house.call('POST', '/api/contacts', { name: 'Owned', emails, ownerId: bo.id });
  await house.call('POST', `/api/members/${bo.id}/absences`, horizon);
  const row = (what: string) => `POST /api/public/{workspace}/{link}/${what}`;
  const email = { email: 'owned@mail.example' };
  const { body } = await say(row('identification'), `${asks.path}/identification`, 'identified', email);
  const own = `${asks.path}/slots?${window}&c=${body.c}`;
  const full = await say('GET /api/public/{workspace}/{link}/slots', own, 'slots');
  assert.deepEqual([full.body.ownerFull, full.body.days], [true, []]);
  const words = { c: body.c, name: 'Marek', text: 'When?' };
  const sent = await say(row('owner-message'), `${asks.path}/owner-message`, 'written', words);
  assert.equal(sent.status, 202);
  const page = '/api/public/book_appointment';
  const at = (what: string) => `POST ${page}/${what}`;
  await say(at('identification'), `${page}/identification`, 'identified', email);
  assert.equal((await say(at('owner-message'), `${page}/owner-message`, 'written', words)).status, 409);
});

test('ABUSE 20: no public answer is left out above', () => {
  const isToldOf = (row: string): boolean => /\/api\/public\/|\/healthz/.test(row) && !row.endsWith('.ics');
  assert.deepEqual(
    Object.keys(ACCESS).filter((row) => isToldOf(row) && !tried.has(row)),
    [],
  );
});

test('ABUSE 20: an invitation file names the hosts, and nobody’s address but the visitor’s own', async () => {
  const booked = await house.book(open, '2026-12-04T10:00:00Z', {
    name: 'Marek',
    email: 'marek@mail.example',
  });
  const { body } = await house.call(
    'GET',
    `/api/public${new URL(booked.body.manageUrl).pathname}/invite.ics`,
  );
  assert.match(body, /Anna Nowak/);
  for (const word of [house.anna.email, house.anna.id, 'Other Visitor'])
    assert.ok(!body.includes(word), word);
});

test('C5, ABUSE 15: under the policy "everyone" known and unknown addresses get the same answer, and the same page', async () => {
  const addresses = { known: 'chloe@girard-pains.example', unknown: 'nobody@girard-pains.example' };
  assert.equal(addresses.known.length + 1, addresses.unknown.length);
  const shapes: string[] = [];
  for (const [at, email] of Object.values(addresses).entries()) {
    const start = `2026-12-0${7 + at}T09:00:00Z`;
    const answer = await house.book(tour, start, { name: 'Chloé Girard', email });
    shapes.push(
      JSON.stringify([answer.status, Object.keys(answer.body), sizes(answer.body), headersOf(answer)]),
    );
    assert.equal(answer.body.status, 'unverified');
  }
  assert.equal(shapes[0], shapes[1]);
});

const sizes = (body: object): number[] => Object.values(body).map((value) => JSON.stringify(value).length);
const headersOf = ({ headers }: Answer): string[] => [...headers.keys()].toSorted();
