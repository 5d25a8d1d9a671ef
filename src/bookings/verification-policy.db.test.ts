import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Answer } from '../../demo/open-termika.ts';
import { NOTHING, watch } from './happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

const days = Array.from({ length: 12 }, (_, i) => `2026-12-${String(i + 1).padStart(2, '0')}`);
const times = days.flatMap((day) =>
  ['09:00', '10:00', '11:00', '12:00', '13:00'].map((at) => `${day}T${at}:00Z`),
);
const someTimes = times.filter((time) => ![0, 6].includes(new Date(time).getUTCDay())).values();
const nextTime = () => someTimes.next().value!;

const bookAs = async (policy: string, email: string): Promise<Answer> =>
  t.book(await t.share({ verification: policy }), nextTime(), { name: 'Typed', email });
const partyOf = async ({ body }: Answer) => (await t.call('GET', `/api/bookings/${body.id}`)).body.party;

async function know(kind: 'contact' | 'lead', name: string, ...addresses: string[]): Promise<string> {
  const emails = addresses.map((address, i) => ({ address, primary: i === 0 }));
  const { status, body } = await t.call('POST', `/api/${kind}s`, { name, emails });
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
}

test('F1: unknown: who is known is booked at once, who is not confirms first', async () => {
  await know('contact', 'Chloé', 'chloe@policy.example');
  const news = await watch(t);
  const known = await bookAs('unknown', 'chloe@policy.example');
  assert.deepEqual([known.status, known.body.status], [201, 'scheduled']);
  assert.equal('manageUrl' in known.body, false, 'whoever types an address must not read another’s meeting');
  assert.deepEqual((await news()).mails, [
    'confirmation to chloe@policy.example',
    'host-new to anna@termika.example',
  ]);
  const stranger = await bookAs('unknown', 'stranger@policy.example');
  assert.deepEqual([stranger.status, stranger.body.status], [201, 'unverified']);
  assert.deepEqual(Object.keys(stranger.body), ['id', 'status', 'start', 'end', 'timeZone']);
  assert.deepEqual(await news(), { ...NOTHING, mails: ['verification to stranger@policy.example'] });
});

test('F1, ABUSE 15: everyone: known or not, the same keys and words, nobody booked before they confirm', async () => {
  await know('contact', 'Known', 'known@policy.example');
  const [known, stranger] = [
    await bookAs('everyone', 'known@policy.example'),
    await bookAs('everyone', 'other@policy.example'),
  ];
  assert.deepEqual([known.status, stranger.status], [201, 201]);
  const shape = ({ body }: Answer) => ({ ...body, id: body.id.length, start: 0, end: 0 });
  assert.deepEqual(shape(known), shape(stranger));
  assert.equal(known.body.status, 'unverified');
});

test('F1: never: a stranger becomes a lead at once and holds their manage link', async () => {
  const news = await watch(t);
  const booked = await bookAs('never', 'direct@policy.example');
  assert.match(booked.body.manageUrl, /\/bookings\//);
  assert.deepEqual((await news()).timeline, ['lead: booking made', 'lead: created']);
  assert.equal((await partyOf(booked)).kind, 'lead');
});

test('F1: a link says never unless it is the appointment page, which says unknown; B8 both addresses are one', async () => {
  const page = await t.share();
  await t.call('PATCH', '/api/workspace', { appointmentPage: { enabled: true, linkId: page.id } });
  const wish = {
    start: nextTime(),
    timeZone: 'Europe/Paris',
    visitor: { name: 'S', email: 's@page.example' },
  };
  const alias = await t.call('POST', '/api/public/book_appointment/bookings', wish);
  assert.deepEqual([alias.status, alias.body.status], [201, 'unverified']);
  const direct = await t.book(page, nextTime(), { name: 'S', email: 's2@page.example' });
  assert.equal(direct.body.status, 'unverified');
  await t.call('PATCH', '/api/workspace', { appointmentPage: { enabled: false, linkId: page.id } });
  const closed = await t.call('POST', '/api/public/book_appointment/bookings', wish);
  assert.deepEqual([closed.status, closed.body.type], [410, '/problems/closed']);
});

test('F2: any address of a contact or lead, however written; a contact before a lead', async () => {
  const contact = await know('contact', 'Two addresses', 'first@match.example', 'second@match.example');
  const lead = await know('lead', 'Lead', 'lead@match.example', 'also@match.example');
  const asContact = await know('contact', 'Both', 'both@match.example');
  await know('lead', 'Both too', 'both@match.example');
  for (const [email, kind, id] of [
    ['second@match.example', 'contact', contact],
    ['  SECOND@Match.Example ', 'contact', contact],
    ['also@match.example', 'lead', lead],
    ['BOTH@match.example', 'contact', asContact],
  ] as const) {
    const booked = await bookAs('unknown', email);
    assert.deepEqual([booked.status, booked.body.status], [201, 'scheduled'], email);
    const party = await partyOf(booked);
    assert.deepEqual([party.kind, party.id], [kind, id], email);
  }
});

test('F2: of several with one address the one with the latest activity; nobody from the trash', async () => {
  await know('lead', 'Old', 'shared@match.example');
  t.clock.advance(1);
  const newer = await know('lead', 'New', 'shared@match.example');
  assert.equal((await partyOf(await bookAs('unknown', 'shared@match.example'))).id, newer);
  const binned = await know('contact', 'Binned', 'binned@match.example');
  await t.call('DELETE', `/api/contacts/${binned}`);
  assert.equal((await bookAs('unknown', 'binned@match.example')).body.status, 'unverified');
});

test('F2: an address that only looks alike is somebody else', async () => {
  await know('contact', 'Dotted', 'jose@match.example');
  for (const email of [
    'josé@match.example',
    'jose@match.example.com',
    'jo_e@match.example',
    'jos%@match.example',
  ]) {
    assert.equal((await bookAs('unknown', email)).body.status, 'unverified', email);
  }
});
