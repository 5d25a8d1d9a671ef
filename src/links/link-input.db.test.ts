import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

const nobody = '01a1ff00-0000-7000-8000-000000000000';
const plain = { kind: 'round-robin', title: 'Oven tour', timeZone: 'Europe/Paris', hostIds: [t.anna.id] };
const { body: standing } = await t.call('POST', '/api/links', plain);
const links = async () => (await t.call('GET', '/api/links?limit=200')).body.items;
const before = await links();

const question = { id: 'a', label: 'A', kind: 'text' };
const dayBefore = { minutes: 1440, when: 'before', to: 'visitor' };
const span = { start: '09:00', end: '10:00' };

/** What is wrong with a link, and the field that the refusal names. */
const wrong: [string, unknown, string?][] = [
  ['kind', 'one-off'],
  ['kind', null],
  ['title', ''],
  ['title', '\u2028 \n'],
  ['title', 'x'.repeat(201)],
  ['title', 7],
  ['title', 'a\u0000b'],
  ['title', '\ud800'],
  ['slug', 'Oven Tour'],
  ['slug', 'api'],
  ['slug', 'book_appointment'],
  ['slug', ''],
  ['slug', 'x'.repeat(61)],
  ['slug', '../admin'],
  ['description', 'x'.repeat(4001)],
  ['description', { $ne: 1 }],
  ['footer', ['x']],
  ['active', 'yes'],
  ['ownerId', 'anna'],
  ['ownerId', nobody],
  ['ownerId', null],
  ['hostIds', []],
  ['hostIds', 'anna'],
  ['hostIds', ["' OR 1=1--"], 'hostIds.0'],
  ['hostIds', [nobody]],
  ['hostIds', [t.anna.id, t.anna.id]],
  ['durationsMinutes', []],
  ['durationsMinutes', [0], 'durationsMinutes.0'],
  ['durationsMinutes', [7], 'durationsMinutes.0'],
  ['durationsMinutes', [1445], 'durationsMinutes.0'],
  ['durationsMinutes', [30, 30]],
  ['durationsMinutes', ['30'], 'durationsMinutes.0'],
  ['durationsMinutes', 30],
  ['incrementMinutes', 25],
  ['incrementMinutes', 0],
  ['incrementMinutes', -30],
  ['incrementMinutes', 12.5],
  ['timeZone', 'Europe/Atlantis'],
  ['timeZone', '../../etc/passwd'],
  ['timeZone', 'GMT+25'],
  ['timeZone', '+02:00'],
  ['timeZone', 'x'.repeat(5000)],
  ['timeZone', null],
  ['hours', []],
  ['hours', { weekly: [{ day: 8, ...span }] }, 'hours.weekly.0.day'],
  ['hours', { weekly: [{ day: 1, start: '9:00', end: '10:00' }] }, 'hours.weekly.0.start'],
  ['hours', { weekly: [{ day: 1, start: '24:00', end: '24:00' }] }, 'hours.weekly.0.start'],
  ['hours', { weekly: [], overrides: [{ date: '2026-02-30', spans: [] }] }, 'hours.overrides.0.date'],
  ['hours', { weekly: [], timeZone: 'Europe/Paris' }, 'hours.timeZone'],
  ['hours', { overrides: [] }, 'hours.weekly'],
  ['withinHostHours', 1],
  ['holidayListId', 'france'],
  ['holidayListId', nobody],
  ['bufferBeforeMinutes', -5],
  ['bufferBeforeMinutes', 3],
  ['bufferAfterMinutes', 1415],
  ['bufferAfterMinutes', '10'],
  ['minimumNoticeMinutes', -1],
  ['minimumNoticeMinutes', 525_601],
  ['horizon', null],
  ['horizon', { rollingDays: 0 }],
  ['horizon', { rollingDays: 731 }],
  ['horizon', { rollingDays: 10, from: '2026-12-01' }],
  ['horizon', { from: '2026-02-30' }, 'horizon.from'],
  ['horizon', { from: '2026-12-02', to: '2026-12-01' }],
  ['horizon', { until: '2026-12-01' }, 'horizon.until'],
  ['caps', { perDay: 0 }, 'caps.perDay'],
  ['caps', { perWeek: 1.5 }, 'caps.perWeek'],
  ['caps', { perMonth: 3 }, 'caps.perMonth'],
  ['rule', 'fairest'],
  ['weights', { [nobody]: 2 }, `weights.${nobody}`],
  ['weights', { [t.anna.id]: 0 }, `weights.${t.anna.id}`],
  ['weights', { anna: 2 }, 'weights.anna'],
  ['verification', 'sometimes'],
  ['holdMinutes', 14],
  ['holdMinutes', 1441],
  ['location', { kind: 'moon' }, 'location.kind'],
  ['location', { kind: 'video', value: 'javascript:alert(1)' }, 'location.value'],
  ['location', { kind: 'video', value: 'http://meet.example' }, 'location.value'],
  ['location', 'here'],
  ['questions', [{ ...question, kind: 'choice' }], 'questions.0'],
  ['questions', [{ ...question, kind: 'file' }], 'questions.0.kind'],
  ['questions', [{ ...question, id: 'a b' }], 'questions.0.id'],
  ['questions', [{ ...question, id: '__proto__.x' }], 'questions.0.id'],
  ['questions', [{ ...question, field: 'ownerId' }], 'questions.0.field'],
  ['questions', [question, question]],
  ['questions', Array.from({ length: 31 }, (_, id) => ({ ...question, id: `q${id}` }))],
  ['guests', { allowed: true, max: 51 }, 'guests.max'],
  ['guests', { max: 2 }, 'guests.allowed'],
  ['consents', [{ id: 'a', text: '' }], 'consents.0.text'],
  ['consents', [{ id: 'a', text: 'Yes', given: true }], 'consents.0.given'],
  ['language', 'de'],
  ['cutOffMinutes', -1],
  ['cutOffMinutes', 43_201],
  ['times', [{ start: '2026-12-01T09:00:00Z', end: '2026-12-01T09:30:00Z' }]],
  ['singleUse', 'no'],
  ['offerAnyway', null],
  ['expiresAt', '2026-12-24T00:00:00Z'],
  ['reminders', [{ minutes: 60, when: 'during', to: 'host' }], 'reminders.0.when'],
  ['reminders', [{ minutes: 4, when: 'before', to: 'host' }], 'reminders.0.minutes'],
  ['reminders', [{ minutes: 43_201, when: 'after', to: 'host' }], 'reminders.0.minutes'],
  ['reminders', [dayBefore, { ...dayBefore, to: 'both' }]],
  ['embedOrigins', ['https://*'], 'embedOrigins.0'],
  ['embedOrigins', ['https://shop.example', 'https://SHOP.example/']],
  ['status', 'on'],
  ['version', 7],
  ['id', nobody],
];

for (const [name, value, path = name] of wrong) {
  test(`API: a link is refused for ${name} ${JSON.stringify(value)?.slice(0, 50)}`, async () => {
    const made = await t.call('POST', '/api/links', { ...plain, [name]: value });
    assert.equal(made.status, 422, JSON.stringify(made.body));
    const [error] = made.body.errors;
    assert.equal(error.path, path);
    assert.ok(error.message.length > 8 && error.message !== 'Invalid input', error.message);
    const changed = await t.call('PATCH', `/api/links/${standing.id}`, { [name]: value });
    assert.deepEqual([changed.status, changed.body.errors?.[0]?.path], [422, path]);
  });
}

test('API: a link without kind, title, zone or hosts is refused, each by its name', async () => {
  for (const name of ['kind', 'title', 'timeZone', 'hostIds']) {
    const { [name as 'kind']: _out, ...rest } = plain;
    const { status, body } = await t.call('POST', '/api/links', rest);
    assert.deepEqual([status, body.errors.map((error: { path: string }) => error.path)], [422, [name]]);
  }
});

test('R10: a rotation that is not there is refused where it is named', async () => {
  const { hostIds: _hosts, ...rest } = plain;
  const chairs = [{ candidateIds: [], rotationId: nobody }];
  for (const [given, path] of [
    [{ kind: 'round-robin', rotationId: nobody }, 'rotationId'],
    [{ kind: 'round-robin', chairs }, 'rotationId'],
    [{ kind: 'panel', chairs: [{ candidateIds: [t.anna.id] }, ...chairs] }, 'chairs.1.rotationId'],
    [{ kind: 'group', rotationId: nobody }, 'rotationId'],
    [{ kind: 'group', chairs }, 'chairs.0.rotationId'],
  ] as const) {
    const { status, body } = await t.call('POST', '/api/links', { ...rest, ...given });
    assert.deepEqual([status, body.errors?.[0]?.path], [422, path], JSON.stringify(given));
  }
});

test('C: only links that choose among several put an owner first', async () => {
  const { status, body } = await t.call('POST', '/api/links', {
    ...plain,
    kind: 'personal',
    ownerFirst: 'strict',
  });
  assert.deepEqual([status, body.errors?.[0]?.path], [422, 'ownerFirst']);
});

test('API: null and empty lists are the "off" of what a link may have', async () => {
  const off = { ownerFirst: 'off', identify: 'token', ladderDays: null, rotationId: null, expiresAt: null };
  const { status } = await t.call('PATCH', `/api/links/${standing.id}`, {
    ...off,
    reminders: [],
    embedOrigins: [],
  });
  assert.equal(status, 200);
});

test('Chairs: what can never be filled, is listed twice or is endless is refused', async () => {
  const chairs = (...lists: string[][]) => lists.map((candidateIds) => ({ candidateIds }));
  const panel = { kind: 'panel', title: 'Panel', timeZone: 'Europe/Paris' };
  const ids = Array.from({ length: 1000 }, (_, at) => nobody.replace(/.{4}$/, String(at).padStart(4, '0')));
  const anna = t.anna.id;
  const { id: bo } = t.bo;
  for (const [given, path] of [
    [{ chairs: [] }, 'chairs'],
    [{ chairs: chairs([]) }, 'chairs.0.candidateIds'],
    [{ chairs: chairs([anna, anna]) }, 'chairs.0'],
    [{ chairs: chairs([anna], [anna]) }, 'chairs'],
    [{ chairs: chairs([anna, bo], [bo], [anna]) }, 'chairs'],
    [{ chairs: chairs(ids, ids, ids) }, 'chairs'],
    [{ chairs: [{ candidateIds: [anna], rule: 'best' }] }, 'chairs.0.rule'],
    [{ chairs: [{ candidateIds: [anna], seats: 2 }] }, 'chairs.0.seats'],
    [{ chairs: chairs([anna]), hostIds: [anna] }, 'hostIds'],
    [{ hostIds: [anna] }, 'chairs'],
    [{ kind: 'personal', hostIds: [anna, bo] }, 'hostIds'],
    [{ kind: 'group', chairs: chairs([anna, bo]) }, 'chairs'],
    [{ kind: 'round-robin', chairs: chairs([anna], [bo]) }, 'chairs'],
    [{ kind: 'specific-times', hostIds: [anna] }, 'times'],
  ] as const) {
    const { status, body } = await t.call('POST', '/api/links', { ...panel, ...given });
    assert.deepEqual([status, body.errors?.[0]?.path], [422, path], JSON.stringify(given).slice(0, 80));
  }
});

test('L3: times that overlap, have passed, end before they begin or lie off five minutes are refused', async () => {
  const link = { kind: 'specific-times', title: 'Pick one', timeZone: 'Europe/Paris' };
  const at = (start: string, end: string) => ({ start: `2026-12-${start}:00Z`, end: `2026-12-${end}:00Z` });
  for (const [times, path] of [
    [[], 'times'],
    [[at('01T09:00', '01T10:00'), at('01T09:55', '01T11:00')], 'times'],
    [[{ start: '2026-11-23T07:55:00Z', end: '2026-11-23T09:00:00Z' }], 'times.0'],
    [[at('01T10:00', '01T09:00')], 'times.0'],
    [[at('01T09:00', '01T09:00')], 'times.0'],
    [[at('01T09:02', '01T09:30')], 'times.0'],
    [[at('01T09:00', '02T09:05')], 'times.0'],
    [[at('01T09:00', '01T10:00'), at('01T09:00', '01T10:00')], 'times'],
    [[at('01T09:00', '01T10:00'), at('01T09:00', '01T09:30')], 'times'],
    [Array.from({ length: 501 }, (_, n) => nthTime(n)), 'times'],
    [[{ start: '2026-12-01', end: '2026-12-02' }], 'times.0.start'],
  ] as const) {
    const { status, body } = await t.call('POST', '/api/links', { ...link, times });
    assert.deepEqual([status, body.errors?.[0]?.path], [422, path], JSON.stringify(times));
    const isTwice = new Set(times.map((time) => JSON.stringify(time))).size < times.length;
    assert.equal(body.errors[0].message === 'A time stands here twice.', isTwice);
  }
});

/** As many as one likes, none of them twice. */
function nthTime(n: number) {
  const start = Date.parse('2026-12-01T00:00:00Z') + n * 3_600_000;
  const text = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');
  return { start: text(start), end: text(start + 1_800_000) };
}

test('L3: an end of the offer that has passed, or on other kinds, is refused', async () => {
  const link = { kind: 'specific-times', title: 'Until', timeZone: 'Europe/Paris', times: [nthTime(9)] };
  for (const [given, message] of [
    [{ expiresAt: '2026-11-23T08:00:00Z' }, /has passed/],
    [{ expiresAt: '2026-11-30' }, /instant in UTC/],
    [{ expiresAt: '2026-11-30T08:00:00+01:00' }, /instant in UTC/],
    [
      { kind: 'personal', hostIds: [t.anna.id], times: [], expiresAt: '2026-11-30T08:00:00Z' },
      /Only specific/,
    ],
  ] as const) {
    const { status, body } = await t.call('POST', '/api/links', { ...link, ...given });
    assert.deepEqual([status, body.errors?.[0]?.path], [422, 'expiresAt'], JSON.stringify(given));
    assert.match(body.errors[0].message, message);
  }
});

test('None of all that wrote anything', async () => {
  const now = await links();
  const standingNow = now.find((link: { id: string }) => link.id === standing.id);
  // Its "off" of what comes later was written once.
  assert.equal(standingNow.version, standing.version + 1);
  assert.deepEqual(
    now.map((link: { id: string }) => link.id),
    before.map((link: { id: string }) => link.id),
  );
});
