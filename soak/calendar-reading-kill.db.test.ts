import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLong, openGround } from './ground.ts';
import { openOffice, type Office } from './office.ts';
import { READ_JOB } from '../src/calendars/outside/sync/read-soon.ts';
import '../src/calendars/outside/tables.ts';

const KILLS = isLong ? 50 : 2;
const EVENTS = isLong ? 10_000 : 2_400;

let office: Office;
let elsewhere: Server;
let events = EVENTS;
before(async () => {
  elsewhere = createServer((_, response) => {
    response.setHeader('content-type', 'text/calendar').end(calendarOf(events));
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  office = await openOffice(await openGround({ PRIVATE_HOSTS: hostOf(elsewhere) }, undefined, 1));
});
after(async () => {
  await office.close();
  elsewhere.close();
});

function hostOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** One event an hour from the day after tomorrow on. */
function calendarOf(count: number): string {
  const first = Math.ceil(Date.now() / 86_400_000 + 1) * 86_400_000;
  const stamp = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const all = Array.from({ length: count }, (_, n) => {
    const start = first + n * 3_600_000;
    const when = [`DTSTART:${stamp(start)}`, `DTEND:${stamp(start + 1_800_000)}`];
    return ['BEGIN:VEVENT', `UID:${n}@elsewhere.example`, 'DTSTAMP:20261101T000000Z', ...when, 'END:VEVENT'];
  });
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Elsewhere//EN'];
  return [...head, ...all.flat(), 'END:VCALENDAR', ''].join('\r\n');
}

test(`A9: a reading that is killed (${KILLS}) never counts as whole, and the next one completes it`, async () => {
  const path = `/api/members/${office.ownerId}/calendars`;
  const url = `http://${hostOf(elsewhere)}/own.ics`;
  const { status, body } = await office.call('POST', path, { kind: 'ics', url });
  assert.equal(status, 201, JSON.stringify(body));
  for (let life = 0; life < KILLS; life++) {
    await reached((kept) => kept >= Math.round((EVENTS * (life + 0.3)) / KILLS));
    await office.servers[0]!.kill();
    office.servers.length = 0;
    const { kept, isRead } = await standing();
    assert.ok(!isRead || kept === EVENTS, `${kept} of ${EVENTS} count as all`);
    await timePasses();
    await office.start();
  }
  await reached((kept, isRead) => isRead && kept === EVENTS);
  events = EVENTS - 100;
  assert.equal((await office.call('POST', `${path}/${body.id}/sync`)).status, 202);
  await reached((kept) => kept === EVENTS - 100);
});

async function standing(): Promise<{ kept: number; isRead: boolean }> {
  const { read } = office.database;
  const { kept } = await read
    .selectFrom('outside_events')
    .select((eb) => eb.fn.countAll<number>().as('kept'))
    .executeTakeFirstOrThrow();
  const row = await read.selectFrom('outside_calendars').select('last_success_at').executeTakeFirstOrThrow();
  return { kept, isRead: row.last_success_at !== null };
}

const PATIENCE_MS = 120_000;

async function reached(isThere: (kept: number, isRead: boolean) => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const { kept, isRead } = await standing();
    if (isThere(kept, isRead)) return;
    assert.ok(Date.now() < end, `${kept} of ${events}, ${isRead ? 'read' : 'not read'}`);
    await sleep(5);
  }
}

/** What a dead process held waits for its lease, and what is due for the next tick; here that time is made to pass. */
async function timePasses(): Promise<void> {
  await office.database.transact(async (tx) => {
    await tx.updateTable('outbox').set({ locked_until: null }).where('done_at', 'is', null).execute();
    await tx.deleteFrom('outbox').where('kind', '=', READ_JOB).execute();
    await tx.updateTable('outside_calendars').set({ reading_until: null, progress_done: 0 }).execute();
  });
}
