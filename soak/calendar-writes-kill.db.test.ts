import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { WRITE_JOB } from '../src/bookings/calendar-writes/follow-booking.ts';
import { RECONCILE_JOB } from '../src/bookings/calendar-writes/jobs.ts';
import {
  openRadicale,
  PASSWORD,
  radicaleProgram,
  type Radicale,
} from '../src/calendars/outside/caldav/radicale.test-support.ts';
import { expandObject } from '../src/calendars/outside/ical/expand-object.ts';
import { systemClock } from '../src/platform/clock.ts';
import { queueJob } from '../src/platform/jobs/store.ts';
import { openFaultyProxy, type FaultyProxy } from './faulty-proxy.ts';
import { isLong, openGround } from './ground.ts';
import { openOffice, type Office } from './office.ts';
import '../src/bookings/calendar-writes/store-writes.ts';

const [KILLS, BOOKINGS_A_LIFE] = isLong ? [50, 40] : [2, 8];
const FAULTS = 10;
const USERS = ['anna', 'bo'];

const program = radicaleProgram();
const skip = 'skip' in program ? program.skip : false;
let radicale: Radicale;
let proxy: FaultyProxy;
let office: Office;
let link: string;
let starts: string[];
let hosts: string[];
/** Made at the end, when nobody kills or calls off: so many meetings stand at least. */
let calmOnes = 0;

before(async () => {
  if (!('path' in program)) return;
  radicale = await openRadicale(program.path);
  for (const user of USERS) await radicale.makeCalendar(user, 'work');
  proxy = await openFaultyProxy(radicale.url);
  office = await openOffice(await openGround({ PRIVATE_HOSTS: proxy.host }, undefined, 1));
  hosts = [office.ownerId, ...(await office.hire(1))];
  for (const [at, username] of USERS.entries()) await connect(hosts[at]!, username);
  link = await office.share({ kind: 'round-robin', hostIds: hosts });
  starts = await office.starts(link, 58);
});
after(async () => {
  await office?.close();
  await proxy?.close();
  await radicale?.close();
});

test(
  `K3: ${KILLS} kills and ${FAULTS} faults in a hundred requests: one event for each meeting, and no other`,
  {
    skip,
  },
  async () => {
    proxy.faults = FAULTS;
    proxy.hangs = Infinity;
    for (let life = 0; life < KILLS; life++) {
      const acting = live(life);
      await Promise.race([acting, sleep(randomInt(150, 1_500))]);
      await office.servers[0]!.kill();
      await acting;
      office.servers.length = 0;
      await office.start();
    }
    // From here on nobody dies any more: each answer that never comes is waited for to the end.
    proxy.hangs = isLong ? 20 : 0;
    await bookCalmly();
    await settled(WRITE_JOB);
    assert.ok(proxy.count > 0, 'nothing went wrong at all');
    proxy.faults = 0;
    await settled(RECONCILE_JOB);
    assert.deepEqual(await standing(), await booked());
  },
);

async function bookCalmly(): Promise<void> {
  for (let calm = 0; calm <= KILLS; calm++) {
    const start = starts[Math.floor((calm * starts.length) / (KILLS + 1))]!;
    const { status } = await office.book(link, start, `calm-${calm}`, { key: `calm-${calm}` });
    if (status === 201) calmOnes++;
  }
}

/** Nothing that is read there closes anybody: here it is all about writing. */
async function connect(hostId: string, username: string): Promise<void> {
  const path = `/api/members/${hostId}/calendars`;
  const signIn = { kind: 'caldav', url: proxy.url, username, password: PASSWORD };
  const { status, body } = await office.call('POST', path, signIn);
  assert.equal(status, 201, JSON.stringify(body));
  await office.call('PATCH', `${path}/${body.id}`, { checkConflicts: false });
}

/** Meetings are made, moved, given away and called off until the server dies under them. */
async function live(life: number): Promise<void> {
  const visitors = Array.from({ length: BOOKINGS_A_LIFE }, (_, number) => `life-${life}-${number}`);
  const next = async (): Promise<void> => {
    for (let visitor = visitors.pop(); visitor; visitor = visitors.pop()) await meet(visitor);
  };
  await Promise.allSettled([next(), next(), next()]);
}

async function meet(visitor: string): Promise<void> {
  const any = () => starts[randomInt(starts.length)]!;
  const { status, body } = await office.book(link, any(), visitor, { key: visitor });
  if (status !== 201) return;
  const act = randomInt(6);
  const at = `/api/bookings/${body.id}`;
  if (act <= 1) await office.call('POST', `${at}/reschedule`, { start: any() });
  if (act === 2) await office.call('POST', `${at}/cancellation`, {});
  if (act === 3) await office.call('POST', `${at}/reassignment`, { hostId: null, reason: 'Holidays' });
  if (act === 4) await office.call('DELETE', at);
}

/** What waits for its time, or for a writer who is dead, gets it now. */
async function settled(kind: string): Promise<void> {
  const { database } = office;
  const deadline = Date.now() + (isLong ? 900_000 : 30_000);
  await database.transact((tx) => queueJob(tx, systemClock, { workspaceId: '-', kind, payload: {} }));
  if (kind === RECONCILE_JOB) await jobsDone();
  for (let waiting = await due(); waiting > 0; waiting = await due()) {
    assert.ok(Date.now() < deadline, `${waiting} are still to be written`);
    const now = new Date().toISOString();
    const stale = new Date(Date.now() - 5_000).toISOString();
    await database.transact(async (tx) => {
      await tx.updateTable('calendar_writes').set({ due_at: now }).where('due_at', '>', now).execute();
      const dead = tx.updateTable('calendar_writes').set({ working_until: stale });
      await dead.where('working_until', '<', new Date(Date.now() + 35_000).toISOString()).execute();
      await queueJob(tx, systemClock, { workspaceId: '-', kind: WRITE_JOB, payload: {} });
    });
    await sleep(250);
  }
}

async function due(): Promise<number> {
  const { read } = office.database;
  return (
    await read.selectFrom('calendar_writes').select('booking_id').where('due_at', 'is not', null).execute()
  ).length;
}

async function jobsDone(): Promise<void> {
  const open = () =>
    office.database.read
      .selectFrom('outbox')
      .select('id')
      .where('kind', '=', RECONCILE_JOB)
      .where('done_at', 'is', null)
      .execute();
  for (let tries = 0; (await open()).length > 0; tries++) {
    assert.ok(tries < 150, 'nobody reconciles');
    await sleep(200);
  }
}

/** Who meets when: from the calendars, and from the bookings. */
async function standing(): Promise<string[]> {
  const all: string[] = [];
  const given = { window: { from: 0, to: 2 ** 31 }, zone: 'UTC', ownAddresses: new Set<string>() };
  for (const [at, user] of USERS.entries()) {
    // One request for all of them: the server takes few at a time.
    const whole = await (await radicale.ask('GET', `${radicale.url}${user}/work/`)).text();
    for (const [event] of whole.matchAll(/BEGIN:VEVENT.*?END:VEVENT/gs)) {
      const { uid, occurrences } = expandObject(`BEGIN:VCALENDAR\r\n${event}\r\nEND:VCALENDAR\r\n`, given);
      all.push(`${hosts[at]} ${uid.split('@')[0]} ${occurrences.map(({ start }) => start).join()}`);
    }
  }
  return all.toSorted();
}

async function booked(): Promise<string[]> {
  const rows = await office.database.read
    .selectFrom('bookings as b')
    .innerJoin('booking_hosts as h', 'h.booking_id', 'b.booking_id')
    .select(['h.host_id', 'b.booking_id', 'b.start_minute'])
    .where('b.status', '=', 'scheduled')
    .where('b.deleted_at', 'is', null)
    .execute();
  assert.ok(calmOnes > 0 && rows.length >= calmOnes, `only ${rows.length} meetings`);
  return rows.map((row) => `${row.host_id} ${row.booking_id} ${row.start_minute}`).toSorted();
}
