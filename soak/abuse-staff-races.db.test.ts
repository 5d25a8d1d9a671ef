import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { hashingNow, hashOf } from '../src/people/hashing.ts';
import { endSessions, updatePasswordHash } from '../src/people/store-identity.ts';
import {
  signedIn,
  staffedOffice,
  statusesOf,
  type Answer,
  type Staffed,
} from '../src/people/office.test-support.ts';
import { signOutEverywhere } from '../src/people/sign-out-everywhere.ts';
import { dropTokens } from '../src/people/store-tokens.ts';
import {
  codeNow,
  halfIn,
  me,
  protect,
  sendCode,
  sessionCookie,
} from '../src/people/two-factor.test-support.ts';

let office: Staffed;
let secretOfBo = '';

before(async () => {
  office = await staffedOffice();
});
after(() => office.close());

const asAnna = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  office.ask(method, path, body, { key: office.anna.key, headers });
const times = <T>(count: number, act: (nth: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, nth) => act(nth)));
const opened = (answers: Answer[]) => answers.filter((answer) => sessionCookie(answer) !== undefined).length;

test('ABUSE 35: one code, or one recovery code, in six browsers at the same moment opens one door', async () => {
  const { bo, chloe } = office;
  const [bos, chloes] = [await protect(office, bo.email), await protect(office, chloe.email)];
  const steps: string[] = [];
  for (let nth = 0; nth < 3; nth++) steps.push(await halfIn(office, bo.email));
  const code = codeNow(office, bos);
  secretOfBo = bos.secret;
  const answers = await times(6, (nth) => sendCode(office, steps[nth % 3], code));
  assert.equal(opened(answers), 1, JSON.stringify(statusesOf(answers)));
  const recovery: string[] = [];
  for (let nth = 0; nth < 2; nth++) recovery.push(await halfIn(office, chloe.email));
  const tries = await times(5, (nth) => sendCode(office, recovery[nth % 2], chloes.recoveryCodes[3]!));
  assert.equal(opened(tries), 1, JSON.stringify(statusesOf(tries)));
  const cookie = sessionCookie(tries.find((answer) => sessionCookie(answer))!)!;
  const { body } = await office.ask('GET', '/api/auth/two-factor', undefined, { cookie });
  assert.equal(body.recoveryCodesLeft, 9);
});

test('a password that is changed while somebody signs in with the old one lets nobody stay inside', async () => {
  const { db } = office.platform;
  const { anna } = office;
  const { user_id: userId } = await db.read
    .selectFrom('members')
    .select('user_id')
    .where('member_id', '=', anna.id)
    .executeTakeFirstOrThrow();
  const next = await hashOf('another river at dusk');
  const now = new Date(office.clock.now()).toISOString();
  // The old password is being hashed while the new one is written, as change-password does it.
  const late = signedIn(office, anna.email).catch(() => '');
  await hashing();
  await db.transact(async (tx) => {
    await updatePasswordHash(tx, userId!, next, now);
    await endSessions(tx, userId!);
  });
  assert.notEqual(await me(office, await late), 200);
  assert.equal(await me(office, await signedIn(office, anna.email, 'another river at dusk')), 200);
});

test('signing out everywhere, while a second step ends elsewhere, leaves that one outside too', async () => {
  const { db } = office.platform;
  const bos = { email: office.bo.email, secret: secretOfBo };
  for (let round = 0; round < 3; round++) {
    office.clock.advance(20);
    await db.transact((tx) => dropTokens(tx, office.workspaceId, ['second-step'], office.bo.id));
    const step = await halfIn(office, bos.email);
    const late = sendCode(office, step, codeNow(office, bos));
    const taken = () =>
      db.read
        .selectFrom('tokens')
        .select('subject_id')
        .where('subject_id', '=', office.bo.id)
        .where('used_at', 'is not', null)
        .execute();
    while ((await taken()).length === 0) await turn();
    // As POST /api/auth/revoke-sessions does it.
    await db.transact(async (tx) => {
      const { user_id: userId } = await tx
        .selectFrom('members')
        .select('user_id')
        .where('member_id', '=', office.bo.id)
        .executeTakeFirstOrThrow();
      const { workspaceId, bo } = office;
      await signOutEverywhere(tx, { workspaceId, id: bo.id, userId: userId! });
    });
    const cookie = sessionCookie(await late);
    if (cookie) assert.notEqual(await me(office, cookie), 200);
  }
});

async function hashing(): Promise<void> {
  while (hashingNow() === 0) await turn();
  await pause(5);
}

test('a failed mail that eight press at the same moment is tried again once', async () => {
  const { db } = office.platform;
  for (let round = 0; round < 3; round++) {
    const { body } = await asAnna('POST', '/api/mail/test', {});
    await db.transact(async (tx) => {
      await tx
        .updateTable('mails')
        .set({ state: 'failed', error: 'full' })
        .where('id', '=', body.id)
        .execute();
      const job = tx.updateTable('outbox').where('payload', '=', JSON.stringify({ mailId: body.id }));
      // Once the job is still there as it was given up, and once it is gone by now.
      const at = new Date(office.clock.now()).toISOString();
      await job.set(round === 0 ? { dead_at: at } : { done_at: at }).execute();
    });
    const answers = await times(8, () => asAnna('POST', `/api/mail/${body.id}/revival`));
    assert.deepEqual(statusesOf(answers), [200, 409, 409, 409, 409, 409, 409, 409]);
    const jobs = await db.read
      .selectFrom('outbox')
      .select('id')
      .where('payload', '=', JSON.stringify({ mailId: body.id }))
      .where('done_at', 'is', null)
      .where('dead_at', 'is', null)
      .execute();
    assert.equal(jobs.length, 1);
  }
});

test('test mails asked for all at once: six an hour, and no more are written', async () => {
  office.clock.advance(120);
  const answers = await times(12, () => asAnna('POST', '/api/mail/test', {}));
  assert.equal(answers.filter(({ status }) => status === 202).length, 6);
  assert.ok(answers.every(({ status }) => status === 202 || status === 429));
});

test('ABUSE 38: of eight who change one view at the same moment one does, the others see what stands', async () => {
  const view = await asAnna('POST', '/api/views', { list: 'leads', name: 'Ours', filter: {}, shared: true });
  const path = `/api/views/${view.body.id}`;
  const answers = await times(8, (nth) =>
    asAnna('PATCH', path, { name: `By ${nth}` }, { 'if-match': '"1"' }),
  );
  assert.deepEqual(statusesOf(answers), [200, ...Array.from({ length: 7 }, () => 412)]);
  const { body } = await asAnna('GET', path);
  for (const answer of answers.filter(({ status }) => status === 412))
    assert.deepEqual(answer.body.present, body);
  const ends = await times(4, () => asAnna('DELETE', path));
  assert.deepEqual(statusesOf(ends), [204, 404, 404, 404]);
});

test('ABUSE 34: a month of many links in the calendar lets whoever else waits be answered in between', async () => {
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, start: '00:00', end: '24:00' }));
  const lengths = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60];
  const links = 4;
  for (let nth = 0; nth < links; nth++) {
    const { status } = await asAnna('POST', '/api/links', {
      kind: 'personal',
      title: `Link ${nth}`,
      timeZone: 'UTC',
      hostIds: [office.anna.id],
      hours: { weekly: week },
      withinHostHours: false,
      durationsMinutes: lengths,
      incrementMinutes: 5,
      horizon: {},
    });
    assert.equal(status, 201);
  }
  let turns = 0;
  let over = false;
  const others = (async () => {
    while (!over) {
      await turn();
      turns++;
    }
  })();
  const query = `memberIds=${office.anna.id}&from=2026-11-30T00:00:00Z&to=2027-01-14T00:00:00Z&offered=true`;
  const { status } = await asAnna('GET', `/api/calendar?${query}`);
  over = true;
  await others;
  assert.equal(status, 200);
  assert.ok(turns >= links * lengths.length, `others had ${turns} turns`);
});

test('nobody counts more than twenty lists at once, or has a month and a half of more than five calendars', async () => {
  const filter = {
    q: 'a b c d e f g h',
    hostId: 'me',
    needsHost: 'true',
    status: 'scheduled,unverified,expired',
  };
  const count = (filters: object[]) => asAnna('POST', '/api/bookings/counts', { filters });
  assert.equal((await count(Array.from({ length: 20 }, () => filter))).status, 200);
  assert.equal((await count(Array.from({ length: 21 }, () => filter))).status, 422);
  assert.equal((await count([{ ...filter, status: Array(10_000).fill('scheduled').join(',') }])).status, 200);
  const ask = (ids: string[], to: string) =>
    asAnna('GET', `/api/calendar?memberIds=${ids.join(',')}&from=2026-12-01T00:00:00Z&to=${to}`);
  const { anna, bo, chloe } = office;
  assert.equal((await ask(Array(500).fill(anna.id), '2026-12-02T00:00:00Z')).status, 200);
  assert.equal((await ask([anna.id, bo.id, chloe.id], '2027-01-15T00:01:00Z')).status, 422);
  assert.equal((await ask([anna.id, ''], '2026-12-02T00:00:00Z')).status, 422);
});
