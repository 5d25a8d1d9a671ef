import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type Person, type SharedLink } from '../../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
t.clock.set('2026-11-23T08:00:00Z');
const day = '2026-12-01';
const ewa = { name: 'Ewa Lis', email: 'ewa@activities.example' };

const made = async (path: string, body: object) => {
  const answer = await t.call('POST', path, body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id as string;
};
const activities = (path: string, query = '', as: Person = t.anna) =>
  t.call('GET', `/api/${path}/bookings${query}`, undefined, as);
const titles = async (path: string, query = '', as: Person = t.anna) =>
  (await activities(path, query, as)).body.items.map(({ title }: { title: string }) => title);
/** A place as a list writes it, but at a minute that no database keeps. */
const FAR = Buffer.from('018f0000-0000-7000-8000-0000000000009999999999').toString('base64url');
const mine = () => `members/${t.anna.id}`;

const tour = await t.share({ title: 'Oven tour' });
const company = await made('/api/companies', { name: 'Kessler' });
const contact = await made('/api/contacts', {
  name: ewa.name,
  emails: [{ address: ewa.email }],
  companyIds: [company],
});
const deal = await made('/api/deals', { title: 'Furnace', contactIds: [contact] });
const ticket = await made('/api/tickets', { subject: 'It smokes', contactId: contact });
const byHand = (start: string, more: object) =>
  made('/api/bookings', { start, durationMinutes: 30, hostId: t.anna.id, ...more });
const bookTour = async (link: SharedLink, start: string) => {
  const { status, body } = await t.book(link, start, ewa);
  assert.equal(status, 201, JSON.stringify(body));
  return body.id as string;
};

test('L7, P11: a booking by a known person is an activity of its host, the person and the company', async () => {
  const id = await bookTour(tour, `${day}T09:00:00Z`);
  for (const path of [`contacts/${contact}`, `companies/${company}`, mine()]) {
    const { status, body } = await activities(path);
    assert.equal(status, 200);
    assert.deepEqual(body.items, [
      {
        id,
        title: 'Oven tour',
        start: `${day}T09:00:00Z`,
        end: `${day}T09:30:00Z`,
        status: 'scheduled',
        hosts: [{ id: t.anna.id, name: t.anna.name, active: true }],
        link: { id: tour.id, title: 'Oven tour', deleted: false },
        visitor: { name: 'Ewa Lis' },
        mayOpen: true,
      },
    ]);
  }
  assert.deepEqual(await titles(`deals/${deal}`), [], 'the meeting is not about the deal');
  assert.deepEqual(await titles(`members/${t.bo.id}`), []);
});

test('L7, P8: on all five kinds of record, and on what these belong to', async () => {
  const lead = await made('/api/leads', { name: 'Marek', companyId: company });
  const about = (kind: string, id: string) => ({ record: { kind, id } });
  await byHand(`${day}T11:00:00Z`, { title: 'Of the deal', ...about('deal', deal) });
  await byHand(`${day}T12:00:00Z`, { title: 'Of the ticket', ...about('ticket', ticket) });
  await byHand(`${day}T13:00:00Z`, { title: 'Of the lead', ...about('lead', lead) });
  await byHand(`${day}T14:00:00Z`, { title: 'Of the company', ...about('company', company) });
  assert.deepEqual(await titles(`deals/${deal}`), ['Of the deal']);
  assert.deepEqual(await titles(`tickets/${ticket}`), ['Of the ticket']);
  assert.deepEqual(await titles(`leads/${lead}`), ['Of the lead']);
  assert.deepEqual(await titles(`contacts/${contact}`), ['Oven tour', 'Of the deal', 'Of the ticket']);
  const all = ['Oven tour', 'Of the deal', 'Of the ticket', 'Of the lead', 'Of the company'];
  assert.deepEqual(await titles(`companies/${company}`), all);
  assert.deepEqual(await titles(mine()), all, 'the nearest first');
});

test('L7: the same meetings as the timeline tells of', async () => {
  for (const path of [`companies/${company}`, `contacts/${contact}`, `deals/${deal}`, `tickets/${ticket}`]) {
    const { body } = await t.call('GET', `/api/${path}/timeline?kind=booking&limit=200`);
    const told = new Set(body.items.map(({ bookingId }: { bookingId: string }) => bookingId));
    const listed = (await activities(path)).body.items.map(({ id }: { id: string }) => id);
    assert.deepEqual(new Set(listed), told, path);
  }
});

test('E9, L7: cancelled and deleted ones leave the open activities; their time is free in every link, history stays', async () => {
  const other = await t.share({ title: 'Another link' });
  const free = async (start: string) => (await t.starts(other, day)).includes(start);
  const cancelled = await bookTour(tour, `${day}T15:00:00Z`);
  const deleted = await bookTour(tour, `${day}T15:30:00Z`);
  assert.deepEqual([await free(`${day}T15:00:00Z`), await free(`${day}T15:30:00Z`)], [false, false]);
  assert.equal((await t.call('POST', `/api/bookings/${cancelled}/cancellation`, {})).status, 200);
  assert.equal((await t.call('DELETE', `/api/bookings/${deleted}`)).status, 204);
  assert.deepEqual([await free(`${day}T15:00:00Z`), await free(`${day}T15:30:00Z`)], [true, true]);
  for (const path of [`contacts/${contact}`, mine()]) {
    const ids = async (state: string) =>
      (await activities(path, `?state=${state}`)).body.items.map(({ id }: { id: string }) => id);
    const open = await ids('open');
    assert.ok(!open.includes(cancelled) && !open.includes(deleted), path);
    const closed = await ids('closed');
    assert.ok(closed.includes(cancelled) && !closed.includes(deleted), path);
  }
  const { body } = await t.call('GET', `/api/contacts/${contact}/timeline?kind=booking&limit=200`);
  const told = body.items.flatMap((item: { bookingId: string; data: { what: string } }) =>
    item.bookingId === deleted ? [item.data.what] : [],
  );
  assert.deepEqual(told, ['deleted', 'cancelled', 'made']);
});

test('L7: what is going on is open, what is over is not; an unconfirmed hold is, until it expires', async () => {
  const held = await t.share({ title: 'To confirm', verification: 'everyone' });
  await t.book(held, `${day}T10:00:00Z`, { name: 'New', email: 'new@activities.example' });
  assert.ok((await titles(mine())).includes('To confirm'));
  t.clock.set(`${day}T09:15:00Z`);
  const open = await titles(mine());
  assert.deepEqual([open[0], open.includes('To confirm')], ['Oven tour', false]);
  t.clock.set(`${day}T09:30:00Z`);
  assert.ok(!(await titles(mine())).includes('Oven tour'));
  const { items } = (await activities(`contacts/${contact}`, '?state=closed')).body;
  const states = items.map(({ title, status }: { title: string; status: string }) => `${title} ${status}`);
  assert.deepEqual(states, ['Oven tour cancelled', 'Oven tour completed'], 'the latest first');
});

test('L7: page by page, in both directions', async () => {
  for (const [state, path] of [
    ['open', `companies/${company}`],
    ['closed', `contacts/${contact}`],
  ]) {
    const all = (await activities(path!, `?state=${state}`)).body;
    assert.equal(all.next, null);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await activities(path!, `?state=${state}&limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.next === null) break;
      cursor = encodeURIComponent(body.next);
    }
    const ids = all.items.map(({ id }: { id: string }) => id);
    assert.ok(ids.length > 1);
    assert.deepEqual(seen, ids);
  }
});

test('P9, N1: a hidden record is not there; who may see a record but not the meeting reads when and with whom', async () => {
  const ines = await t.hire('ines', { permissions: [] });
  const { body } = await activities(`companies/${company}`, '', ines);
  for (const { visitor, mayOpen, hosts } of body.items)
    assert.deepEqual([visitor, mayOpen, hosts[0].name], [null, false, t.anna.name]);
  assert.ok(body.items.length > 0);
  assert.deepEqual(await titles(mine(), '', ines), [], 'of a colleague she reads what is hers to see');
  await t.call('PATCH', `/api/companies/${company}`, { ownerId: t.anna.id });
  assert.equal((await activities(`companies/${company}`, '', ines)).status, 404);
  for (const path of [`contacts/${company}`, `members/${company}`])
    assert.equal((await activities(path)).status, 404);
  for (const bad of ['?state=all', '?cursor=zzz', `?cursor=${FAR}`, '?limit=0'])
    assert.ok([400, 422].includes((await activities(mine(), bad)).status), bad);
});

test('L7: five statements, however many meetings there are', async () => {
  const few = [
    (await activities(`deals/${deal}`)).statements,
    (await activities(mine(), '?limit=1')).statements,
  ];
  await t.call('PATCH', `/api/contacts/${contact}`, { ownerId: null });
  const busy = await t.share({ title: 'Many', durationsMinutes: [15], hours: null });
  for (let hour = 9; hour < 15; hour++)
    await bookTour(busy, `2026-12-02T${String(hour).padStart(2, '0')}:00:00Z`);
  const many = [await activities(`contacts/${contact}`), await activities(mine())];
  assert.ok(many.every(({ body }) => body.items.length > 5));
  // Who asks, the record or host, meetings with their links, their hosts, what these are called.
  assert.deepEqual(
    [few, many.map(({ statements }) => statements)],
    [
      [5, 5],
      [5, 5],
    ],
  );
});
