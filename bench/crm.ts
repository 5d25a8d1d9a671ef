/**
 * A CRM of 100,000 companies, 300,000 contacts and a million things that happened: lists, record pages and the search,
 * by their SQL statements and the process's own CPU; then a file of 50,000 more is imported. `--sqlite` and `--postgres`
 * measure one database only; `--check` exits with 1 when a figure is beyond its target.
 */
import { sql } from 'kysely';
import { staffedHouse, type StaffedHouse } from '../demo/staff.ts';
import { isPostgres } from '../src/platform/db/database.ts';
import { bringUpPostgres } from '../scripts/postgres.ts';
import { IMPORTED, importSeconds } from './crm-import.ts';
import { idOf, seedCrm } from './crm-seed.ts';
import { most, printTable, quantile, type Row } from './table.ts';

const TIMES = 11;
const NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

const LISTS = [
  '/api/companies?limit=100',
  '/api/companies?limit=100&stage=customer&sort=name',
  '/api/contacts?limit=100',
  '/api/contacts?limit=100&sort=-name',
];
const SEARCHES = ['a', 'anna', 'anna kowalska', 'mail7.example 1007', 'piekarnia 4', 'nobody at all'];

const rows: Row[] = [];
if (!process.argv.includes('--postgres')) rows.push(...(await measure('sqlite')));
const postgres = process.argv.includes('--sqlite')
  ? { missing: 'not asked for' }
  : await bringUpPostgres(process.env);
if ('url' in postgres) {
  Object.assign(process.env, { RONDO_TEST_DATABASE: 'postgres', RONDO_TEST_DATABASE_URL: postgres.url });
  rows.push(...(await measure('postgres')));
  await postgres.stop();
} else {
  console.log(`PostgreSQL is left out: ${postgres.missing}`);
}
const within = printTable('A large CRM: one process, asked in turn', rows);
if (process.argv.includes('--check') && !within) process.exitCode = 1;

async function measure(kind: keyof typeof NAMES): Promise<Row[]> {
  const house = await staffedHouse();
  const began = performance.now();
  await house.platform.db.transact((tx) => seedCrm(tx, house.anna.workspaceId));
  // PostgreSQL does this by itself within a minute.
  if (isPostgres(house.platform.db.read)) await sql`analyze`.execute(house.platform.db.read);
  console.log(`${NAMES[kind]}: filled in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const company = `/api/companies/${idOf('1', 4_711)}`;
  const page = [company, `${company}/summary`, `${company}/timeline?limit=50`];
  const found: Row[] = [];
  for (const list of LISTS) found.push(...(await rowsOf(house, kind, [list], { statements: 3, cpu: 30 })));
  found.push(...(await rowsOf(house, kind, page, { statements: 8, cpu: 40 })));
  for (const words of SEARCHES) {
    found.push(...(await rowsOf(house, kind, [`/api/search?q=${encodeURIComponent(words)}`], { wall: 50 })));
  }
  const took = await importSeconds(house);
  found.push(
    most(`${NAMES[kind]}: import of ${IMPORTED} contacts with 5000 new companies`, took, 60, 's', 0),
  );
  await house.close();
  return found;
}

interface Targets {
  statements?: number;
  cpu?: number;
  wall?: number;
}

/** Several requests make one page: what they take together, the median of several times. */
async function rowsOf(
  house: StaffedHouse,
  kind: keyof typeof NAMES,
  paths: readonly string[],
  { statements, cpu, wall }: Targets,
): Promise<Row[]> {
  const [cpus, walls]: [number[], number[]] = [[], []];
  let asked = 0;
  for (let time = 0; time < TIMES; time++) {
    asked = 0;
    const [before, began] = [process.cpuUsage(), performance.now()];
    for (const path of paths) {
      const answer = await house.ask(house.anna, 'GET', path);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      asked += answer.statements;
    }
    const { user, system } = process.cpuUsage(before);
    cpus.push((user + system) / 1000);
    walls.push(performance.now() - began);
  }
  const what = `${NAMES[kind]}: ${decodeURIComponent(paths[0]!)}${paths.length > 1 ? ' and what stands with it' : ''}`;
  return [
    ...(statements ? [most(`${what}: statements`, asked, statements, 'statements', 0)] : []),
    ...(cpu ? [most(`${what}: CPU`, quantile(cpus, 0.5), cpu, 'ms')] : []),
    ...(wall ? [most(`${what}: answered in`, quantile(walls, 0.5), wall, 'ms')] : []),
  ];
}
