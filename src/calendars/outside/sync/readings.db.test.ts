import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectedHouse, type ConnectedHouse } from '#calendars/outside/connected.test-support.ts';
import { newId } from '#platform/ids.ts';
import { openPlatform } from '#platform/open.ts';
import type { Colleague } from '../../../../demo/staff.ts';
import type { SeenBooking } from '../facts.ts';
import { updateCalendar } from '../store-calendars.ts';
import { readNow } from './readings.ts';

let house: ConnectedHouse;
/** Who holds the booking whose event is read. */
let holder = '';
const OWN = newId();
before(async () => {
  const start = Date.parse('2026-12-10T09:00:00Z') / 60_000;
  house = await connectedHouse({
    ownTimes: async () => new Map([[OWN, [{ memberId: holder, start, end: start + 30 }]]]),
  });
});
beforeEach(() => house.service.calm());
after(() => {
  house.service.calm();
  return house.close();
});

const at = (day: number, hour: number) => `2026-12-0${day}T${String(hour).padStart(2, '0')}:00:00Z`;

/** Hour events of the first of December in a calendar of this name. */
function fill(hours: number[]): void {
  for (const hour of hours) {
    house.service.put('work', `${hour}.ics`, { start: at(1, hour), end: at(1, hour + 1) });
  }
}

async function connected(name: string): Promise<{ who: Colleague; id: string }> {
  const who = await house.hire(name);
  return { who, id: (await house.connect(who)).work! };
}

test('K1: what a calendar holds is read page by page, then only what changed', async () => {
  fill([9, 10, 11, 12, 13]);
  const { who, id } = await connected('Ada');
  await house.read();
  assert.equal((await house.closed(who)).length, 5);
  const row = await house.row(id);
  assert.deepEqual([row.problem, row.progress_done, row.reading_until, row.write_here], [null, 5, null, 1]);
  house.service.asked.told = 0;
  house.service.remove('work', '10.ics');
  house.service.put('work', '11.ics', { start: at(2, 11), end: at(2, 12) });
  house.clock.advance(6);
  await house.read();
  const left = ['2026-12-01T09:00', '2026-12-01T12:00', '2026-12-01T13:00', '2026-12-02T11:00'];
  assert.deepEqual(await house.closed(who), left);
  assert.equal(house.service.asked.told, 1);
});

test('A9: what dies between two pages keeps no cursor, and the next reading completes it', async () => {
  fill([9, 10, 11, 12, 13]);
  house.service.fails('unreachable', { afterPages: 1 });
  const { who, id } = await connected('Bela');
  await house.read();
  const half = await house.row(id);
  assert.deepEqual([half.cursor, half.last_success_at, half.problem], [null, null, 'unreachable']);
  assert.equal((await house.closed(who)).length, 2);
  house.service.remove('work', '9.ics');
  house.service.fails(null);
  house.clock.advance(2);
  await house.read();
  const whole = await house.row(id);
  assert.deepEqual([whole.problem, whole.tries], [null, 0]);
  assert.equal((await house.closed(who)).length, 4, 'what went meanwhile is gone here too');
});

test('A9: a service that forgot where we were is read anew, and what is gone goes', async () => {
  fill([9, 10, 11]);
  const { who } = await connected('Cyril');
  await house.read();
  const before = (await house.closed(who)).length;
  house.service.remove('work', '11.ics');
  house.service.forgetCursors();
  house.clock.advance(6);
  await house.read();
  assert.equal((await house.closed(who)).length, before - 1);
});

test('A9: two processes never read one calendar at once; a dead one is taken over', async () => {
  fill([9, 10, 11, 12, 13]);
  const { who, id } = await connected('Dora');
  const { config, clock, log } = house.platform;
  const other = await openPlatform({ ...config, logLevel: 'silent' }, { clock, log });
  const key = { workspaceId: who.workspaceId, calendarId: id };
  const gate = house.service.holdBack();
  const first = readNow(house.platform, house.outside, key);
  await gate.reached;
  const kept = await Promise.race([
    readNow(other, house.outside, key),
    gate.reached.then(() => sleep(2_000, 'taken')),
  ]);
  assert.equal(kept, undefined);
  house.clock.advance(1);
  // The first is as good as dead for a minute: the other takes over, and the first writes nothing more.
  const second = readNow(other, house.outside, key);
  while (
    (await house.row(id)).progress_done !== 2 ||
    (await house.row(id)).reading_until! < isoOf(clock.now())
  ) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  gate.release();
  assert.deepEqual((await Promise.all([first, second])).toSorted(), ['let-go', 'read']);
  assert.ok((await house.closed(who)).length >= 5);
  await other.db.close();
});

const isoOf = (now: number): string => new Date(now).toISOString();

test('K4: a calendar that is switched off or disconnected while it is read keeps nothing of that reading', async () => {
  fill([9, 10, 11, 12, 13]);
  for (const act of ['off', 'gone'] as const) {
    const { who, id } = await connected(act);
    const calendars = `/api/members/${who.id}/calendars`;
    const { body } = await house.ask(who, 'GET', calendars);
    const accountId = body.items[1].account.id;
    const gate = house.service.holdBack();
    const key = { workspaceId: who.workspaceId, calendarId: id };
    const reading = readNow(house.platform, house.outside, key);
    await gate.reached;
    const answer =
      act === 'off'
        ? await house.ask(who, 'PATCH', `${calendars}/${id}`, { sync: false })
        : await house.ask(who, 'DELETE', `/api/members/${who.id}/calendar-accounts/${accountId}`);
    assert.equal(answer.status, act === 'off' ? 200 : 204);
    gate.release();
    assert.equal(await reading, 'let-go');
    assert.deepEqual(await house.closed(who), []);
    await house.read();
    assert.deepEqual(await house.closed(who), []);
  }
});

test('A3: an event with the UID of our booking closes no time where the booking stands, and does elsewhere', async () => {
  const seen: SeenBooking[] = [];
  const gone: string[] = [];
  house.platform.announcer.on('outside-events-read', async (_tx, fact) => {
    seen.push(...fact.seen);
    gone.push(...fact.gone.map(({ bookingId }) => bookingId));
  });
  house.service.calendars = house.service.calendars.map((one) => ({
    ...one,
    remoteId: `own-${one.remoteId}`,
  }));
  const [uid, elsewhere] = [`${OWN}@127.0.0.1`, `${OWN}@other.example`];
  const stands = { start: '2026-12-10T09:00:00Z', end: '2026-12-10T09:30:00Z' };
  house.service.put('own-work', 'own.ics', { ...stands, uid });
  house.service.put('own-work', 'theirs.ics', { ...stands, uid: elsewhere });
  const { who, id } = await connected('Fay');
  holder = who.id;
  await house.read();
  assert.deepEqual(await house.closed(who), ['2026-12-10T09:00'], 'only that of another house');
  assert.deepEqual(
    seen.map(({ bookingId, href }) => [bookingId, href]),
    [[OWN, 'own.ics']],
  );
  house.service.put('own-work', 'own.ics', { start: at(1, 9), end: at(1, 10), uid });
  house.clock.advance(6);
  await house.read();
  assert.deepEqual(await house.closed(who), ['2026-12-01T09:00', '2026-12-10T09:00']);
  const path = `/api/members/${who.id}/calendars/${id}`;
  await house.ask(who, 'PATCH', path, { checkConflicts: false });
  assert.deepEqual(await house.closed(who), []);
  house.service.put('own-work', 'own.ics', { ...stands, uid });
  await house.read();
  await house.ask(who, 'PATCH', path, { checkConflicts: true });
  assert.deepEqual(await house.closed(who), ['2026-12-10T09:00'], 'also when it is switched on again');
  house.service.remove('own-work', 'own.ics');
  await house.read();
  assert.deepEqual(gone, [OWN]);
  house.service.calendars = house.service.calendars.map((one) => ({ ...one, remoteId: one.name }));
});

test('K2: what recurs without end is known further ahead as time goes on; floating times follow their member', async () => {
  house.service.put('home', 'gym.ics', {
    lines: ['DTSTART:20261201T180000', 'DURATION:PT1H', 'RRULE:FREQ=YEARLY'],
  });
  house.service.put('home', 'swim.ics', {
    lines: ['dtstart:20261201T070000Z', 'duration:PT1H', 'rrule:freq=yearly'],
  });
  const { who } = await connected('Gil');
  await house.read();
  const gym = async () =>
    (await house.closed(who)).filter((one) => one.includes('T17:') || one.includes('T18:'));
  assert.deepEqual(await gym(), ['2026-12-01T17:00', '2027-12-01T17:00', '2028-12-01T17:00']);
  await house.ask(who, 'PATCH', `/api/members/${who.id}`, { timeZone: 'Europe/London' });
  await house.read();
  assert.deepEqual(await gym(), ['2026-12-01T18:00', '2027-12-01T18:00', '2028-12-01T18:00']);
  house.clock.advance(370 * 1440);
  await house.read();
  assert.deepEqual((await gym()).at(-1), '2029-12-01T18:00');
  const swim = (await house.closed(who)).filter((one) => one.includes('T07:'));
  assert.deepEqual(swim.at(-1), '2029-12-01T07:00', 'names of properties are written in either case');
});

test('A9: a broken calendar is tried again later and later; one that asks to wait is let wait', async () => {
  const { who, id } = await connected('Hana');
  await house.read();
  const pauseAfter = async (): Promise<number> => {
    const { workspaceId } = who;
    const now = isoOf(house.clock.now());
    await house.platform.db.transact((tx) =>
      updateCalendar(tx, { workspaceId, calendarId: id }, { next_try_at: now }),
    );
    await house.read();
    return Math.round((Date.parse((await house.row(id)).next_try_at) - house.clock.now()) / 60_000);
  };
  house.service.fails('server');
  const pauses: number[] = [];
  for (let n = 0; n < 6; n++) pauses.push(await pauseAfter());
  assert.ok(
    pauses.every((one, n) => one <= [1, 2, 5, 10, 15, 15][n]! && one >= [1, 2, 4, 9, 13, 13][n]!),
    pauses.join(' '),
  );
  house.service.fails('wait', { retryAfterMs: 40 * 60_000 });
  assert.equal(await pauseAfter(), 40);
  house.service.fails(null);
  assert.ok([4, 5, 6].includes(await pauseAfter()));
});

test('K1: calendars of somebody who left are not read', async () => {
  const { who } = await connected('Ines');
  await house.read();
  await house.ask(house.anna, 'PATCH', `/api/members/${who.id}`, { active: false });
  const others = await house.connect(house.bo);
  await house.read();
  house.clock.advance(30);
  const row = await house.row(others.work!);
  await house.read();
  const left = await house.platform.db.read
    .selectFrom('outside_calendars')
    .select('last_success_at')
    .where('member_id', '=', who.id)
    .executeTakeFirstOrThrow();
  assert.ok((await house.row(others.work!)).last_success_at! > row.last_success_at!);
  assert.ok(left.last_success_at! <= row.last_success_at!);
});
