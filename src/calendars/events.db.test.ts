import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../demo/staff.ts';
import { readMember } from '#people/store.ts';
import { listCalendar } from './list-calendar.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const path = (who: Colleague, rest = '') => `/api/members/${who.id}/events${rest}`;
const DENTIST = { title: 'Dentist', start: '2026-12-01T09:03:00Z', end: '2026-12-01T09:50:00Z' };
const versionOf = async ({ workspaceId, id }: Colleague) =>
  (await readMember(house.platform.db.read, workspaceId, id))!.version;

async function put(who: Colleague, change: object = {}): Promise<string> {
  const { status, body } = await house.ask(who, 'POST', path(who), { ...DENTIST, ...change });
  assert.equal(status, 201);
  return body.id;
}

test('K1, C6: an event is put, changed and taken out; it blocks unless said otherwise; each raises the version', async () => {
  const start = await versionOf(house.bo);
  const id = await put(house.bo);
  const { body, etag } = await house.ask(house.bo, 'GET', path(house.bo, `/${id}`));
  assert.deepEqual(body, { id, ...DENTIST, allDay: false, transparency: 'busy' });
  const free = { transparency: 'free', allDay: true };
  const changed = await house.ask(house.bo, 'PATCH', path(house.bo, `/${id}`), free, { 'if-match': etag! });
  assert.deepEqual(changed.body, { id, ...DENTIST, ...free });
  const stale = await house.ask(house.bo, 'PATCH', path(house.bo, `/${id}`), free, { 'if-match': etag! });
  assert.deepEqual([stale.status, stale.body.present.allDay], [412, true]);
  assert.equal((await house.ask(house.bo, 'DELETE', path(house.bo, `/${id}`))).status, 204);
  assert.equal((await house.ask(house.bo, 'DELETE', path(house.bo, `/${id}`))).status, 404);
  assert.equal(await versionOf(house.bo), start + 3);
});

test('Events come by start, page by page, and only those that meet the window', async () => {
  const eve = await house.hire('Ève');
  const at = (hour: number) => `2027-03-01T${String(hour).padStart(2, '0')}:00:00Z`;
  for (const hour of [12, 9, 10, 9, 11]) await put(eve, { start: at(hour), end: at(hour + 1) });
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await house.ask(eve, 'GET', path(eve, `?limit=2${cursor}`));
    seen.push(...body.items.map((one: { start: string }) => one.start.slice(11, 13)));
    cursor = body.next === null ? '' : `&cursor=${body.next}`;
  } while (cursor !== '');
  assert.deepEqual(seen, ['09', '09', '10', '11', '12']);
  const { body } = await house.ask(eve, 'GET', path(eve, `?from=${at(10)}&to=${at(12)}`));
  assert.equal(body.items.length, 2, 'half-open: what ends at `from` or starts at `to` does not meet it');
});

test('Bookings stand among the events with their bookingId, in order and paged', async () => {
  const eve = await house.hire('Yves');
  const day = (n: number) => `2027-04-0${n}T09:00:00Z`;
  for (const n of [1, 3, 5]) await put(eve, { start: day(n), end: day(n + 1) });
  const booking = (n: number) => ({
    id: `01a1ffa6-0000-7000-8000-00000000000${n}`,
    title: 'Demo',
    start: day(n),
    end: day(n + 1),
    allDay: false,
    transparency: 'busy' as const,
    bookingId: `01a1ffa6-0000-7000-8000-00000000000${n}`,
  });
  const caller = { workspaceId: eve.workspaceId, memberId: eve.id, role: 'member', permissions: new Set() };
  const page = (cursor?: string) =>
    listCalendar(
      house.platform.db.read,
      caller as unknown as Parameters<typeof listCalendar>[1],
      eve.id,
      { cursor, limit: 2 },
      async () => [booking(2), booking(4)],
    );
  const first = await page();
  const second = await page(first.next!);
  const third = await page(second.next!);
  const all = [...first.items, ...second.items, ...third.items];
  assert.deepEqual(
    all.map((one) => [one.start, one.bookingId !== undefined]),
    [1, 2, 3, 4, 5].map((n) => [day(n), n % 2 === 0]),
  );
  assert.equal(third.next, null);
});

test('Colleagues see when somebody is busy, not why, and nothing that is free', async () => {
  const busy = await put(house.anna, { title: 'Hospital' });
  const free = await put(house.anna, { title: 'Birthday', transparency: 'free' });
  const { body } = await house.ask(house.bo, 'GET', path(house.anna));
  assert.deepEqual(body.items, [
    { ...DENTIST, id: busy, title: 'Busy', allDay: false, transparency: 'busy' },
  ]);
  assert.equal((await house.ask(house.bo, 'GET', path(house.anna, `/${busy}`))).body.title, 'Busy');
  assert.equal((await house.ask(house.bo, 'GET', path(house.anna, `/${free}`))).status, 404);
  const admin = await house.hire('Marek', { role: 'admin' });
  assert.equal((await house.ask(admin, 'GET', path(house.anna))).body.items.length, 2);
});

test('Another’s events: 403 for a colleague, 404 from another workspace or under another member', async () => {
  const id = await put(house.anna);
  const asks: [string, string, unknown?][] = [
    ['POST', path(house.anna), DENTIST],
    ['PATCH', path(house.anna, `/${id}`), { title: 'Mine' }],
    ['DELETE', path(house.anna, `/${id}`)],
  ];
  for (const [method, address, body] of asks) {
    assert.equal((await house.ask(house.bo, method, address, body)).status, 403, method);
    assert.equal((await house.ask(house.stranger, method, address, body)).status, 404, method);
  }
  for (const method of ['GET', 'PATCH', 'DELETE']) {
    const body = method === 'PATCH' ? { title: 'Mine' } : undefined;
    assert.equal((await house.ask(house.anna, method, path(house.bo, `/${id}`), body)).status, 404, method);
  }
  assert.equal((await house.ask(house.stranger, 'GET', path(house.anna))).status, 404);
  assert.equal((await house.ask(house.stranger, 'GET', path(house.anna, `/${id}`))).status, 404);
});

const WRONG: [object, string][] = [
  [{ title: '' }, 'title'],
  [{ title: 'n'.repeat(300) }, 'title'],
  [{ title: 'a\u0000b' }, 'title'],
  [{ title: '\ud800' }, 'title'],
  [{ start: '2026-12-01T09:00:30Z' }, 'start'],
  [{ start: '2026-12-01T09:60:00Z' }, 'start'],
  [{ start: '2026-02-30T09:00:00Z' }, 'start'],
  [{ start: '2026-12-01T09:00:00+01:00' }, 'start'],
  [{ start: '2026-12-01' }, 'start'],
  [{ end: '9999-12-01T09:00:00Z' }, 'end'],
  [{ end: DENTIST.start }, 'end'],
  [{ end: '2026-11-01T09:00:00Z' }, 'end'],
  [{ end: '2028-01-01T09:00:00Z' }, 'end'],
  [{ allDay: 'yes' }, 'allDay'],
  [{ transparency: 'tentative' }, 'transparency'],
  [{ memberId: 'x' }, 'memberId'],
  [{ bookingId: 'x' }, 'bookingId'],
];

test('Every wrong event is refused with its path, and nothing is written', async () => {
  const { body: kept } = await house.ask(house.bo, 'GET', path(house.bo));
  for (const [change, at] of WRONG) {
    const refused = await house.ask(house.bo, 'POST', path(house.bo), { ...DENTIST, ...change });
    assert.deepEqual([refused.status, refused.body.errors[0].path], [422, at], JSON.stringify(change));
  }
  assert.deepEqual((await house.ask(house.bo, 'GET', path(house.bo))).body, kept);
  const id = await put(house.bo);
  const early = { start: '2026-12-02T09:00:00Z' };
  assert.equal((await house.ask(house.bo, 'PATCH', path(house.bo, `/${id}`), early)).status, 422);
  for (const query of ['from=today', 'to=9999-01-01T00:00:00Z', 'limit=-1', 'cursor=x', 'cursor=%00']) {
    assert.equal((await house.ask(house.bo, 'GET', path(house.bo, `?${query}`))).status, 422, query);
  }
});

test('A title with markup is kept to the letter; line ends in it become spaces', async () => {
  const id = await put(house.bo, { title: '"><svg/onload=x> {{7*7}}\r\nBcc:\u2028eve' });
  const { body } = await house.ask(house.bo, 'GET', path(house.bo, `/${id}`));
  assert.equal(body.title, '"><svg/onload=x> {{7*7}} Bcc: eve');
});

test('K1: everyone has the built-in calendar, healthy from the first day, and it stays', async () => {
  const calendars = (rest = '') => `/api/members/${house.bo.id}/calendars${rest}`;
  const { body } = await house.ask(house.anna, 'GET', calendars());
  const [{ health, ...rest }] = body.items;
  assert.equal(body.items.length, 1);
  assert.deepEqual(rest, {
    id: house.bo.id,
    kind: 'built-in',
    name: 'Agenda Rondo',
    checkConflicts: true,
    writeHere: true,
    sync: true,
    readOnly: false,
    colour: null,
    account: null,
  });
  assert.deepEqual([health.state, health.error, health.readsNow], ['ok', null, false]);
  const own = `/${body.items[0].id}`;
  assert.equal((await house.ask(house.bo, 'PATCH', calendars(own), { checkConflicts: false })).status, 422);
  assert.equal((await house.ask(house.bo, 'PATCH', calendars(own), { writeHere: true })).status, 200);
  assert.equal((await house.ask(house.bo, 'POST', calendars(`${own}/sync`))).status, 422);
  assert.equal((await house.ask(house.bo, 'DELETE', calendars(own))).status, 409);
  assert.equal((await house.ask(house.bo, 'PATCH', calendars(`/${house.anna.id}`), {})).status, 404);
  assert.equal((await house.ask(house.bo, 'POST', calendars(`/${house.anna.id}/sync`))).status, 404);
  const ofAnna = `/api/members/${house.anna.id}/calendars`;
  const connection = { kind: 'ics', url: 'https://calendar.example/bo.ics' };
  assert.equal((await house.ask(house.bo, 'POST', ofAnna, connection)).status, 403);
  assert.equal((await house.ask(house.stranger, 'GET', ofAnna)).status, 404);
});
