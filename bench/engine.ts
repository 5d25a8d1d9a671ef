/**
 * A month of starts, computed from scratch: milliseconds of CPU, medians. Outside the timing: zone tables and
 * busy time as integers. Inside: everything else, hours to bits included. `--check` exits with 1 when the
 * slower of the two modes needs more than 1.5 times its target.
 */
import { groupByDay, slots } from '#engine/slots.ts';
import type { Offer } from '#engine/snapshot.ts';
import type { Workload } from './workload.ts';
import { makeWorkload } from './workload.ts';

const TARGETS = new Map([
  [1, 0.075],
  [10, 0.15],
  [50, 0.41],
  [200, 1.5],
  [1000, 10],
]);
const TOLERANCE = 1.5;
const SAMPLES = 41;
const SAMPLE_MILLISECONDS = 10;

const rows = [...TARGETS].map(([count, target]) => measure(count, target));
print(rows);
if (process.argv.includes('--check') && rows.some((row) => row.beyond)) process.exitCode = 1;

interface Row {
  hosts: number;
  roundRobin: number;
  group: number;
  target: number;
  beyond: boolean;
  starts: string;
}

function measure(hosts: number, target: number): Row {
  const work = makeWorkload(hosts);
  const any = work.offer('round-robin');
  const all = work.offer('group');
  const roundRobin = medianOf(any, work);
  const group = medianOf(all, work);
  const starts = `${slots(any, work.window).length} / ${slots(all, work.window).length}`;
  return {
    hosts,
    roundRobin,
    group,
    target,
    beyond: Math.max(roundRobin, group) > TOLERANCE * target,
    starts,
  };
}

function medianOf(offer: Offer, { window }: Workload): number {
  const query = () => groupByDay(slots(offer, window), offer.zone);
  const repeats = Math.max(1, Math.ceil(SAMPLE_MILLISECONDS / cpuOf(query, 20)));
  const samples = Array.from({ length: SAMPLES }, () => cpuOf(query, repeats));
  return samples.sort((one, two) => one - two)[Math.floor(SAMPLES / 2)]!;
}

// One query is shorter than the clock of the CPU can tell, so several are timed together.
function cpuOf(query: () => unknown, repeats: number): number {
  const before = process.cpuUsage();
  for (let i = 0; i < repeats; i++) query();
  const { user, system } = process.cpuUsage(before);
  return Math.max(0.001, (user + system) / 1000 / repeats);
}

function print(rows: Row[]): void {
  console.log('Engine: a month of starts from scratch, milliseconds of CPU (median)\n');
  console.log('| hosts | round robin | group | target | within 1.5× | starts |');
  console.log('|---|---|---|---|---|---|');
  for (const row of rows) {
    const times = `${row.roundRobin.toFixed(3)} | ${row.group.toFixed(3)} | ${row.target}`;
    console.log(`| ${row.hosts} | ${times} | ${row.beyond ? 'no' : 'yes'} | ${row.starts} |`);
  }
}
