/**
 * A month of slots of a round robin of 200 hosts over HTTP, by the server's own CPU; the same through a rotation, and
 * with the owner rule on. `--check` exits with 1 when a figure is beyond its target.
 */
import { openGround, type Ground } from '../soak/ground.ts';
import { openOffice, type Office } from '../soak/office.ts';
import { measureOnBoth, NAMES } from './on-both.ts';
import { most, printTable, type Row } from './table.ts';

const HOSTS = 200;
const REQUESTS = 150;
/** Of each host in the month that is asked for. */
const EVENTS = [40, 200];
/** For a month with so many events a host; one that is five times as full is told, and has no target. */
const CPU_MS = 15;

type Kind = Ground['kind'];

const rows = await measureOnBoth(measure);
const within = printTable(`Teams: slots of ${HOSTS} hosts, a month, over HTTP`, rows);
if (process.argv.includes('--check') && !within) process.exitCode = 1;

async function measure(kind: Kind): Promise<Row[]> {
  const ground = await openGround({ PUBLIC_RATE_LIMIT: '0' }, kind, 1);
  const office = await openOffice(ground);
  const hostIds = await office.hire(HOSTS);
  const rotation = await office.call('POST', '/api/rotations', {
    name: 'Everybody',
    members: hostIds.map((id) => ({ kind: 'member', id })),
  });
  const team = { kind: 'round-robin', hours: null, incrementMinutes: 15 };
  const links = {
    'round robin': await office.share({ ...team, hostIds }),
    'owner first': await office.share({ ...team, hostIds, ownerFirst: 'strict' }),
    'with a rotation': await office.share({ ...team, hostIds: undefined!, rotationId: rotation.body.id }),
  };
  const found: Row[] = [];
  for (const events of EVENTS) {
    await fill(ground, hostIds, events);
    for (const [name, link] of Object.entries(links)) {
      const cpuMs = await slotsOf(office, link);
      const what = `${NAMES[kind]}: ${name}, ${events} events a host`;
      found.push(events === EVENTS[0] ? most(what, cpuMs, CPU_MS, 'ms CPU') : said(what, cpuMs));
    }
  }
  await office.close();
  return found;
}

/** A figure without a target. */
function said(what: string, cpuMs: number): Row {
  return { what, measured: `${cpuMs.toFixed(1)} ms CPU`, target: '', ok: true };
}

/** Half-hour events spread over the working hours of the next 35 days, in place of those before. */
async function fill({ database }: Ground, hostIds: string[], events: number): Promise<void> {
  const today = Math.floor(Date.now() / 86_400_000) * 1440;
  await database.transact(async (tx) => {
    const [first] = await tx.selectFrom('members').select('workspace_id').limit(1).execute();
    await tx.deleteFrom('calendar_events').execute();
    for (const [host, member_id] of hostIds.entries()) {
      const values = Array.from({ length: events }, (_, number) => {
        const day = number % 35;
        const start = today + day * 1440 + 480 + ((host * 7 + number * 13) % 20) * 30;
        return {
          workspace_id: first!.workspace_id,
          event_id: `bench-${events}-${host}-${number}`,
          member_id,
          title: 'Busy',
          start_minute: start,
          end_minute: start + 30,
          all_day: 0 as const,
          busy: 1 as const,
          version: 1,
          created_at: new Date().toISOString(),
        };
      });
      await tx.insertInto('calendar_events').values(values).execute();
    }
  });
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
