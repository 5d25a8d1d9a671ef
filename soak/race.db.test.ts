import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Answer } from './ask.ts';
import { isLong, openGround } from './ground.ts';
import { checkInvariants, mailsByKind } from './invariants.ts';
import { openOffice, type Office } from './office.ts';

let office: Office;

before(async () => {
  office = await openOffice(await openGround());
});
after(() => office.close());

const ROUNDS = isLong ? 50 : 4;

test('E4, ABUSE 1: sixty at once for one time: one has it, the others hear of free times near it', async () => {
  const [host = ''] = await office.hire(1);
  const link = await office.share({ hostIds: [host] });
  const starts = await office.starts(link, 10);
  const before = await mailsByKind(office.database);
  for (let round = 0; round < ROUNDS; round++) {
    const answers = await crowd(60, (one) => office.book(link, starts[round * 7]!, `one-${round}-${one}`));
    assert.deepEqual(counts(answers), { 201: 1, 409: 59 }, `round ${round}`);
    for (const { body } of answers.filter(({ status }) => status === 409)) {
      assert.equal(body.type, '/problems/time-taken');
      assert.ok(body.alternatives.length > 0);
    }
  }
  const mails = await mailsByKind(office.database);
  assert.equal(mails.confirmation! - (before.confirmation ?? 0), ROUNDS, 'one visitor told a round');
  assert.equal(mails['host-new']! - (before['host-new'] ?? 0), ROUNDS, 'one host told a round');
  assert.equal((await calendarOf(host)).length, ROUNDS);
});

test('ABUSE 1: two hundred at once: one 201, 199 × 409, nothing else', async () => {
  const [host = ''] = await office.hire(1);
  const link = await office.share({ hostIds: [host] });
  const [start = ''] = await office.starts(link, 3);
  const answers = await crowd(200, (one) => office.book(link, start, `many-${one}`));
  assert.deepEqual(counts(answers), { 201: 1, 409: 199 });
});

test('E4: a round robin with k free hosts gives exactly k meetings, to k different hosts', async () => {
  const hostIds = await office.hire(5);
  for (let k = 1; k <= 5; k++) {
    const link = await office.share({ kind: 'round-robin', hostIds: hostIds.slice(0, k) });
    const starts = await office.starts(link, 14);
    for (let round = 0; round < (isLong ? 10 : 1); round++) {
      const start = starts[k * 40 + round * 3]!;
      const answers = await crowd(30, (one) => office.book(link, start, `k-${k}-${round}-${one}`));
      assert.deepEqual(counts(answers), { 201: k, 409: 30 - k }, `k = ${k}`);
      const chosen = (await hostsAt(start)).filter((host) => hostIds.includes(host));
      assert.equal(chosen.length, k);
      assert.equal(new Set(chosen).size, k, 'different hosts');
    }
  }
});

test('E4, ABUSE 4: group links that share hosts: whole or not at all, and no deadlock', async () => {
  const [one = '', two = '', three = ''] = await office.hire(3);
  const groups = [
    [one, two],
    [two, one],
    [three, two, one],
    [one, three],
  ];
  const links = await Promise.all(groups.map((hostIds) => office.share({ kind: 'group', hostIds })));
  const starts = await office.starts(links[0]!, 10);
  for (let round = 0; round < (isLong ? 20 : 3); round++) {
    const start = starts[round * 5]!;
    const answers = await crowd(40, (turn) =>
      office.book(links[turn % links.length]!, start, `group-${round}-${turn}`),
    );
    // Any two of the groups share a host, so one meeting is all there is room for.
    assert.deepEqual(counts(answers), { 201: 1, 409: 39 });
  }
});

test('E5, ABUSE 2: links of other lengths and grids offer overlapping times of one host: the first commit wins', async () => {
  const [host = ''] = await office.hire(1);
  const short = await office.share({ hostIds: [host], incrementMinutes: 15 });
  const long = await office.share({
    hostIds: [host],
    durationsMinutes: [90],
    incrementMinutes: 15,
    bufferAfterMinutes: 15,
  });
  const starts = await office.starts(short, 8);
  for (let round = 0; round < (isLong ? 20 : 3); round++) {
    const at = 40 + round * 12;
    const answers = await crowd(24, (one) =>
      one % 2 === 0
        ? office.book(short, starts[at + (one % 4) + 1]!, `short-${round}-${one}`)
        : office.book(long, starts[at]!, `long-${round}-${one}`),
    );
    assert.ok(
      answers.every(({ status }) => status === 201 || status === 409),
      JSON.stringify(counts(answers)),
    );
    assert.ok(answers.some(({ status }) => status === 201));
  }
});

test('L3, E5: one time of a link, all times of a single-use link, a time that two links share: one has it', async () => {
  const [host = ''] = await office.hire(1);
  const grid = await office.share({ hostIds: [host] });
  const starts = await office.starts(grid, 12);
  for (let round = 0; round < (isLong ? 20 : 2); round++) {
    const times = [0, 5, 10].map((step) => lasting30(starts[round * 20 + step]!));
    const given = { kind: 'specific-times', hostIds: [host], hours: null };
    const once = await office.share({ ...given, times });
    const any = await crowd(30, (one) => office.book(once, times[one % 3]!.start, `once-${round}-${one}`));
    assert.deepEqual(counts(any), { 201: 1, 409: 29 }, `single use, round ${round}`);
    const shared = lasting30(starts[round * 20 + 15]!);
    const links = await Promise.all([1, 2].map(() => office.share({ ...given, times: [shared] })));
    const both = await crowd(30, (one) =>
      office.book(links[one % 2]!, shared.start, `shared-${round}-${one}`),
    );
    assert.deepEqual(counts(both), { 201: 1, 409: 29 }, `shared, round ${round}`);
  }
});

test('ABUSE 3: a hold claims as a booking does', async () => {
  const [host = ''] = await office.hire(1);
  const sure = await office.share({ hostIds: [host] });
  const held = await office.share({ hostIds: [host], verification: 'everyone' });
  const starts = await office.starts(sure, 5);
  for (let round = 0; round < (isLong ? 10 : 2); round++) {
    const answers = await crowd(20, (one) =>
      office.book(one % 2 ? sure : held, starts[round * 9]!, `hold-${round}-${one}`),
    );
    assert.deepEqual(counts(answers), { 201: 1, 409: 19 });
  }
});

test('E3, ABUSE 5: one key a hundred times at once is one booking and a hundred equal answers', async () => {
  const [host = ''] = await office.hire(1);
  const link = await office.share({ hostIds: [host] });
  const [start = ''] = await office.starts(link, 3);
  const answers = await crowd(100, () => office.book(link, start, 'same', { key: 'the-same-form' }));
  assert.deepEqual(counts(answers), { 201: 100 });
  assert.equal(new Set(answers.map(({ body }) => JSON.stringify(body))).size, 1);
});

test('one meeting cancelled and moved by many at once ends in one state', async () => {
  const [host = ''] = await office.hire(1);
  const link = await office.share({ hostIds: [host], cutOffMinutes: 0 });
  const starts = await office.starts(link, 5);
  for (let round = 0; round < (isLong ? 10 : 2); round++) {
    const { body } = await office.book(link, starts[round * 20]!, `both-${round}`);
    const manage = `/api/public${new URL(body.manageUrl).pathname}`;
    const answers = await crowd(12, (one) =>
      one % 3 === 0
        ? office.call('POST', `${manage}/cancellation`, {})
        : office.call('POST', `${manage}/reschedule`, { start: starts[round * 20 + 1 + one]! }),
    );
    assert.ok(
      answers.every(({ status }) => status === 200 || status === 409),
      JSON.stringify(counts(answers)),
    );
    assert.equal((await office.call('GET', manage)).body.status, 'cancelled');
  }
});

test('after all of it nobody is booked twice, and every meeting that stands is whole', async () => {
  await checkInvariants(office.database);
  for (const server of office.servers) assert.doesNotMatch(server.said(), /"level":"error"/);
  const log = process.env.RONDO_TEST_POSTGRES_LOG;
  if (office.kind === 'postgres' && log) assert.doesNotMatch(readFileSync(log, 'utf8'), /deadlock detected/);
});

function crowd(size: number, one: (number: number) => Promise<Answer>): Promise<Answer[]> {
  return office.atOnce(Array.from({ length: size }, (_, number) => () => one(number)));
}

function counts(answers: Answer[]): Record<string, number> {
  const grouped = Map.groupBy(answers, ({ status }) => String(status));
  return Object.fromEntries([...grouped].map(([status, list]) => [status, list.length]));
}

function lasting30(start: string): { start: string; end: string } {
  const end = new Date(Date.parse(start) + 1_800_000).toISOString().replace('.000Z', 'Z');
  return { start, end };
}

async function hostsAt(start: string): Promise<string[]> {
  const to = new Date(Date.parse(start) + 60_000).toISOString().replace('.000Z', 'Z');
  const { body } = await office.call('GET', `/api/bookings?from=${start}&to=${to}&limit=200`);
  return body.items.flatMap((booking: { hostIds: string[] }) => booking.hostIds);
}

async function calendarOf(memberId: string): Promise<{ bookingId?: string }[]> {
  const { body } = await office.call('GET', `/api/members/${memberId}/events?limit=200`);
  return body.items.filter((event: { bookingId?: string }) => event.bookingId);
}
