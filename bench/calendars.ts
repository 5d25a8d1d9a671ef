/**
 * A month of slots of a link with 50 hosts over HTTP, by the server's own CPU, each host with 2,000 events in an outside
 * calendar spread over the years that are read: round robin and group. `--check` exits with 1 when a figure is beyond its
 * target.
 */
import { openGround, type Ground } from '../soak/ground.ts';
import { openOffice, type Office } from '../soak/office.ts';
import type { Tx } from '../src/platform/db/database.ts';
import '../src/calendars/outside/tables.ts';
import { measureOnBoth, NAMES } from './on-both.ts';
import { most, printTable, type Row } from './table.ts';

const HOSTS = 50;
const EVENTS = 2_000;
const REQUESTS = 150;
const CPU_MS = 15;
const DAY = 1440;
/** What a reading keeps: a month back, two years ahead. */
const KEPT = { from: -31, to: 760 };
const AT_ONCE = 500;

type Kind = Ground['kind'];

const rows = await measureOnBoth(measure);
const within = printTable(
  `Calendars: slots of ${HOSTS} hosts with ${EVENTS} outside events each, a month`,
  rows,
);
if (process.argv.includes('--check') && !within) process.exitCode = 1;

async function measure(kind: Kind): Promise<Row[]> {
  // No reading in the background: nobody answers for these calendars.
  const ground = await openGround({ PUBLIC_RATE_LIMIT: '0' }, kind, 1);
  const office = await openOffice(ground);
  const hostIds = await office.hire(HOSTS);
  const team = { hours: null, incrementMinutes: 15, hostIds };
  const links = {
    'round robin': await office.share({ ...team, kind: 'round-robin' }),
    group: await office.share({ ...team, kind: 'group', hostIds: hostIds.slice(0, 10) }),
  };
  const before = await slotsOf(office, links['round robin']);
  await fill(ground, hostIds);
  const found: Row[] = [];
  for (const [name, link] of Object.entries(links)) {
    const cpuMs = await slotsOf(office, link);
    found.push(most(`${NAMES[kind]}: ${name}`, cpuMs, CPU_MS, 'ms CPU'));
  }
  await office.close();
  const without = `${before.toFixed(1)} ms CPU`;
  return [
    ...found,
    { what: `${NAMES[kind]}: round robin without any`, measured: without, target: '', ok: true },
  ];
}

async function fill({ database }: Ground, hostIds: string[]): Promise<void> {
  await database.transact(async (tx) => {
    const [first] = await tx.selectFrom('members').select('workspace_id').limit(1).execute();
    for (const [host, memberId] of hostIds.entries()) await fillOne(tx, first!.workspace_id, memberId, host);
  });
}

/** Half-hour events at all hours of a working day, spread evenly; read just now, and not due for a day. */
async function fillOne(tx: Tx, workspace_id: string, member_id: string, host: number): Promise<void> {
  const now = new Date().toISOString();
  const later = new Date(Date.now() + 86_400_000).toISOString();
  const ids = { workspace_id, member_id, account_id: `account-${host}` };
  const account = { kind: 'ics' as const, name: 'Home', url: '', username: '', secret: '', created_at: now };
  await tx
    .insertInto('calendar_accounts')
    .values({ ...ids, ...account })
    .execute();
  const calendar = { calendar_id: `calendar-${host}`, remote_id: `calendar-${host}`, name: 'Home' };
  const switches = { read_only: 1, check_conflicts: 1, write_here: 0, sync_on: 1 } as const;
  const read = { last_success_at: now, next_try_at: later, created_at: now };
  await tx
    .insertInto('outside_calendars')
    .values({ ...ids, ...calendar, ...switches, ...read })
    .execute();
  const events = Array.from({ length: EVENTS }, (_, number) => eventOf(host, number));
  const of = { workspace_id, member_id, calendar_id: calendar.calendar_id };
  for (let at = 0; at < EVENTS; at += AT_ONCE) {
    const some = events.slice(at, at + AT_ONCE).map((event) => ({ ...of, ...event }));
    await tx.insertInto('outside_events').values(some).execute();
  }
}

function eventOf(host: number, number: number) {
  const today = Math.floor(Date.now() / 86_400_000) * DAY;
  const day = KEPT.from + Math.floor((number * (KEPT.to - KEPT.from)) / EVENTS);
  const start = today + day * DAY + 480 + ((host * 7 + number * 13) % 20) * 30;
  const flags = { all_day: 0, busy: 1, blocks: 1 } as const;
  const name = `event-${number}`;
  return {
    href: name,
    position: 0,
    start_minute: start,
    end_minute: start + 30,
    ...flags,
    title: 'Busy',
    uid: name,
  };
}

async function slotsOf(office: Office, link: string): Promise<number> {
  const [server] = office.servers;
  const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const path = `${link}/slots?from=${day(2)}&to=${day(32)}&timeZone=Europe/Paris`;
  for (let warm = 0; warm < 30; warm++) await office.call('GET', path);
  const before = await server!.usage();
  for (let one = 0; one < REQUESTS; one++) await office.call('GET', path);
  const after = await server!.usage();
  return (after.cpuMs - before.cpuMs) / REQUESTS;
}
