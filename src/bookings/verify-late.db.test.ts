import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type SharedLink } from '../../demo/open-termika.ts';
import { itemsOf, letTimeTell, NOTHING, tokenMailedTo, watch, workOff } from './happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

const unknown = { verification: 'unknown' };
const at = (token: string, tail = '') => `/api/public/bookings/${token}${tail}`;
const confirm = (token: string) => t.call('POST', at(token, '/verification'));
const freshMail = (token: string) => t.call('POST', at(token, '/verification-mail'));
const inMinutes = (minutes: number) => new Date(t.clock.now() + minutes * 60_000).toISOString();
const absent = (id: string, day: string) =>
  t.call('POST', `/api/members/${id}/absences`, { from: day, to: day });
const hostsOf = async (id: string) => (await t.call('GET', `/api/bookings/${id}`)).body.hostIds;

/** Holds ten o'clock in Paris for a stranger of that day. */
async function held(link: SharedLink, day: string) {
  const [start, email] = [`${day}T09:00:00Z`, `on-${day}@late.example`];
  const { body } = await t.book(link, start, { name: 'Ewa Lis', email });
  assert.equal(body.status, 'unverified', JSON.stringify(body));
  return { id: body.id, token: await tokenMailedTo(t, email), start, email };
}

test('F5: past the hold everything by the token is 410 and says where other times are', async () => {
  const link = await t.share(unknown);
  const { token } = await held(link, '2026-12-01');
  t.clock.advance(30);
  await workOff(t);
  const news = await watch(t);
  const query = '?from=2026-12-01&to=2026-12-01&timeZone=Europe/Paris';
  for (const settled of [false, true]) {
    for (const [method, tail, body] of [
      ['GET', ''],
      ['GET', `/slots${query}`],
      ['GET', '/invite.ics'],
      ['POST', '/verification'],
      ['POST', '/cancellation'],
      ['POST', '/reschedule', { start: '2026-12-01T10:00:00Z' }],
    ] as const) {
      const answer = await t.call(method, at(token, tail), body);
      assert.deepEqual([answer.status, answer.body.type], [410, '/problems/expired'], tail);
      assert.equal(answer.body.page, link.url);
    }
    if (!settled) await letTimeTell(t);
  }
  assert.deepEqual(await news(), NOTHING);
});

test('F5: a fresh mail repeats the link while the hold lasts, and holds the time once more after it', async () => {
  const link = await t.share(unknown);
  const { id, token, start, email } = await held(link, '2026-12-02');
  const heldUntil = inMinutes(30);
  const news = await watch(t);
  const mail = { ...NOTHING, mails: [`verification to ${email}`] };
  const again = await freshMail(token);
  assert.deepEqual([again.status, again.body], [200, { status: 'unverified', heldUntil }]);
  assert.deepEqual(await news(), mail);
  t.clock.advance(60);
  await letTimeTell(t);
  assert.ok((await t.starts(link, '2026-12-02')).includes(start));
  assert.equal((await freshMail(token)).body.heldUntil, inMinutes(30));
  assert.deepEqual(await news(), mail);
  assert.equal((await t.starts(link, '2026-12-02')).includes(start), false);
  t.clock.advance(29);
  await letTimeTell(t);
  assert.equal((await confirm(token)).status, 200);
  assert.deepEqual(await hostsOf(id), [t.anna.id]);
  assert.deepEqual([(await freshMail(token)).status, (await news()).mails.length], [409, 2]);
});

test('F5: a fresh mail for a time that somebody else has by now: 409 with other times', async () => {
  const { id, token, start } = await held(await t.share(unknown), '2026-12-03');
  t.clock.advance(30);
  const faster = await t.book(await t.share(), start, { name: 'O', email: 'o@late.example' });
  assert.equal(faster.status, 201);
  const news = await watch(t);
  const { status, body } = await freshMail(token);
  assert.deepEqual([status, body.type], [409, '/problems/time-taken']);
  assert.deepEqual(body.alternatives, [
    '2026-12-03T08:00:00Z',
    '2026-12-03T08:30:00Z',
    '2026-12-03T09:30:00Z',
  ]);
  assert.deepEqual(await news(), NOTHING);
  assert.equal((await t.call('GET', `/api/bookings/${id}`)).body.status, 'expired');
});

test('F6: the provisional host went away: the next free one takes it, and it is said who', async () => {
  const link = await t.share({ ...unknown, kind: 'round-robin', hostIds: [t.anna.id, t.bo.id] });
  const { id, token, start, email } = await held(link, '2026-12-04');
  assert.deepEqual(await hostsOf(id), [t.anna.id]);
  await absent(t.anna.id, '2026-12-04');
  const news = await watch(t);
  assert.equal((await confirm(token)).status, 200);
  assert.deepEqual(await hostsOf(id), [t.bo.id]);
  assert.deepEqual(await news(), {
    mails: [`confirmation to ${email}`, 'host-new to bo@termika.example'],
    timeline: ['lead: booking made', 'lead: created'],
    calendar: [`+ Bo ${start}`],
  });
});

test('F6: an outside event or a deactivation counts as much as an absence', async () => {
  const ines = await t.hire('ines');
  const link = await t.share({ ...unknown, kind: 'round-robin', hostIds: [ines.id, t.bo.id, t.anna.id] });
  const { id, token, start } = await held(link, '2026-12-07');
  assert.deepEqual(await hostsOf(id), [ines.id]);
  await t.call('PATCH', `/api/members/${ines.id}`, { active: false });
  await t.call('POST', `/api/members/${t.bo.id}/events`, {
    title: 'Kiln',
    start,
    end: '2026-12-07T09:10:00Z',
  });
  assert.equal((await confirm(token)).status, 200);
  assert.deepEqual(await hostsOf(id), [t.anna.id]);
});

test('F6: nobody is left: 409 with other times; the hold stays until it ends, and works when somebody is back', async () => {
  const { id, token, email } = await held(await t.share(unknown), '2026-12-08');
  const { body: absence } = await absent(t.anna.id, '2026-12-08');
  const news = await watch(t);
  const lost = await confirm(token);
  assert.deepEqual([lost.status, lost.body.type], [409, '/problems/time-taken']);
  assert.ok(lost.body.alternatives.length > 0);
  for (const one of lost.body.alternatives) assert.doesNotMatch(one, /2026-12-08/);
  assert.deepEqual(await news(), NOTHING);
  assert.deepEqual(await itemsOf(t, `/api/leads?q=${email}`), []);
  const { body } = await t.call('GET', `/api/bookings/${id}`);
  assert.deepEqual([body.status, body.hostIds, body.version], ['unverified', [t.anna.id], 1]);
  await t.call('DELETE', `/api/members/${t.anna.id}/absences/${absence.id}`);
  assert.equal((await confirm(token)).status, 200);
});

test('F6: what was promised is kept: hours, notice and horizon that changed meanwhile do not matter', async () => {
  const link = await t.share(unknown);
  const { token } = await held(link, '2026-12-09');
  const changes = {
    hours: { weekly: [] },
    minimumNoticeMinutes: 50_000,
    horizon: { rollingDays: 1 },
    incrementMinutes: 45,
  };
  assert.equal((await t.call('PATCH', `/api/links/${link.id}`, changes)).status, 200);
  assert.equal((await confirm(token)).status, 200);
});

test('F3: until its last moment a hold is confirmed, whoever else asks for the time', async () => {
  const link = await t.share(unknown);
  const { token, start } = await held(link, '2026-12-10');
  t.clock.set(inMinutes(29));
  const [mine, theirs] = await Promise.all([
    confirm(token),
    t.book(link, start, { name: 'O', email: 'o@late.example' }),
  ]);
  assert.deepEqual([mine.status, theirs.status], [200, 409]);
});
