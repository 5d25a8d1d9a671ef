import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../demo/cast.ts';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';
import { NOTHING, rowCounts, watch, workOff } from './happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { chloe } = visitors;

const holidays = { name: 'Feast', days: [{ date: '2026-12-08', name: 'Lights' }] };
const { body: list } = await t.call('POST', '/api/holiday-lists', holidays);
const link = await t.share({
  holidayListId: list.id,
  minimumNoticeMinutes: 1440,
  caps: { perDay: 1 },
  questions: [
    { id: 'oven', label: 'Which oven?', kind: 'text', required: false },
    { id: 'size', label: 'Size', kind: 'choice', required: false, choices: ['S', 'L'] },
  ],
  consents: [{ id: 'terms', text: 'I agree.', required: true }],
  guests: { allowed: true, max: 2 },
});
const good = {
  start: '2026-12-01T09:00:00Z',
  timeZone: 'Europe/Paris',
  visitor: { name: chloe.name, email: chloe.email },
  consents: { terms: true },
};
const post = (body: unknown) => t.call('POST', `${link.path}/bookings`, body);

/** Every wish is refused as said, names the field at fault, and leaves no row, no mail, no trace. */
async function refuses(
  status: number,
  wishes: Record<string, object | string>,
  path?: string,
): Promise<void> {
  await workOff(t);
  const before = await rowCounts(t);
  const news = await watch(t);
  for (const [what, wish] of Object.entries(wishes)) {
    const answer = await post(typeof wish === 'string' ? wish : { ...good, ...wish });
    assert.equal(answer.status, status, `${what}: ${JSON.stringify(answer.body)}`);
    assert.match(answer.headers.get('content-type') ?? '', /problem\+json/);
    assert.doesNotMatch(JSON.stringify(answer.body), /node:|\.ts:|stack/);
    if (path) assert.equal(answer.body.errors[0].path, path, what);
  }
  assert.deepEqual(await rowCounts(t), before);
  assert.deepEqual(await news(), NOTHING);
}

test('ABUSE 6: a start that can never be right is 422', () =>
  refuses(
    422,
    {
      'off the grid': { start: '2026-12-01T09:10:00Z' },
      past: { start: '2026-11-20T09:00:00Z' },
      'beyond the horizon': { start: '2027-06-01T09:00:00Z' },
      'outside the hours': { start: '2026-12-01T05:00:00Z' },
      'on a holiday': { start: '2026-12-08T09:00:00Z' },
      'year 9999': { start: '9999-12-01T09:00:00Z' },
      'a date that is none': { start: '2026-02-30T09:00:00Z' },
      'a second 60': { start: '2026-12-01T09:00:60Z' },
      'a minute 60': { start: '2026-12-01T09:60:00Z' },
      'no zone': { start: '2026-12-01T09:00:00' },
      'half a minute': { start: '2026-12-01T09:00:30Z' },
      'a number': { start: 1_796_115_600 },
      nothing: { start: '' },
    },
    'start',
  ));

test('A6: a start too soon, and one beyond a cap, are right but not to be had: 409 with other times', async () => {
  await refuses(409, { 'under notice': { start: '2026-11-23T10:00:00Z' } });
  const { body } = await post({ ...good, start: '2026-11-23T10:00:00Z' });
  assert.deepEqual(body.alternatives.slice(0, 1), ['2026-11-24T08:00:00Z']);
  assert.equal((await post({ ...good, start: '2026-12-02T09:00:00Z' })).status, 201);
  const capped = await post({ ...good, start: '2026-12-02T10:00:00Z' });
  assert.deepEqual([capped.status, capped.body.reason], [409, 'cap']);
  for (const start of capped.body.alternatives) assert.doesNotMatch(start, /2026-12-02/);
});

test('A6: the notice counts to the minute, and is looked at again on booking', async () => {
  const soon = await t.share({ minimumNoticeMinutes: 60, durationsMinutes: [15], hostIds: [t.bo.id] });
  const [first] = await t.starts(soon, '2026-11-23');
  assert.equal(first, '2026-11-23T09:00:00Z');
  t.clock.advance(1);
  const late = await t.book(soon, first, chloe);
  assert.deepEqual([late.status, late.body.reason], [409, 'notice']);
  t.clock.advance(-1);
  assert.equal((await t.book(soon, first, chloe)).status, 201);
});

test('ABUSE 7: fields that a stranger may not set have no effect; a length not offered is refused', async () => {
  const wish = {
    ...good,
    start: '2026-12-03T09:00:00Z',
    hostId: t.bo.id,
    hostIds: [t.bo.id],
    ownerId: t.bo.id,
    status: 'completed',
    verified: true,
    leadId: '0198c0de-0000-7000-8000-000000000000',
    internal: true,
    visitor: { ...good.visitor, role: 'owner' },
  };
  const booked = await post(wish);
  assert.equal(booked.body.status, 'scheduled');
  const { body } = await t.call('GET', `/api/bookings/${booked.body.id}`);
  assert.deepEqual([body.hostIds, body.internal, body.party.kind], [[t.anna.id], false, 'lead']);
  assert.equal('role' in body.visitor, false);
  await refuses(
    422,
    { 'not offered': { durationMinutes: 45 }, odd: { durationMinutes: 30.5 } },
    'durationMinutes',
  );
});

test('ABUSE 8: a zone that is none is refused, never taken for UTC', () =>
  refuses(
    422,
    {
      'a path': { timeZone: '../../etc/passwd' },
      'an offset': { timeZone: 'GMT+25' },
      'five kB': { timeZone: 'Europe/'.padEnd(5000, 'x') },
      unknown: { timeZone: 'Europe/Termika' },
      empty: { timeZone: '' },
      nothing: { timeZone: null },
    },
    'timeZone',
  ));

test('ABUSE 12: no more guests than the link takes, none that is no address', async () => {
  const crowd = Array.from({ length: 500 }, (_, i) => `guest${i}@crowd.example`);
  await refuses(422, { '500 guests': { guests: crowd }, three: { guests: crowd.slice(0, 3) } }, 'guests');
  await refuses(422, { 'not an address': { guests: ['a@x,b@y'] } }, 'guests.0');
  const quiet = await t.share({ hostIds: [t.bo.id] });
  const none = await t.book(quiet, '2026-12-04T09:00:00Z', chloe, { guests: ['ola@guest.example'] });
  assert.deepEqual([none.status, none.body.errors[0].path], [422, 'guests']);
});

test('ABUSE 24: an address that could be more than one mailbox is refused', () => {
  const addresses = {
    'a header': 'bob@x.example\r\nBcc: eve@x.example',
    'two of them': 'a@x.example,b@y.example',
    'a quoted one': '"eve@evil.example x"@corp.example',
    'a group': 'friends: a@x.example;',
    'a named one': 'Eve <eve@x.example>',
    'a NUL': 'bob\u0000@x.example',
    'too long': `${'b'.repeat(320)}@x.example`,
    'no domain': 'bob@localhost',
    empty: '',
    'an object': { $ne: 1 },
  };
  const wishes = Object.entries(addresses).map(([what, email]) => [
    what,
    { visitor: { name: 'Bob', email } },
  ]);
  return refuses(422, Object.fromEntries(wishes), 'visitor.email');
});

test('ABUSE 25: a name is one line of reasonable length; what cannot be kept is refused', async () => {
  await refuses(
    422,
    {
      '10 kB': { visitor: { ...good.visitor, name: 'x'.repeat(10_000) } },
      blank: { visitor: { ...good.visitor, name: ' \r\n\u2028 ' } },
      'half a character': { visitor: { ...good.visitor, name: 'a\ud800b' } },
      'a NUL': { visitor: { ...good.visitor, name: 'a\u0000b' } },
    },
    'visitor.name',
  );
  const name = 'Eve\r\nBcc: x@y.example\u2028\u2029\u0085end';
  const booked = await post({ ...good, start: '2026-12-04T09:00:00Z', visitor: { ...good.visitor, name } });
  const { body } = await t.call('GET', `/api/bookings/${booked.body.id}`);
  assert.equal(body.visitor.name, 'Eve Bcc: x@y.example end');
  await workOff(t);
  const { body: mails } = await t.call('GET', `/api/mail?to=${t.anna.email}`);
  assert.doesNotMatch(mails.items[0].subject, /[\r\n\u2028\u2029\u0085]/);
  const file: string = mails.items[0].attachments[0].text;
  for (const line of file.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line), line);
    assert.doesNotMatch(line, /^Bcc/i);
  }
});

test('ABUSE 27: words that other programs take for orders are words, or refused', async () => {
  await refuses(422, {
    'a filter for a name': { visitor: { ...good.visitor, name: { $ne: 1 } } },
    'an endless length': JSON.stringify({ ...good, durationMinutes: 0 }).replace(':0', ':1e999'),
    'a number for an answer': { answers: { oven: 7 } },
    'a list for an answer': { answers: { oven: ['a'] } },
    'a NUL in an answer': { answers: { oven: 'a\u0000b' } },
    'half a character in an answer': { answers: { oven: 'a\udc00' } },
    'a choice not given': { answers: { size: 'XL' } },
    'answers that are a list': { answers: ['a'] },
    'no consent': { consents: {} },
    'a consent that is a word': { consents: { terms: 'yes' } },
  });
  await refuses(400, { 'no JSON': '{"start":', 'half a body': '[1' });
  const words = `' OR 1=1--`;
  const wish = JSON.stringify({
    ...good,
    start: '2026-12-07T09:00:00Z',
    visitor: { ...good.visitor, name: words, details: '%_ {{7*7}} <svg/onload=1>' },
    answers: { oven: '__proto__', toString: 'x' },
  }).replace('"answers":{', '"answers":{"__proto__":{"size":"S"},"oven":"first",');
  const booked = await post(wish);
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  const { body } = await t.call('GET', `/api/bookings/${booked.body.id}`);
  assert.deepEqual([body.visitor.name, body.visitor.details], [words, '%_ {{7*7}} <svg/onload=1>']);
  assert.deepEqual(body.answers, [{ id: 'oven', label: 'Which oven?', value: '__proto__' }]);
});

test('a link that is off, deleted, closed or unknown takes nothing', async () => {
  const gone = await t.share();
  const off = await t.share();
  await t.call('PATCH', `/api/links/${off.id}`, { active: false });
  await t.call('DELETE', `/api/links/${gone.id}`);
  const before = await rowCounts(t);
  for (const [path, status] of [
    [off.path, 410],
    [gone.path, 410],
    ['/api/public/termika/nothing-here', 404],
    ['/api/public/nobody/at-home', 404],
    ['/api/public/book_appointment', 404],
  ] as const) {
    assert.equal((await t.call('POST', `${path}/bookings`, good)).status, status, path);
  }
  assert.deepEqual(await rowCounts(t), before);
});
