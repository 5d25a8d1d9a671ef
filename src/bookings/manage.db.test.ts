import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../demo/cast.ts';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type SharedLink } from '../../demo/open-termika.ts';
import { NOTHING, rowCounts, tokenMailedTo, tokenOf, watch } from './happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { chloe, marek } = visitors;

const link = await t.share({
  guests: { allowed: true, max: 3 },
  location: { kind: 'phone', value: '+33 1' },
});
const at = (token: string, tail = '') => `/api/public/bookings/${token}${tail}`;

async function booked(start: string, more: object = {}, through: SharedLink = link): Promise<string> {
  const answer = await t.book(through, start, chloe, { ...more });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return tokenOf(answer);
}

test('E7, ABUSE 20: the manage link shows the visitor’s own meeting and nothing about anybody else', async () => {
  const more = {
    guests: ['ola@guest.example'],
    visitor: { ...chloe, phone: '+33 4 00 00 00 00', details: 'x' },
  };
  const token = await booked('2026-12-01T09:00:00Z', more);
  const { status, body } = await t.call('GET', at(token));
  assert.equal(status, 200);
  const { id, ...shown } = body;
  assert.match(id, /^[0-9a-f-]{36}$/);
  assert.deepEqual(shown, {
    status: 'scheduled',
    title: 'Oven tour',
    start: '2026-12-01T09:00:00Z',
    end: '2026-12-01T09:30:00Z',
    timeZone: 'Europe/Paris',
    language: 'en',
    visitor: { name: chloe.name },
    location: { kind: 'phone', value: '+33 1' },
    hosts: [{ name: 'Anna Nowak' }],
    answers: [],
    heldUntil: null,
    rescheduleUntil: '2026-11-30T09:00:00Z',
    canReschedule: true,
    canCancel: true,
    workspace: { name: 'Termika' },
  });
});

test('ABUSE 20: the page, its times and a booking answer with the listed keys and no address or id of ours', async () => {
  const page = await t.call('GET', link.path);
  const keys =
    'title kind description footer workspace slug durationsMinutes incrementMinutes timeZone language';
  const more = 'location questions consents guests hosts redirectUrl';
  assert.deepEqual(Object.keys(page.body).toSorted(), `${keys} ${more}`.split(' ').toSorted());
  assert.deepEqual(page.body.hosts, [{ name: 'Anna Nowak' }]);
  const query = 'from=2026-12-02&to=2026-12-02&timeZone=Europe/Paris';
  const slots = await t.call('GET', `${link.path}/slots?${query}`);
  assert.deepEqual(Object.keys(slots.body), ['timeZone', 'durationMinutes', 'days']);
  const answer = await t.book(link, '2026-12-02T09:00:00Z', marek);
  const told = ['id', 'status', 'start', 'end', 'timeZone', 'hosts', 'manageUrl'];
  assert.deepEqual(Object.keys(answer.body), told);
  for (const { body } of [page, slots, answer, await t.call('GET', at(tokenOf(answer)))]) {
    assert.doesNotMatch(JSON.stringify(body), new RegExp(`@|${t.anna.id}|${t.workspaceId}|marek@|chloe@`));
  }
});

test('E7, ABUSE 17: opening, asking for times or the file, HEAD and prefetch change nothing', async () => {
  const token = await booked('2026-12-03T09:00:00Z');
  const held = await t.share({ verification: 'everyone' });
  await t.book(held, '2026-12-03T10:00:00Z', marek);
  const toConfirm = await tokenMailedTo(t, marek.email);
  const news = await watch(t);
  const before = await rowCounts(t);
  const query = '?from=2026-12-03&to=2026-12-04&timeZone=Europe/Paris';
  for (const one of [token, toConfirm]) {
    for (const tail of [
      '',
      `/slots${query}`,
      '/invite.ics',
      '/verification',
      '/cancellation',
      '/reschedule',
    ]) {
      for (const method of ['GET', 'HEAD'])
        await t.call(method, at(one, tail), undefined, null, { purpose: 'prefetch' });
    }
  }
  assert.deepEqual(await rowCounts(t), before);
  assert.deepEqual(await news(), NOTHING);
  assert.equal((await t.call('GET', at(toConfirm))).body.status, 'unverified');
  assert.equal((await t.call('GET', at(token))).body.status, 'scheduled');
});

test('E7: the meeting as a file: the same UID as in the mails, nothing to answer', async () => {
  const token = await booked('2026-12-04T09:00:00Z');
  const { status, body, headers } = await t.call('GET', at(token, '/invite.ics'));
  assert.equal(status, 200);
  assert.match(headers.get('content-type') ?? '', /^text\/calendar/);
  const { id } = (await t.call('GET', at(token))).body;
  assert.match(body, new RegExp(`UID:${id}@127\\.0\\.0\\.1`));
  assert.match(body, /METHOD:PUBLISH/);
  await t.call('POST', at(token, '/cancellation'));
  assert.equal((await t.call('GET', at(token, '/invite.ics'))).status, 409);
});

test('B6: a link switched off or deleted leaves its bookings and their manage links alone', async () => {
  const short = await t.share({ hostIds: [t.bo.id] });
  const token = await booked('2026-12-04T09:00:00Z', {}, short);
  await t.call('DELETE', `/api/links/${short.id}`);
  assert.equal((await t.call('GET', at(token))).status, 200);
  const slots = await t.call('GET', at(token, '/slots?from=2026-12-04&to=2026-12-04&timeZone=Europe/Paris'));
  const [start] = slots.body.days[0].slots;
  assert.equal((await t.call('POST', at(token, '/reschedule'), { start })).status, 200);
  assert.equal((await t.call('POST', at(token, '/cancellation'))).status, 200);
});

test('ABUSE 16: altered, cut, foreign or made-up tokens are all the same 404, and twenty of them are enough', async () => {
  const other = await openTermika(await cleanSlate());
  const token = await booked('2026-12-07T09:00:00Z');
  const bits = Buffer.from(token, 'base64url');
  bits[5]! ^= 1;
  const foreign = tokenOf(await other.book(await other.share(), '2026-12-07T09:00:00Z', chloe));
  await other.close();
  const tries = [
    bits.toString('base64url'),
    token.slice(0, -1),
    `${token}A`,
    foreign,
    'x',
    '%00',
    token.toUpperCase(),
  ];
  const bodies = new Set<string>();
  const news = await watch(t);
  for (let i = 0; i < 20; i++) {
    const tail = ['', '/cancellation', '/verification', '/verification-mail', '/reschedule'][i % 5]!;
    const body = tail === '/reschedule' ? { start: '2026-12-08T09:00:00Z' } : undefined;
    const tried = tries[i % tries.length]!;
    const answer = await t.call(tail === '' ? 'GET' : 'POST', at(tried, tail), body);
    assert.equal(answer.status, 404, tried);
    bodies.add(JSON.stringify(answer.body));
  }
  assert.equal(bodies.size, 1);
  const tooMany = await t.call('GET', at(tries[0]!));
  assert.deepEqual([tooMany.status, Number(tooMany.headers.get('retry-after')) > 0], [429, true]);
  assert.equal((await t.call('GET', at(token))).status, 200, 'who has the right one is not shut out');
  assert.deepEqual(await news(), NOTHING);
  t.clock.advance(10);
  assert.equal((await t.call('GET', at(tries[0]!))).status, 404);
});

test('the log tells no token and nothing that a visitor typed', () => {
  const log = t.logged.join('\n');
  assert.ok(log.includes('/api/public/bookings/:token'));
  assert.doesNotMatch(log, /bookings\/[\w-]{43}|girard|Chloé|marek/i);
});
