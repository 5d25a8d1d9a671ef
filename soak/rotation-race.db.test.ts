import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import { recountAll } from '../src/bookings/rotation/recount.ts';
import type { Answer } from './ask.ts';
import { isLong, openGround } from './ground.ts';
import { checkInvariants } from './invariants.ts';
import { openOffice, type Office } from './office.ts';

const MEETINGS = isLong ? 500 : 60;
const HALF_HOUR_MS = 1_800_000;
const PATIENCE = 60;
/** Work that finds no connection in such a crowd is done a moment later. */
const FAILURE = /"level":"error","message":"(?!a job failed|looking for work failed)/;

let office: Office;
let record: { kind: 'contact'; id: string };

before(async () => {
  office = await openOffice(await openGround());
  const { body } = await office.call('POST', '/api/contacts', { name: 'Owen Price' });
  record = { kind: 'contact', id: body.id };
});
after(() => office.close());

test('R6, R10: booked by colleagues and through a link all at once, counts are exact and nobody is two ahead', async () => {
  const { id, link } = await rotationOf(7);
  const answers = await office.atOnce(
    startsOf(MEETINGS).map(
      (start, one) => () => (one % 2 === 0 ? colleague(id, start) : visitor(link, start, `one-${one}`)),
    ),
  );
  assert.deepEqual(counts(answers), { 201: MEETINGS });
  const booked = await bookedIn(id);
  assert.equal(
    booked.reduce((sum, one) => sum + one, 0),
    MEETINGS,
  );
  assert.ok(Math.max(...booked) - Math.min(...booked) <= 1, booked.join(' '));
});

test('R6, E4: more than there is room for at one time: each host once, and the counts are what was booked', async () => {
  const hosts = 4;
  const { id, link } = await rotationOf(hosts);
  const rounds = isLong ? 20 : 3;
  for (const start of startsOf(rounds)) {
    const answers = await office.atOnce(
      Array.from(
        { length: hosts * 5 },
        (_, one) => () =>
          one % 2 === 0 ? colleague(id, start) : visitor(link, start, `all-${start}-${one}`),
      ),
    );
    assert.deepEqual(counts(answers), { 201: hosts, 409: hosts * 4 }, start);
  }
  assert.deepEqual(await bookedIn(id), Array(hosts).fill(rounds));
});

test('after all of it counts equal a recount, nobody is booked twice, and no server failed', async () => {
  for (const { rotation, differences } of await recountAll({ db: office.database })) {
    assert.deepEqual(differences, [], rotation.name);
  }
  await checkInvariants(office.database);
  for (const server of office.servers) assert.doesNotMatch(server.said(), FAILURE);
  const log = process.env.RONDO_TEST_POSTGRES_LOG;
  if (office.kind === 'postgres' && log) assert.doesNotMatch(readFileSync(log, 'utf8'), /deadlock detected/);
});

/** A rotation of new people, and a round robin that goes by it. */
async function rotationOf(size: number): Promise<{ id: string; link: string }> {
  const hostIds = await office.hire(size);
  const members = hostIds.map((id) => ({ kind: 'member', id }));
  const { body } = await office.call('POST', '/api/rotations', { name: `Of ${size}`, members });
  const chairs = [{ rotationId: body.id as string }];
  const link = await office.share({ kind: 'round-robin', chairs });
  return { id: body.id, link };
}

/** Half hours one after the other, from the day after tomorrow. */
function startsOf(count: number): string[] {
  const first = Math.ceil(Date.now() / 86_400_000 + 1) * 86_400_000;
  return Array.from({ length: count }, (_, at) =>
    new Date(first + at * HALF_HOUR_MS).toISOString().replace('.000Z', 'Z'),
  );
}

function colleague(id: string, start: string): Promise<Answer> {
  const body = { start, durationMinutes: 30, record, outsideHours: true, notify: false };
  return untilHeard(() => office.call('POST', `/api/rotations/${id}/bookings`, body));
}

function visitor(link: string, start: string, name: string): Promise<Answer> {
  return untilHeard(() => office.book(link, start, name.replaceAll(':', '-')));
}

/** 429: every connection is busy. It asks again when it was told to. */
async function untilHeard(ask: () => Promise<Answer>): Promise<Answer> {
  for (let turn = 1; ; turn++) {
    const answer = await ask();
    if (answer.status !== 429 || turn === PATIENCE) return answer;
    await sleep(1000);
  }
}

async function bookedIn(id: string): Promise<number[]> {
  const { body } = await office.call('GET', `/api/rotations/${id}`);
  return (body.queue as { booked: number }[]).map(({ booked }) => booked);
}

function counts(answers: Answer[]): Record<string, number> {
  const grouped = Map.groupBy(answers, ({ status }) => String(status));
  return Object.fromEntries([...grouped].map(([status, list]) => [status, list.length]));
}
