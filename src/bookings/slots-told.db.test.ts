import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

const holidays = { name: 'A private list', days: [{ date: '2026-12-03', name: 'Secret day' }] };
const { body: holidayList } = await t.call('POST', '/api/holiday-lists', holidays);
const link = await t.share({
  kind: 'round-robin',
  hostIds: [t.anna.id, t.bo.id],
  holidayListId: holidayList.id,
  weights: { [t.bo.id]: 2 },
  location: { kind: 'video', value: 'https://meet.termika.example/secret-room' },
  questions: [{ id: 'phone', label: 'Your number?', kind: 'phone', required: false, field: 'phone' }],
  consents: [{ id: 'news', text: 'Write to me', required: false }],
  guests: { allowed: true, max: 2 },
  redirectUrl: 'https://termika.example/thanks',
});
await t.call('POST', `/api/members/${t.anna.id}/events`, {
  title: 'Hospital',
  start: '2026-12-01T08:00:00Z',
  end: '2026-12-01T10:00:00Z',
});

/** Every key there is, by its path; lists count as their items. */
function keysOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => keysOf(item, `${at}[]`)))];
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, at ? `${at}.${key}` : key));
}
const sorted = (list: string[]) => list.toSorted((one, other) => (one < other ? -1 : 1));

const secrets = [t.anna.id, t.bo.id, t.anna.email, t.bo.email, link.id, t.workspaceId, holidayList.id];
const told = ['Hospital', 'Secret day', 'A private list', 'secret-room', 'weights', 'phone":"'];
const tellsNothing = (body: unknown) => {
  const text = JSON.stringify(body);
  for (const secret of [...secrets, ...told]) assert.ok(!text.includes(secret), secret);
};

test('ABUSE 20: a link’s page is told these keys and no others', async () => {
  const { body } = await t.call('GET', link.path);
  assert.deepEqual(
    sorted(keysOf(body)),
    sorted([
      'title',
      'kind',
      'slug',
      'description',
      'footer',
      'timeZone',
      'language',
      'incrementMinutes',
      'durationsMinutes[]',
      'redirectUrl',
      'location.kind',
      'hosts[].name',
      'workspace.name',
      'workspace.slug',
      'workspace.accent',
      'guests.allowed',
      'guests.max',
      'questions[].id',
      'questions[].label',
      'questions[].kind',
      'questions[].required',
      'consents[].id',
      'consents[].text',
      'consents[].required',
    ]),
  );
  assert.deepEqual(body.hosts, [{ name: 'Anna Nowak' }, { name: 'Bo Lindqvist' }]);
  tellsNothing(body);
});

test('ABUSE 20: slots are starts and nothing else: nobody sees whose they are, or why others are shut', async () => {
  const { body, headers } = await t.call(
    'GET',
    `${link.path}/slots?from=2026-12-01&to=2026-12-04&timeZone=Europe/Warsaw`,
  );
  assert.deepEqual(sorted(keysOf(body)), ['days[].date', 'days[].slots[]', 'durationMinutes', 'timeZone']);
  assert.deepEqual(
    body.days.map(({ date }: { date: string }) => date),
    ['2026-12-01', '2026-12-02', '2026-12-04'],
  );
  tellsNothing(body);
  assert.equal(headers.get('set-cookie'), null);
});

test('ABUSE 20: a booking, a refusal and the manage page tell nothing about others', async () => {
  const start = '2026-12-01T08:30:00Z';
  const { body: booked } = await t.book(link, start);
  assert.deepEqual(
    sorted(keysOf(booked)),
    sorted(['id', 'status', 'start', 'end', 'timeZone', 'manageUrl', 'hosts[].name']),
  );
  const { status, body: refused } = await t.book(link, start);
  assert.equal(status, 409);
  assert.deepEqual(
    sorted(keysOf(refused)),
    sorted(['type', 'title', 'status', 'detail', 'reason', 'alternatives[]']),
  );
  const managed = await t.call('GET', `/api/public/bookings/${booked.manageUrl.split('/').at(-1)}`);
  for (const answer of [booked, refused, managed.body]) {
    const text = JSON.stringify(answer);
    for (const secret of [...secrets, 'Hospital']) assert.ok(!text.includes(secret), secret);
  }
});

test('ABUSE 20: a link with more hosts than fit a page names none of them', async () => {
  const { share, call } = t;
  const chair = { candidateIds: [t.anna.id, t.bo.id] };
  const few = await share({ kind: 'panel', chairs: [chair, chair] });
  assert.equal((await call('GET', few.path)).body.hosts.length, 2, 'each is named once');
});

test('Public routes set no cookie, may not be stored and cause five statements at most for a month of slots', async () => {
  const month = `${link.path}/slots?from=2026-12-01&to=2026-12-31&timeZone=Europe/Paris`;
  const { statements, headers } = await t.call('GET', month);
  assert.ok(statements > 0 && statements <= 5, `${statements} statements`);
  assert.equal(headers.get('set-cookie'), null);
  const capped = await t.share({ caps: { perDay: 3 } });
  const { statements: more } = await t.call('GET', month.replace(link.path, capped.path));
  assert.ok(more <= 5, `${more} statements with a cap`);
});

test('B4: a page names those who can host, and nobody who has left or lost their seat', async () => {
  const [ines, tomasz] = [await t.hire('ines'), await t.hire('tomasz')];
  const hostIds = [t.anna.id, ines.id, tomasz.id];
  const team = await t.share({ kind: 'round-robin', hostIds });
  const named = async () =>
    (await t.call('GET', team.path)).body.hosts.map((host: { name: string }) => host.name);
  assert.equal((await named()).length, 3);
  await t.call('PATCH', `/api/members/${ines.id}`, { active: false });
  await t.call('PATCH', `/api/members/${tomasz.id}`, { seat: false });
  assert.deepEqual(await named(), [t.anna.name]);
});
