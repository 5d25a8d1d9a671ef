import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../demo/cast.ts';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Answer, type Person } from '../../demo/open-termika.ts';
import { NOTHING, rowCounts, tokenMailedTo, watch, workOff } from './happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { chloe, marek } = visitors;
const ines = await t.hire('ines', { permissions: ['book-for-others'] });

const visitor = (email: string, more: object = {}) => ({ name: 'Ewa', email, ...more });
const write = (wish: object, as: Person = t.anna): Promise<Answer> =>
  t.call('POST', '/api/bookings', { durationMinutes: 30, ...wish }, as);

test('E13: quick: time, status, name, address; open at once, the party made, the visitor not written to', async () => {
  const news = await watch(t);
  const { status, body } = await write({
    start: '2026-12-01T09:00:00Z',
    hostId: t.bo.id,
    visitor: visitor('quick@byhand.example'),
  });
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual(
    [body.status, body.hostIds, body.party.kind, body.title, body.linkId, body.madeBy],
    ['scheduled', [t.bo.id], 'lead', 'Ewa', null, t.anna.id],
  );
  assert.deepEqual(await news(), {
    mails: ['host-new to bo@termika.example'],
    timeline: ['lead: booking made', 'lead: created'],
    calendar: ['+ Bo 2026-12-01T09:00:00Z'],
  });
});

test('E13: full: phone, Skype, details, title and record; a known person matched; a confirmation when asked', async () => {
  const contact = { name: 'Chloé Girard', emails: [{ address: chloe.email, primary: true }] };
  const { body: known } = await t.call('POST', '/api/contacts', contact);
  const lead = { name: 'Bakery', emails: [{ address: 'bakery@byhand.example', primary: true }] };
  const { body: enquiry } = await t.call('POST', '/api/leads', lead);
  const news = await watch(t);
  const typed = visitor(chloe.email.toUpperCase(), {
    phone: '+33 4',
    skype: 'chloe.g',
    details: 'Two ovens',
  });
  const { status, body } = await write({
    start: '2026-12-01T09:00:00Z',
    hostId: t.anna.id,
    title: 'Second visit',
    visitor: typed,
    record: { kind: 'lead', id: enquiry.id },
    notify: true,
  });
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual([body.visitor, body.title], [typed, 'Second visit']);
  assert.deepEqual([body.party.id, body.party.name], [known.id, 'Chloé Girard']);
  assert.deepEqual(body.record, { kind: 'lead', id: enquiry.id, name: 'Bakery' });
  assert.deepEqual(await news(), {
    mails: ['confirmation to chloe@girard-pains.example', 'host-new to anna@termika.example'],
    timeline: ['contact: booking made', 'lead: booking made'],
    calendar: ['+ Anna 2026-12-01T09:00:00Z'],
  });
});

test('E13: where it is and who else comes: guests are invited when asked, each once, also without a visitor', async () => {
  const room = { kind: 'video', value: 'https://meet.termika.example/bo' };
  const news = await watch(t);
  const wish = { hostId: t.bo.id, location: room, notify: true };
  const attendees = ['kamil@guest.example', 'KAMIL@guest.example', 'host@guest.example'];
  const { status, body } = await write(
    { ...wish, start: '2026-12-04T09:00:00Z', visitor: null, details: 'Second visit', attendees },
    t.bo,
  );
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual(
    [body.location, body.visitor, body.party, body.details],
    [room, null, null, 'Second visit'],
  );
  assert.deepEqual(body.guests, ['KAMIL@guest.example', 'host@guest.example']);
  assert.deepEqual((await news()).mails, [
    'confirmation to host@guest.example',
    'confirmation to kamil@guest.example',
    'host-new to bo@termika.example',
  ]);
  const own = { visitor: visitor('self@guest.example'), attendees: ['Self@guest.example'], location: null };
  const quiet = await write({ ...wish, ...own, start: '2026-12-04T10:00:00Z', notify: false }, t.bo);
  assert.deepEqual([quiet.status, quiet.body.guests, quiet.body.location], [201, [], null]);
  assert.deepEqual((await news()).mails, []);
});

test('E13: a status given: what is over holds no mail, what is called off no time, what is unproven waits', async () => {
  const link = await t.share({ hostIds: [ines.id] });
  const wish = (start: string, status: string) => ({ start, status, hostId: ines.id });
  const news = await watch(t);
  const past = await write({
    ...wish('2026-11-20T09:00:00Z', 'completed'),
    visitor: visitor('past@byhand.example'),
  });
  assert.deepEqual([past.status, past.body.status], [201, 'completed']);
  const off = await write(wish('2026-12-02T09:00:00Z', 'cancelled'));
  assert.deepEqual([off.status, off.body.status], [201, 'cancelled']);
  assert.deepEqual(await news(), {
    mails: [],
    timeline: ['lead: booking made', 'lead: created'],
    calendar: ['+ Ines 2026-11-20T09:00:00Z'],
  });
  const held = await write({
    ...wish('2026-12-02T10:00:00Z', 'unverified'),
    visitor: visitor('held@byhand.example'),
  });
  assert.deepEqual([held.body.status, held.body.party], ['unverified', null]);
  assert.deepEqual(await news(), { ...NOTHING, mails: ['verification to held@byhand.example'] });
  const free = await t.starts(link, '2026-12-02');
  assert.deepEqual(
    [free.includes('2026-12-02T09:00:00Z'), free.includes('2026-12-02T10:00:00Z')],
    [true, false],
  );
  const token = await tokenMailedTo(t, 'held@byhand.example');
  assert.equal((await t.call('POST', `/api/public/bookings/${token}/verification`)).status, 200);
  assert.equal((await t.call('GET', `/api/bookings/${held.body.id}`)).body.party.kind, 'lead');
});

test('E13: without a host the appointment page’s rule chooses; without a page a host must be named', async () => {
  const wish = { start: '2026-12-03T09:00:00Z', visitor: visitor('any@byhand.example') };
  const nobody = await write(wish);
  assert.deepEqual([nobody.status, nobody.body.errors[0].path], [422, 'hostId']);
  const page = await t.share({ kind: 'round-robin', hostIds: [t.anna.id, t.bo.id] });
  await t.call('PATCH', '/api/workspace', { appointmentPage: { enabled: true, linkId: page.id } });
  const first = await write(wish);
  assert.deepEqual([first.body.hostIds, first.body.assignment.rule], [[t.anna.id], 'fewest-that-day']);
  const second = await write({ ...wish, start: '2026-12-03T09:05:00Z' });
  assert.deepEqual(second.body.hostIds, [t.bo.id]);
  const third = await write({ ...wish, start: '2026-12-03T09:10:00Z' });
  assert.deepEqual([third.status, third.body.reason], [409, 'busy']);
});

test('E13: outside hours, on a holiday or in an absence only when said so; never over another claim', async () => {
  const evening = { start: '2026-12-05T19:00:00Z', hostId: t.bo.id, visitor: null };
  const news = await watch(t);
  const warned = await write(evening);
  assert.deepEqual([warned.status, warned.body.errors[0].path], [422, 'outsideHours']);
  assert.match(warned.body.detail, /outsideHours/);
  assert.deepEqual(await news(), NOTHING);
  assert.equal((await write({ ...evening, outsideHours: true })).status, 201);
  assert.deepEqual(await news(), {
    ...NOTHING,
    mails: ['host-new to bo@termika.example'],
    calendar: ['+ Bo 2026-12-05T19:00:00Z'],
  });
  const over = await write({ ...evening, start: '2026-12-05T19:15:00Z', outsideHours: true });
  assert.deepEqual([over.status, over.body.reason], [409, 'busy']);
  await t.call('POST', `/api/members/${t.bo.id}/absences`, { from: '2026-12-08', to: '2026-12-08' });
  const away = { ...evening, start: '2026-12-08T10:00:00Z' };
  assert.equal((await write(away)).status, 409);
  assert.equal((await write({ ...away, outsideHours: true })).status, 201);
});

test('E13: for oneself anybody may, for others it needs the permission', async () => {
  const wish = { start: '2026-12-09T09:00:00Z', visitor: visitor('mine@byhand.example') };
  const before = await rowCounts(t);
  for (const hostId of [t.anna.id, undefined]) {
    assert.equal((await write({ ...wish, hostId }, t.bo)).status, 403);
  }
  assert.equal((await write({ ...wish, hostId: t.bo.id }, t.bo)).status, 201);
  assert.equal((await write({ ...wish, hostId: t.anna.id }, ines)).status, 201);
  assert.equal((await t.call('POST', '/api/bookings', wish, null)).status, 401);
  assert.equal((await rowCounts(t)).bookings, before.bookings! + 2);
});

test('E13: what cannot be is refused by name, and nothing is written', async () => {
  const stranger = '0198c0de-0000-7000-8000-000000000000';
  const wish = { start: '2026-12-10T09:00:00Z', hostId: t.anna.id, visitor: visitor('bad@byhand.example') };
  await workOff(t);
  const before = await rowCounts(t);
  for (const [change, path] of [
    [{ start: '2026-12-10T09:02:00Z' }, 'start'],
    [{ start: '2026-11-20T09:00:00Z' }, 'start'],
    [{ durationMinutes: 7 }, 'durationMinutes'],
    [{ durationMinutes: 1445 }, 'durationMinutes'],
    [{ status: 'expired' }, 'status'],
    [{ status: 'open' }, 'status'],
    [{ status: 'unverified', visitor: null }, 'visitor'],
    [{ hostId: stranger }, 'hostId'],
    [{ record: { kind: 'contact', id: stranger } }, 'record.id'],
    [{ record: { kind: 'deal', id: stranger } }, 'record.id'],
    [{ visitor: { name: '', email: 'bad@byhand.example' } }, 'visitor.name'],
    [{ visitor: visitor('not an address') }, 'visitor.email'],
    [{ attendees: ['ewa@guest.example', 'nobody'] }, 'attendees.1'],
    [{ location: { kind: 'video', value: 'http://meet.example' } }, 'location.value'],
    [{ verified: true }, 'verified'],
  ] as const) {
    const { status, body } = await write({ ...wish, ...change });
    assert.deepEqual([status, body.errors?.[0].path], [422, path], JSON.stringify(change));
  }
  assert.deepEqual(await rowCounts(t), before);
});

test('E13, E8: a meeting written by hand is moved and cancelled by its visitor like any other', async () => {
  const wish = { start: '2026-12-11T09:00:00Z', hostId: t.anna.id, visitor: marek, notify: true };
  const { name, email } = marek;
  await write({ ...wish, visitor: { name, email } });
  const token = await tokenMailedTo(t, marek.email);
  const path = `/api/public/bookings/${token}`;
  const query = 'from=2026-12-11&to=2026-12-11&timeZone=Europe/Warsaw';
  const { body } = await t.call('GET', `${path}/slots?${query}`);
  const start = body.days[0].slots.at(-1);
  assert.equal((await t.call('POST', `${path}/reschedule`, { start })).status, 200);
  assert.equal((await t.call('POST', `${path}/cancellation`)).status, 200);
});
