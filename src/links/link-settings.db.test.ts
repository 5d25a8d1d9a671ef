import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

const both = [t.anna.id, t.bo.id];
const plain = { kind: 'personal', title: 'Oven tour', timeZone: 'Europe/Paris', hostIds: [t.anna.id] };

/** The link as the API gives it back, one field at a time. */
async function field(id: string, name: string): Promise<unknown> {
  return (await t.call('GET', `/api/links/${id}`)).body[name];
}

const defaults = {
  url: 'http://127.0.0.1:3000/termika/oven-tour',
  kind: 'round-robin',
  title: 'Oven tour',
  slug: 'oven-tour',
  active: true,
  ownerId: t.anna.id,
  hostIds: [t.anna.id],
  chairs: [{ candidateIds: [t.anna.id] }],
  description: null,
  footer: null,
  durationsMinutes: [30],
  incrementMinutes: null,
  timeZone: 'Europe/Paris',
  hours: null,
  withinHostHours: false,
  holidayListId: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 0,
  horizon: { rollingDays: 60 },
  caps: {},
  rule: 'fewest-booked',
  weights: null,
  rotationId: null,
  ownerFirst: 'off',
  ladderDays: null,
  identify: 'token',
  verification: 'never',
  holdMinutes: 30,
  location: null,
  questions: [],
  guests: { allowed: false, max: 5 },
  consents: [],
  consentVersions: {},
  reminders: [],
  redirectUrl: null,
  language: 'visitor',
  embedOrigins: [],
  cutOffMinutes: 1440,
  times: [],
  singleUse: true,
  offerAnyway: false,
  expiresAt: null,
  isAppointmentPage: false,
  version: 1,
  warnings: [],
};

test('B7: a link that says only kind, title, zone and hosts has the defaults of the contract', async () => {
  const { status, body, headers } = await t.call('POST', '/api/links', { ...plain, kind: 'round-robin' });
  assert.equal(status, 201);
  assert.equal(headers.get('etag'), '"1"');
  assert.ok(Date.parse(body.createdAt) === t.clock.now() && body.countingFrom === body.createdAt);
  const { id, createdAt: _at, countingFrom: _from, hosts, ...rest } = body;
  assert.deepEqual(rest, defaults);
  const { warnings: _none, hosts: _inList, ...whole } = body;
  const bookable = { ok: true, reasons: [] };
  assert.deepEqual(hosts, [{ memberId: t.anna.id, name: t.anna.name, bookable }]);
  const listed = { ...whole, upcoming: 0, notBookable: [], tally: null };
  const list = await t.call('GET', '/api/links?kind=round-robin');
  assert.deepEqual(list.body, { items: [listed], next: null });
  assert.deepEqual((await t.call('GET', `/api/links/${id}`)).body, body);
});

const monday = { weekly: [{ day: 1, start: '22:00', end: '02:00' }], overrides: [] };
const holidays = { name: 'France', days: [{ date: '2029-01-01', name: 'New year' }] };
const question = {
  id: 'oven',
  label: 'Which oven?',
  kind: 'choice',
  required: true,
  choices: ['Deck', 'Rack'],
};

/** Every setting, another word for it, and one more: none may be a default. */
const settings: [string, unknown, unknown][] = [
  ['title', 'A visit', 'A longer visit'],
  ['slug', 'kiln-visit', 'the-visit'],
  ['description', 'Come and see.\nOr call.', null],
  ['footer', 'Termika, Lyon', ''],
  ['active', false, true],
  ['hostIds', both, [t.bo.id, t.anna.id]],
  ['durationsMinutes', [15, 45], [5, 1440]],
  ['incrementMinutes', 20, null],
  ['timeZone', 'Asia/Kathmandu', 'America/St_Johns'],
  ['hours', monday, { weekly: [], overrides: [{ date: '2026-12-01', spans: [] }] }],
  ['withinHostHours', true, false],
  ['bufferBeforeMinutes', 10, 5],
  ['bufferAfterMinutes', 15, 0],
  ['minimumNoticeMinutes', 90, 7],
  ['horizon', { from: '2026-12-01', to: '2027-01-31' }, {}],
  ['horizon', { from: '2026-12-01', to: null }, { rollingDays: 14 }],
  ['caps', { perHostPerDay: 2, perDay: 5, perWeek: 9 }, { perWeek: 1 }],
  ['rule', 'random', 'in-order'],
  ['weights', { [t.anna.id]: 3 }, null],
  ['verification', 'everyone', 'unknown'],
  ['holdMinutes', 15, 1440],
  ['location', { kind: 'video', value: 'https://meet.termika.example/anna' }, { kind: 'ask' }],
  ['location', { kind: 'address', value: '3 quai du Four, Lyon' }, { kind: 'phone' }],
  ['questions', [{ ...question, field: 'companyName' }], []],
  ['guests', { allowed: true, max: 3 }, { allowed: false, max: 0 }],
  ['consents', [{ id: 'news', text: 'Send me news', required: false }], []],
  ['redirectUrl', 'https://termika.example/thanks?from=rondo#top', null],
  ['language', 'pl', 'visitor'],
  ['cutOffMinutes', 0, 60],
];

/** What to look after follows from the settings, and is none. */
function settingsOf({ warnings: _told, ...link }: Record<string, unknown>): Record<string, unknown> {
  return link;
}

for (const [name, first, second] of settings) {
  test(`B7: "${name}" is kept as written (${JSON.stringify(first).slice(0, 40)})`, async () => {
    const link = { ...plain, kind: 'round-robin', hostIds: both, [name]: first };
    const { status, body } = await t.call('POST', '/api/links', link);
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual([body[name], await field(body.id, name)], [first, first]);
    const changed = await t.call('PATCH', `/api/links/${body.id}`, { [name]: second });
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    assert.deepEqual([changed.body[name], await field(body.id, name)], [second, second]);
    const {
      [name]: _was,
      version,
      url: _url,
      chairs: _chairs,
      consentVersions: _had,
      ...before
    } = settingsOf(body);
    const {
      [name]: _is,
      version: next,
      url: _now,
      chairs: _new,
      consentVersions: _has,
      ...then
    } = settingsOf(changed.body);
    assert.equal(next, Number(version) + 1);
    if (name !== 'hostIds') assert.deepEqual(then, before, 'nothing else changed');
    await t.call('DELETE', `/api/links/${body.id}`);
  });
}

test('B7: the owner, the holiday list and its end before the horizon', async () => {
  const list = await t.call('POST', '/api/holiday-lists', holidays);
  const { body } = await t.call('POST', '/api/links', {
    ...plain,
    ownerId: t.bo.id,
    holidayListId: list.body.id,
  });
  assert.deepEqual([body.ownerId, body.holidayListId, body.warnings], [t.bo.id, list.body.id, []]);
  const changed = await t.call('PATCH', `/api/links/${body.id}`, { holidayListId: null, ownerId: t.anna.id });
  assert.deepEqual([changed.body.ownerId, changed.body.holidayListId], [t.anna.id, null]);
});

test('B8: a holiday list that ends before the horizon does is warned about, an empty one too', async () => {
  const short = { name: 'Short', days: [{ date: '2027-01-01', name: 'New year' }] };
  const { body: list } = await t.call('POST', '/api/holiday-lists', short);
  const { body: link } = await t.call('POST', '/api/links', { ...plain, holidayListId: list.id });
  assert.deepEqual(
    link.warnings.map(({ code }: { code: string }) => code),
    ['holidays-end-early'],
  );
  assert.match(link.warnings[0].message, /ends on 2027-01-01, before the last bookable day 2027-01-22/);
  const warned = async (horizon: object) =>
    (await t.call('PATCH', `/api/links/${link.id}`, { horizon })).body.warnings.length;
  assert.equal(await warned({ rollingDays: 39 }), 0, '23 November and 39 days is 1 January');
  assert.equal(await warned({ rollingDays: 40 }), 1);
  assert.equal(await warned({ to: '2027-01-01' }), 0);
  assert.equal(await warned({ to: '2027-01-02' }), 1);
  assert.equal(await warned({}), 1, 'open-ended');
  await t.call('PATCH', `/api/holiday-lists/${list.id}`, { days: [] });
  assert.match((await t.call('GET', `/api/links/${link.id}`)).body.warnings[0].message, /is empty/);
});

test('L3: a specific-times link keeps its times and switches; without hosts they are its owner’s', async () => {
  const times = [
    { start: '2026-12-01T09:00:00Z', end: '2026-12-01T09:50:00Z' },
    { start: '2026-12-02T21:00:00Z', end: '2026-12-02T21:15:00Z' },
  ];
  const given = { kind: 'specific-times', title: 'Pick one', timeZone: 'Europe/Paris', times };
  const { status, body } = await t.call('POST', '/api/links', {
    ...given,
    singleUse: false,
    offerAnyway: true,
  });
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual([body.times, body.singleUse, body.offerAnyway], [times, false, true]);
  assert.deepEqual(body.hostIds, [t.anna.id]);
  t.clock.advance(60 * 24 * 9);
  const fewer = await t.call('PATCH', `/api/links/${body.id}`, {
    times: [times[0], times[1]],
    singleUse: true,
  });
  assert.equal(fewer.status, 200, 'times that have passed since may stay');
  t.clock.advance(-60 * 24 * 9);
});

test('L1: a new member has one personal link of their own, in their zone and language, theirs to edit', async () => {
  const ines = await t.hire('ines', { locale: 'fr', timeZone: 'Indian/Reunion' });
  const { items } = (await t.call('GET', `/api/links?ownerId=${ines.id}`, undefined, ines)).body;
  assert.equal(items.length, 1);
  const { kind, hostIds, slug, timeZone, active, title } = items[0];
  assert.deepEqual(
    { kind, hostIds, slug, timeZone, active },
    { kind: 'personal', hostIds: [ines.id], slug: 'ines-caron', timeZone: 'Indian/Reunion', active: true },
  );
  assert.match(title, /Ines Caron/);
  const edited = await t.call('PATCH', `/api/links/${items[0].id}`, { durationsMinutes: [60] }, ines);
  assert.deepEqual([edited.status, edited.body.durationsMinutes], [200, [60]]);
});

test('D0: a rule that was named can be put back to the default, which follows what owner first asks for', async () => {
  const link = await t.share({ kind: 'round-robin', hostIds: [t.anna.id, t.bo.id], rule: 'in-order' });
  const rule = async (change: object) =>
    (await t.call('PATCH', `/api/links/${link.id}`, change)).body.rule as string;
  assert.equal(await rule({ rule: null }), 'fewest-booked');
  assert.equal(await rule({ ownerFirst: 'strict' }), 'random');
  assert.equal(await rule({ rule: 'fewest-booked' }), 'fewest-booked');
  assert.equal(await rule({ rule: null }), 'random');
  assert.equal(await rule({ ownerFirst: 'off' }), 'fewest-booked');
});

test('B7: a consent counts its wordings; reminders and websites come back as they are kept', async () => {
  const consents = [{ id: 'a', text: 'I agree', required: true }];
  const made = await t.call('POST', '/api/links', {
    ...plain,
    kind: 'personal',
    consents,
    reminders: [{ minutes: 1440, when: 'before', to: 'both', text: '' }],
    embedOrigins: ['https://Shop.example/', 'https://*.shop.example'],
  });
  assert.deepEqual([made.body.consents, made.body.consentVersions], [consents, { a: 1 }]);
  assert.deepEqual(made.body.reminders, [{ minutes: 1440, when: 'before', to: 'both' }]);
  assert.deepEqual(made.body.embedOrigins, ['https://shop.example', 'https://*.shop.example']);
  const path = `/api/links/${made.body.id}`;
  const versions = async (changes: object[]) =>
    (await t.call('PATCH', path, { consents: changes })).body.consentVersions;
  assert.deepEqual(await versions([{ ...consents[0], required: false }]), { a: 1 });
  const reworded = [
    { id: 'a', text: 'I do agree' },
    { id: 'b', text: 'News' },
  ];
  assert.deepEqual(await versions(reworded), { a: 2, b: 1 });
  assert.deepEqual(await versions([]), {});
  assert.deepEqual(await versions(reworded), { a: 3, b: 2 }, 'taken away meanwhile, they count on');
  assert.equal('consentCounts' in (await t.call('GET', path)).body, false);
});

test('B7: consents kept before their versions were counted count on from what they have', async () => {
  const text = { id: 'a', text: 'I agree', required: false };
  const { body } = await t.call('POST', '/api/links', { ...plain, kind: 'personal', consents: [text] });
  const links = t.platform.db.read.selectFrom('links').select('settings').where('link_id', '=', body.id);
  const { consentCounts: _ever, ...settings } = JSON.parse((await links.executeTakeFirstOrThrow()).settings);
  const before = { ...settings, consents: [{ ...text, version: 4 }] };
  await t.platform.db.transact((tx) =>
    tx
      .updateTable('links')
      .set({ settings: JSON.stringify(before) })
      .where('link_id', '=', body.id)
      .execute(),
  );
  const path = `/api/links/${body.id}`;
  assert.deepEqual((await t.call('GET', path)).body.consentVersions, { a: 4 });
  await t.call('PATCH', path, { consents: [] });
  const again = await t.call('PATCH', path, { consents: [{ ...text, text: 'I do agree' }] });
  assert.deepEqual(again.body.consentVersions, { a: 5 });
});
