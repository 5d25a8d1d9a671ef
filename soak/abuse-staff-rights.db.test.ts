import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Colleague, type StaffedHouse } from '../demo/staff.ts';
import { dump } from './dump.ts';

const WINDOW = 'from=2026-11-30T00:00:00Z&to=2026-12-07T00:00:00Z';
const DATES = { from: '2026-12-01', to: '2026-12-05', timeZone: 'Europe/Paris' };
const SECRETS = ['Dentist', 'Zofia', 'zofia@', 'Lead of Anna', 'Contact of Anna', 'Burnout'];

const WORDS = ['zofia', 'dentist', 'anna', 'private view', 'burnout'];

let house: StaffedHouse;
/** Another member, without any permission. */
let priya: Colleague;
/** Anna's key with no permission at all. */
let weak: Colleague;
/** What Anna keeps: ids by noun. */
let annas: Record<string, string>;

const ask: StaffedHouse['ask'] = (...asked) => house.ask(...asked);

before(async () => {
  house = await staffedHouse();
  const { anna, bo } = house;
  priya = await house.hire('Priya');
  const made = await ask(anna, 'POST', '/api/api-keys', { name: 'Weak', permissions: [] });
  weak = { ...anna, key: made.body.key };
  annas = await furnish(anna);
  assert.equal((await ask(bo, 'GET', `/api/bookings/${annas.booking}`)).status, 404);
});
after(() => house.close());

const AWAY = { from: '2026-12-03', to: '2026-12-03', reason: 'Burnout' };
const DENTIST = {
  title: 'Dentist',
  start: '2026-12-01T12:00:00Z',
  end: '2026-12-01T13:00:00Z',
  transparency: 'busy',
};

async function furnish(anna: Colleague): Promise<Record<string, string>> {
  const make = async (path: string, body: object): Promise<string> => {
    const answer = await house.ask(anna, 'POST', path, body);
    assert.ok(answer.status < 300, `${path} ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  };
  const hours = {
    weekly: [1, 2, 3, 4, 5].map((day) => ({ day, start: '09:00', end: '17:00' })),
    overrides: [],
  };
  const link = await make('/api/links', {
    kind: 'personal',
    title: 'Private link',
    timeZone: 'Europe/Paris',
    hostIds: [anna.id],
    hours,
  });
  const visitor = { name: 'Zofia', email: 'zofia@mail.example' };
  const meeting = { start: '2026-12-01T09:00:00Z', durationMinutes: 30, hostId: anna.id, outsideHours: true };
  const lead = await make('/api/leads', { name: 'Lead of Anna', ownerId: anna.id });
  const emails = [{ address: visitor.email, primary: true }];
  const contact = await make('/api/contacts', { name: 'Contact of Anna', emails, ownerId: anna.id });
  return {
    link,
    lead,
    contact,
    booking: await make('/api/bookings', { ...meeting, visitor, title: 'Zofia asks' }),
    event: await make(`/api/members/${anna.id}/events`, DENTIST),
    absence: await make(`/api/members/${anna.id}/absences`, AWAY),
    view: await make('/api/views', { list: 'leads', name: 'Private view', filter: {} }),
  };
}

test('0013, P9: what another keeps is in no answer to a colleague: calendar, search, home, counts, explanation', async () => {
  const { anna, bo } = house;
  for (const who of [bo, priya]) {
    const answers = [
      await ask(who, 'GET', `/api/calendar?memberIds=${anna.id},${who.id}&${WINDOW}&offered=true`),
      await ask(who, 'GET', '/api/home?date=2026-12-01'),
      await ask(who, 'GET', '/api/bookings'),
      await ask(who, 'GET', '/api/views'),
      await ask(who, 'GET', `/api/links/${annas.link}/explanation?start=2026-12-01T09:00:00Z`),
      await ask(who, 'GET', `/api/links/${annas.link}/explanation?start=2026-12-01T12:00:00Z`),
      await ask(who, 'GET', `/api/links/${annas.link}/explanation?start=2026-12-03T09:00:00Z`),
      await ask(who, 'POST', '/api/links/preview', { id: annas.link, link: {}, ...DATES }),
      await ask(who, 'GET', `/api/members/${anna.id}/time`),
      await ask(who, 'GET', `/api/members/${anna.id}/absences`),
      ...(await Promise.all(WORDS.map((q) => ask(who, 'GET', `/api/search?q=${q}`)))),
    ];
    for (const { body } of answers) {
      const said = JSON.stringify(body);
      for (const secret of SECRETS) assert.ok(!said.includes(secret), `${secret} in ${said.slice(0, 400)}`);
      for (const noun of ['booking', 'event', 'lead', 'contact', 'view'])
        assert.ok(!said.includes(annas[noun]!), noun);
    }
    const events = await ask(who, 'GET', `/api/members/${anna.id}/events?${WINDOW}`);
    for (const secret of SECRETS) assert.ok(!JSON.stringify(events.body).includes(secret), secret);
    const filters = [
      {},
      { hostId: anna.id },
      { q: 'zofia' },
      { status: 'scheduled' },
      { linkId: annas.link },
      { needsHost: 'true' },
    ];
    const counted = await ask(who, 'POST', '/api/bookings/counts', { filters });
    assert.deepEqual(counted.body.counts, [0, 0, 0, 0, 0, 0]);
    assert.equal((await ask(who, 'GET', `/api/links/${annas.link}/shares?${WINDOW}`)).status, 403);
  }
});

test('ABUSE 19: an owner’s key without permissions sees no colleague’s things and no mail', async () => {
  const { bo } = house;
  const event = {
    title: 'Bo alone',
    start: '2026-12-02T12:00:00Z',
    end: '2026-12-02T13:00:00Z',
    transparency: 'busy',
  };
  await ask(bo, 'POST', `/api/members/${bo.id}/events`, event);
  await ask(bo, 'POST', '/api/leads', { name: 'Lead of Bo', ownerId: bo.id });
  const home = await ask(weak, 'GET', '/api/home');
  assert.deepEqual([home.body.mails, home.body.steps], [null, []]);
  assert.ok(home.body.attention.every(({ code }: { code: string }) => !/mail|jobs|holidays/.test(code)));
  const week = await ask(weak, 'GET', `/api/calendar?memberIds=${bo.id}&${WINDOW}`);
  assert.equal(week.body.members[0].editable, false);
  for (const { body } of [week, await ask(weak, 'GET', '/api/search?q=bo')]) {
    assert.ok(!/Bo alone|Lead of Bo/.test(JSON.stringify(body)));
  }
  const admins: [string, string][] = [
    ['GET', '/api/mail'],
    ['GET', '/api/mail/counts'],
    ['GET', `/api/mail/${annas.booking}/page`],
    ['POST', `/api/mail/${annas.booking}/revival`],
    ['POST', '/api/mail/test'],
    ['GET', `/api/members/${bo.id}/two-factor`],
    ['DELETE', `/api/members/${bo.id}/two-factor`],
  ];
  for (const [method, path] of admins) {
    for (const who of [weak, bo])
      assert.equal((await ask(who, method, path, method === 'POST' ? {} : undefined)).status, 403, path);
  }
});

test('ABUSE 18: in another workspace none of it is there, and nothing is written by trying', async () => {
  const { anna, stranger } = house;
  const link = { kind: 'personal', title: 'x', timeZone: 'UTC', hostIds: [anna.id] };
  await ask(stranger, 'GET', '/api/me');
  const stood = await dump(house.platform.db, 'counters');
  const gone: [string, string, object?][] = [
    ['GET', `/api/calendar?memberIds=${anna.id}&${WINDOW}`],
    ['GET', `/api/calendar?memberIds=${stranger.id},${anna.id}&${WINDOW}&offered=true`],
    ['GET', `/api/links/${annas.link}/shares?${WINDOW}`],
    ['GET', `/api/links/${annas.link}/explanation?start=2026-12-01T09:00:00Z`],
    ['POST', '/api/links/preview', { id: annas.link, link: {}, ...DATES }],
    ['GET', `/api/views/${annas.view}`],
    ['PATCH', `/api/views/${annas.view}`, { name: 'x' }],
    ['DELETE', `/api/views/${annas.view}`],
    ['GET', `/api/members/${anna.id}/two-factor`],
    ['DELETE', `/api/members/${anna.id}/two-factor`],
    ['GET', `/api/members/${anna.id}/time`],
  ];
  for (const [method, path, body] of gone) {
    assert.equal((await ask(stranger, method, path, body)).status, 404, `${method} ${path}`);
  }
  const draft = await ask(stranger, 'POST', '/api/links/preview', { link, ...DATES });
  assert.deepEqual([draft.body.days, draft.body.hosts], [[], []]);
  assert.ok(draft.body.errors.length > 0);
  const filters = [{ hostId: anna.id }, { linkId: annas.link }, {}];
  assert.deepEqual((await ask(stranger, 'POST', '/api/bookings/counts', { filters })).body.counts, [0, 0, 0]);
  for (const q of ['anna', 'zofia', 'private', 'lead']) {
    const { body } = await ask(stranger, 'GET', `/api/search?q=${q}`);
    assert.ok(
      Object.values(body).every((hits) => (hits as []).length === 0),
      q,
    );
  }
  assert.deepEqual((await ask(stranger, 'GET', '/api/views')).body.items, []);
  assert.deepEqual(await dump(house.platform.db, 'counters'), stood);
});

test('ABUSE 18: an inactive member is nobody on every new route', async () => {
  const gone = await house.hire('Gone');
  assert.equal(
    (await house.ask(house.anna, 'PATCH', `/api/members/${gone.id}`, { active: false })).status,
    200,
  );
  for (const path of [
    '/api/home',
    '/api/search?q=a',
    '/api/views',
    `/api/calendar?memberIds=${gone.id}&${WINDOW}`,
  ]) {
    assert.equal((await house.ask(gone, 'GET', path)).status, 401, path);
  }
});

test('P10: views that others share never push one’s own out of the list', async () => {
  const { bo } = house;
  const own = await ask(bo, 'POST', '/api/views', { list: 'leads', name: 'Own', filter: {} });
  const flood = await Promise.all([1, 2, 3].map((nth) => house.hire(`Flood${nth}`)));
  const at = new Date(house.clock.now()).toISOString();
  const row = (ownerId: string, nth: number) => ({
    workspace_id: bo.workspaceId,
    view_id: `00000000-0000-7000-8000-${ownerId.slice(-6)}${String(nth).padStart(6, '0')}`,
    owner_id: ownerId,
    list: 'leads',
    name: 'Theirs',
    filter: '{}',
    shared: 1 as const,
    version: 1,
    created_at: at,
  });
  const rows = flood.flatMap(({ id }) => Array.from({ length: 200 }, (_, nth) => row(id, nth)));
  await house.platform.db.transact((tx) => tx.insertInto('saved_views').values(rows).execute());
  const refused = await ask(flood[0]!, 'POST', '/api/views', { list: 'leads', name: 'One more', filter: {} });
  assert.equal(refused.status, 409);
  const { items } = (await ask(bo, 'GET', '/api/views')).body;
  assert.equal(items.length, 500);
  assert.equal(items.at(-1).id, own.body.id);
});
