import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLong, openGround } from './ground.ts';
import { checkInvariants } from './invariants.ts';
import { addressOf, openOffice, type Office } from './office.ts';
import { openPostbox, type Postbox } from './postbox.ts';
import '../src/platform/jobs/tables.ts';
import '../src/platform/mailer/tables.ts';

const KILLS = isLong ? 200 : 8;
const BOOKINGS_A_LIFE = 24;

let office: Office;
let postbox: Postbox;
let link: string;
let starts: string[];
const acknowledged: { id: string; visitor: string; start: string }[] = [];

before(async () => {
  postbox = await openPostbox();
  office = await openOffice(await openGround({ SMTP_URL: postbox.url }, undefined, 1));
  link = await office.share({ kind: 'round-robin', hostIds: await office.hire(8) });
  starts = await office.starts(link, 58);
});
after(async () => {
  await office.close();
  await postbox.close();
});

test(`ABUSE 36: kill -9 at ${KILLS} moments under load: what was answered is there, whole, and nothing half`, async () => {
  for (let life = 0; life < KILLS; life++) {
    const [server] = office.servers;
    const enough = acknowledged.length + answersBeforeTheEnd(life);
    const booking = bookInALife(life);
    for (let look = 0; acknowledged.length < enough && look < 3_000; look++) await sleep(5);
    await sleep(randomInt(office.kind === 'postgres' ? 200 : 70));
    await server!.kill();
    await booking;
    office.servers.length = 0;
    await office.start();
  }
  assert.ok(acknowledged.length > KILLS, `only ${acknowledged.length} bookings were answered at all`);
  await checkInvariants(office.database);
  const standing = new Map((await bookings()).map((row) => [row.booking_id, row]));
  for (const { id, visitor } of acknowledged) {
    const row = standing.get(id);
    assert.equal(row?.status, 'scheduled', `an answered booking of ${visitor} is lost`);
    assert.equal(row?.visitor_email, addressOf(visitor));
  }
});

test('ABUSE 36: after the restart every mail goes out; a repeat has the same Message-ID', async () => {
  await everythingSent();
  const sent = Map.groupBy(postbox.delivered, (mail) => `${mail.to} ${mail.subject}`);
  for (const [mail, copies] of sent) {
    assert.equal(
      new Set(copies.map(({ messageId }) => messageId)).size,
      1,
      `${mail} came under two Message-IDs`,
    );
  }
  const reached = new Set(postbox.delivered.map(({ to }) => to));
  const all = await bookings();
  for (const row of all) assert.ok(reached.has(row.visitor_email!), `${row.visitor_email} was never told`);
  const written = await office.database.read.selectFrom('mails').select(['kind', 'state']).execute();
  const kinds = Map.groupBy(written, ({ kind }) => kind);
  assert.equal(kinds.get('confirmation')?.length, all.length, 'one confirmation a booking');
  assert.equal(kinds.get('host-new')?.length, all.length, 'one notice a host');
  assert.ok(written.every(({ state }) => state === 'sent'));
  const repeats =
    postbox.delivered.length - new Set(postbox.delivered.map(({ messageId }) => messageId)).size;
  // A worker sends up to eight mails at once; a kill can leave each of them sent and not yet written down.
  assert.ok(repeats <= KILLS * 8, `${repeats} repeats after ${KILLS} kills`);
});

/** By answers, not by the clock: a slow machine is killed in the middle of its work, too. Some lives end at once. */
function answersBeforeTheEnd(life: number): number {
  return life % 4 === 0 ? 0 : randomInt(2, BOOKINGS_A_LIFE / 2);
}

/** Four visitors at a time, until the server dies under them. */
async function bookInALife(life: number): Promise<void> {
  const visitors = Array.from({ length: BOOKINGS_A_LIFE }, (_, number) => `life-${life}-${number}`);
  const next = async (): Promise<void> => {
    for (let visitor = visitors.pop(); visitor; visitor = visitors.pop()) await bookOne(visitor);
  };
  await Promise.allSettled([next(), next(), next(), next()]);
}

async function bookOne(visitor: string): Promise<void> {
  const start = starts[randomInt(starts.length)]!;
  const { status, body } = await office.book(link, start, visitor, { key: visitor });
  assert.ok(status === 201 || status === 409, `${status}`);
  if (status === 201) acknowledged.push({ id: body.id, visitor, start });
}

/** Work that a dead process had taken waits for its lease; here that time is made to pass. */
async function everythingSent(): Promise<void> {
  await office.database.transact(async (tx) => {
    await tx.updateTable('outbox').set({ locked_until: null }).where('done_at', 'is', null).execute();
  });
  const deadline = Date.now() + 60_000;
  while ((await waiting()) > 0) {
    assert.ok(Date.now() < deadline, `${await waiting()} jobs are still waiting`);
    await sleep(200);
  }
}

async function waiting(): Promise<number> {
  const jobs = await office.database.read
    .selectFrom('outbox')
    .select('id')
    .where('kind', '=', 'mail.send')
    .where('done_at', 'is', null)
    .execute();
  return jobs.length;
}

function bookings() {
  return office.database.read
    .selectFrom('bookings')
    .select(['booking_id', 'status', 'visitor_email'])
    .execute();
}
