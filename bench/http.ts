/**
 * A month of slots over HTTP, by the server's own CPU and by its count of SQL statements; bookings ten at once;
 * start and memory. `--check` exits with 1 when a figure is beyond its target.
 */
import { openGround, type Ground } from '../soak/ground.ts';
import { openOffice, type Office } from '../soak/office.ts';
import { startServer, type RequestLine } from '../soak/server.ts';
import { measureOnBoth, NAMES } from './on-both.ts';
import { least, most, printTable, quantile, type Row } from './table.ts';

const REQUESTS = 300;
const BOOKINGS = 2_000;
const MEGABYTE = 1_000_000;

type Kind = Ground['kind'];
const SLOTS_CPU_MS = { sqlite: 5, postgres: 8 };
const STATEMENTS = 5;

const rows = await measureOnBoth(measure);
const within = printTable('HTTP: one server, asked by another process', rows);
if (process.argv.includes('--check') && !within) process.exitCode = 1;

async function measure(kind: Kind): Promise<Row[]> {
  const lines: RequestLine[] = [];
  const ground = await openGround({}, kind, 1, (line) => lines.push(line));
  const office = await openOffice(ground);
  const [server] = ground.servers;
  const started = kind === 'sqlite' ? await startTimes(ground) : [];
  const hostIds = await office.hire(10);
  const turns = await office.share({ kind: 'round-robin', hostIds });
  const inTurn = await bookMany(office, turns, 10);
  const own = await office.share({ hostIds: [office.ownerId], durationsMinutes: [15] });
  const booked = await bookMany(office, own, 1);
  // The busy time lies around the clock, as in the engine's workload; the hours asked about are an office's.
  const slots = await slotsOf(
    office,
    await office.share({ kind: 'round-robin', hostIds, hours: null }),
    lines,
  );
  const name = NAMES[kind];
  const { bytes } = await server!.usage();
  await office.close();
  return [
    most(`${name}: month of slots, 10 hosts × 200 bookings, CPU`, slots.cpuMs, SLOTS_CPU_MS[kind], 'ms', 2),
    most(`${name}: the same, SQL statements`, slots.statements, STATEMENTS, 'statements', 0),
    ...(kind === 'sqlite'
      ? [
          least(`${name}: bookings of one host, 10 at once, durable`, booked.perSecond, 300, '/s'),
          most(`${name}: the same, p99`, booked.p99, 100, 'ms'),
          most(`${name}: the same, failed`, booked.failed, 0, 'bookings', 0),
          said(`${name}: bookings of ten hosts in turn, 10 at once`, inTurn),
          ...started,
          most('memory after load', bytes / MEGABYTE, 200, 'MB', 0),
        ]
      : [
          said(`${name}: bookings of one host, 10 at once`, booked),
          said(`${name}: bookings of ten hosts in turn, 10 at once`, inTurn),
        ]),
  ];
}

/** From the spawn to the line that says it listens: the first start ever, and one with what that one compiled. */
async function startTimes(ground: Ground): Promise<Row[]> {
  const times: number[] = [];
  for (let time = 0; time < 3; time++) {
    // A folder of its own: one server serves a data directory.
    const server = await startServer({
      env: { ...ground.env, DATA_DIR: `${ground.env.DATA_DIR}/start-${time}` },
    });
    times.push(server.startedInMs);
    await server.stop();
  }
  return [most('start to listening, installed', Math.min(...times), 1_500, 'ms', 0)];
}

/** A figure without a target. */
function said(what: string, { perSecond, p99, failed }: Booked): Row {
  const measured = `${perSecond.toFixed(0)} /s, p99 ${p99.toFixed(0)} ms, ${failed} failed`;
  return { what, measured, target: 'none failed', ok: failed === 0 };
}

interface Booked {
  perSecond: number;
  p99: number;
  failed: number;
}

/** Each start as often as there are hosts, so that all ask for free times; the first tenth only warms up. */
async function bookMany(office: Office, link: string, hosts: number): Promise<Booked> {
  const starts = await office.starts(link, 30);
  // Spread over the month, and never two neighbours in a row.
  const every = Math.floor((starts.length * hosts) / BOOKINGS);
  const wishes = Array.from({ length: BOOKINGS }, (_, number) => starts[Math.floor(number / hosts) * every]!);
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const visitor = async (): Promise<void> => {
    while (next < BOOKINGS) {
      const number = next++;
      const began = performance.now();
      const { status } = await office.book(link, wishes[number]!, `visitor-${number}`);
      if (status !== 201) failed++;
      if (number >= BOOKINGS / 10) times.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: 10 }, visitor));
  const seconds = (performance.now() - began) / 1000;
  return { perSecond: BOOKINGS / seconds, p99: quantile(times, 0.99), failed };
}

async function slotsOf(
  office: Office,
  link: string,
  lines: RequestLine[],
): Promise<{ cpuMs: number; statements: number }> {
  const [server] = office.servers;
  const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const path = `${link}/slots?from=${day(2)}&to=${day(32)}&timeZone=Europe/Paris`;
  for (let warm = 0; warm < 50; warm++) await office.call('GET', path);
  const before = await server!.usage();
  for (let one = 0; one < REQUESTS; one++) await office.call('GET', path);
  const after = await server!.usage();
  // The request's own line in the server's log says how many statements it caused.
  const asked = lines.filter((line) => line.route.endsWith('/slots')).slice(-REQUESTS);
  const statements = Math.max(...asked.map((line) => line.statements));
  return { cpuMs: (after.cpuMs - before.cpuMs) / REQUESTS, statements };
}
