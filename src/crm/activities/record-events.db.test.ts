import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse('2026-11-23T08:00:00Z')));
after(() => house.close());

const ask = (...given: Parameters<StaffedHouse['ask']>) => house.ask(...given);
const LUNCH = { title: 'Lunch', start: '2026-11-25T11:00:00Z', end: '2026-11-25T12:30:00Z' };

async function recordOf(who: Colleague, kind = 'leads', given = {}): Promise<string> {
  const { status, body } = await ask(who, 'POST', `/api/${kind}`, { name: 'Chloé', ...given });
  assert.equal(status, 201, JSON.stringify(body));
  return `/api/${kind}/${body.id}`;
}

type CalendarEntry = Record<'title' | 'start' | 'end' | 'transparency', string>;

async function calendarOf({ id }: Colleague) {
  const { body } = await ask(house.anna, 'GET', `/api/members/${id}/events`);
  return body.items.map(({ title, start, end, transparency }: CalendarEntry) => [
    title,
    start.slice(5, 16),
    end.slice(5, 16),
    transparency,
  ]);
}

const entryOf = async ({ id }: Colleague) => {
  const { body } = await ask(house.anna, 'GET', `/api/members/${id}/events`);
  return `/api/members/${id}/events/${body.items[0].id}`;
};
const versionOf = async ({ id }: Colleague) => {
  const { version } = await house.platform.db.read
    .selectFrom('members')
    .select('version')
    .where('member_id', '=', id)
    .executeTakeFirstOrThrow();
  return version;
};

test('P6: an event stands in the calendars of the colleagues who take part and blocks; moving and deleting follow', async () => {
  const [noor, ola] = [await house.hire('Noor'), await house.hire('Ola')];
  const lead = await recordOf(house.anna);
  const before = await versionOf(noor);
  const attendees = [noor.id, ola.id, 'guest@example.org'];
  const { status, body, etag } = await ask(house.anna, 'POST', `${lead}/events`, { ...LUNCH, attendees });
  assert.equal(status, 201, JSON.stringify(body));
  assert.ok((await versionOf(noor)) > before, 'a booking decided meanwhile must notice');
  assert.deepEqual(await calendarOf(noor), [['Lunch', '11-25T11:00', '11-25T12:30', 'busy']]);

  const event = `${lead}/events/${body.id}`;
  const change = { title: 'Long lunch', end: '2026-11-25T13:00:00Z', attendees: body.attendees.slice(1) };
  const moved = await ask(house.anna, 'PATCH', event, change, { 'if-match': etag! });
  assert.equal(moved.status, 200, JSON.stringify(moved.body));
  assert.deepEqual(await calendarOf(noor), []);
  assert.deepEqual(await calendarOf(ola), [['Long lunch', '11-25T11:00', '11-25T13:00', 'busy']]);
  const stale = await ask(house.anna, 'PATCH', event, { title: 'x' }, { 'if-match': etag! });
  assert.deepEqual([stale.status, stale.body.present.title], [412, 'Long lunch']);
  assert.equal((await ask(house.anna, 'DELETE', event)).status, 204);
  assert.deepEqual(await calendarOf(ola), []);
  const { body: timeline } = await ask(house.anna, 'GET', `${lead}/timeline`);
  const told = timeline.items.map((item: { data: { what?: string } }) => item.data.what);
  assert.deepEqual(told, ['deleted', 'changed', 'made', undefined]);
});

test('P6: colleagues, contacts and plain addresses take part, each once; a colleague’s address is the colleague', async () => {
  const tom = await house.hire('Tom');
  const lead = await recordOf(house.anna);
  const { body: asMember } = await ask(house.anna, 'GET', `/api/members/${tom.id}`);
  const emails = [{ address: 'eve@example.com', primary: true }];
  const contact = await recordOf(house.anna, 'contacts', { name: 'Ève', emails });
  const id = contact.split('/').at(-1)!;
  const attendees = [asMember.email.toUpperCase(), tom.id, id, 'guest@example.org'];
  const { status } = await ask(house.anna, 'POST', `${lead}/events`, { ...LUNCH, attendees });
  assert.equal(status, 201);
  const { body } = await ask(house.bo, 'GET', `${lead}/events?state=coming`);
  assert.deepEqual(body.items[0].attendees, [
    { kind: 'member', id: tom.id, name: 'Tom', email: asMember.email },
    { kind: 'contact', id, name: 'Ève', email: 'eve@example.com' },
    { kind: 'address', email: 'guest@example.org' },
  ]);
});

test('P6: without attendees an event is one’s own; those to come the nearest first, the past apart', async () => {
  const kim = await house.hire('Kim');
  const lead = await recordOf(kim);
  const add = (title: string, day: string) =>
    ask(kim, 'POST', `${lead}/events`, { title, start: `${day}T09:00:00Z`, end: `${day}T10:00:00Z` });
  for (const [title, day] of [
    ['later', '2026-11-26'],
    ['past', '2026-11-20'],
    ['soon', '2026-11-24'],
  ]) {
    const { body } = await add(title!, day!);
    assert.deepEqual(
      body.attendees.map(({ id }: { id: string }) => id),
      [kim.id],
    );
  }
  const titles = async (query: string) => {
    const { body } = await ask(kim, 'GET', `${lead}/events${query}`);
    return [body.items.map((event: { title: string }) => event.title), body.next];
  };
  assert.deepEqual(await titles('?state=coming'), [['soon', 'later'], null]);
  assert.deepEqual(await titles('?state=past'), [['past'], null]);
  const [first, next] = await titles('?limit=2');
  assert.deepEqual([first, (await titles(`?limit=2&cursor=${next}`))[0]], [['later', 'soon'], ['past']]);
  assert.equal((await calendarOf(kim)).length, 3);
});

test('P6: moved in the calendar the event follows with everybody in it; taken out there, its member no longer takes part', async () => {
  const [lea, max] = [await house.hire('Lea'), await house.hire('Max')];
  const lead = await recordOf(house.anna);
  const attendees = [lea.id, max.id];
  const { body } = await ask(house.anna, 'POST', `${lead}/events`, { ...LUNCH, attendees });
  const read = async () => {
    const found = await ask(house.anna, 'GET', `${lead}/events`);
    return found.body.items.find(({ id }: { id: string }) => id === body.id);
  };
  const later = { start: '2026-11-26T11:00:00Z', end: '2026-11-26T12:00:00Z' };
  assert.equal((await ask(lea, 'PATCH', await entryOf(lea), later)).status, 403);
  assert.deepEqual((await calendarOf(lea))[0].slice(1, 2), ['11-25T11:00']);
  assert.equal((await ask(lea, 'PATCH', await entryOf(lea), { transparency: 'free' })).status, 200);
  assert.equal((await ask(house.anna, 'PATCH', await entryOf(lea), later)).status, 200);
  assert.deepEqual([(await read()).start, (await read()).version], [later.start, 2]);
  assert.deepEqual(await calendarOf(max), [['Lunch', '11-26T11:00', '11-26T12:00', 'busy']]);
  assert.deepEqual(await calendarOf(lea), [['Lunch', '11-26T11:00', '11-26T12:00', 'free']]);

  assert.equal((await ask(max, 'DELETE', await entryOf(max))).status, 204);
  const without = await read();
  assert.deepEqual(
    without.attendees.map(({ id }: { id: string }) => id),
    [lea.id],
  );
  assert.equal((await ask(lea, 'PATCH', await entryOf(lea), { title: 'Mine' })).status, 200);
  assert.equal((await read()).title, 'Mine');
  assert.equal((await ask(house.anna, 'DELETE', `${lead}/events/${body.id}`)).status, 204);
  assert.deepEqual(await calendarOf(lea), []);
});

test('N1 and P9: a colleague’s time needs book-for-others; who is not there, left or is hidden is refused by name', async () => {
  const lead = await recordOf(house.bo);
  const own = await ask(house.bo, 'POST', `${lead}/events`, LUNCH);
  assert.equal(own.status, 201);
  const given = { ...LUNCH, attendees: [house.bo.id, house.anna.id] };
  assert.equal((await ask(house.bo, 'POST', `${lead}/events`, given)).status, 403);
  const event = `${lead}/events/${own.body.id}`;
  assert.equal((await ask(house.bo, 'PATCH', event, { attendees: [house.anna.id] })).status, 403);
  const kai = await house.hire('Kai', { permissions: ['book-for-others'] });
  assert.equal((await ask(kai, 'POST', `${lead}/events`, given)).status, 201);
  const hidden = await recordOf(house.anna, 'contacts', { ownerId: house.anna.id });
  const gone = await house.hire('Left');
  await ask(house.anna, 'PATCH', `/api/members/${gone.id}`, { active: false });
  for (const wrong of [hidden.split('/').at(-1), gone.id, house.stranger.id, 'nobody', 'a@b', '']) {
    const { status, body } = await ask(kai, 'POST', `${lead}/events`, {
      ...LUNCH,
      attendees: [kai.id, wrong],
    });
    assert.deepEqual([status, body.errors?.[0].path], [422, 'attendees.1'], String(wrong));
  }
  const others = await recordOf(house.anna, 'leads', { ownerId: house.anna.id });
  for (const who of [house.bo, house.stranger]) {
    assert.equal((await ask(who, 'GET', `${others}/events`)).status, 404);
    assert.equal((await ask(who, 'POST', `${others}/events`, LUNCH)).status, 404);
  }
  assert.equal((await ask(house.anna, 'PATCH', `${others}/events/${own.body.id}`, LUNCH)).status, 404);
});

test('P9: a contact the reader may not see takes part without a name, and stays when others are changed', async () => {
  const lead = await recordOf(house.anna);
  const contact = await recordOf(house.anna, 'contacts', { name: 'Secret', ownerId: house.anna.id });
  const contactId = contact.split('/').at(-1)!;
  const { body } = await ask(house.anna, 'POST', `${lead}/events`, { ...LUNCH, attendees: [contactId] });
  const seen = await ask(house.bo, 'GET', `${lead}/events`);
  assert.deepEqual(seen.body.items[0].attendees, [
    { kind: 'contact', id: contactId, name: null, email: null },
  ]);
  const attendees = [...seen.body.items[0].attendees, house.bo.id];
  const changed = await ask(house.bo, 'PATCH', `${lead}/events/${body.id}`, { attendees });
  assert.equal(changed.status, 200, JSON.stringify(changed.body));
  assert.equal(changed.body.attendees[0].name, null);
});

test('P9: a contact that goes on as another takes part as that one, once', async () => {
  const lead = await recordOf(house.anna);
  const ids = await Promise.all(
    ['From', 'Into'].map(async (name) =>
      (await recordOf(house.anna, 'contacts', { name })).split('/').at(-1)!,
    ),
  );
  const [from, into] = ids.map((id) => ({ kind: 'contact' as const, id }));
  for (const attendees of [ids, ids.slice(0, 1)]) {
    await ask(house.anna, 'POST', `${lead}/events`, { ...LUNCH, attendees });
  }
  const { announcer, db } = house.platform;
  const merged = { workspaceId: house.anna.workspaceId, from: from!, into: into! };
  await db.transact((tx) => announcer.announce(tx, 'record-merged', merged));
  const { body } = await ask(house.anna, 'GET', `${lead}/events`);
  const names = body.items.map((event: { attendees: { name: string }[] }) =>
    event.attendees.map(({ name }) => name),
  );
  assert.deepEqual(names, [['Into'], ['Into']]);
});

test('ABUSE 6, 12, 24, 27: what is no event is refused, and no calendar holds anything', async () => {
  const una = await house.hire('Una');
  const lead = await recordOf(una);
  const wrong = [
    { ...LUNCH, title: '' },
    { ...LUNCH, end: LUNCH.start },
    { ...LUNCH, end: '2027-12-01T09:00:00Z' },
    { ...LUNCH, end: '2026-11-25T10:00:00Z' },
    { title: 'x', start: LUNCH.start },
    { ...LUNCH, start: '9999-01-01T09:00:00Z' },
    { ...LUNCH, attendees: una.id },
    { ...LUNCH, attendees: [una.id, 7] },
    { ...LUNCH, attendees: [una.id, { email: 'a@example.com' }] },
    { ...LUNCH, attendees: [una.id, 'bob@example.com\r\nBcc: eve@example.com'] },
    { ...LUNCH, attendees: Array.from({ length: 51 }, (_, at) => `guest${at}@example.com`) },
    { ...LUNCH, allDay: true },
  ];
  for (const body of wrong) {
    const { status } = await ask(una, 'POST', `${lead}/events`, body);
    assert.equal(status, 422, JSON.stringify(body).slice(0, 200));
  }
  assert.deepEqual((await ask(una, 'GET', `${lead}/events`)).body.items, []);
  assert.deepEqual(await calendarOf(una), []);
});
