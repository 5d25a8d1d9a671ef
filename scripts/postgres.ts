import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { postgresPrograms } from './postgres-programs.ts';

/** A PostgreSQL server that tests and benchmarks may make databases on. */
export type Postgres = {
  /** Address of the `postgres` database, as a role that may create databases. */
  url: string;
  from: string;
  /** Only for a server started here: what it wrote, deadlocks among it. */
  logFile?: string;
  stop: () => Promise<void>;
};

/** The server named by RONDO_TEST_DATABASE_URL or DATABASE_URL, else a temporary one; or why there is none. */
export async function bringUpPostgres(env: NodeJS.ProcessEnv): Promise<Postgres | { missing: string }> {
  const given = env['RONDO_TEST_DATABASE_URL'] ?? env['DATABASE_URL'];
  if (given) return connectToGiven(given);
  const programs = postgresPrograms(env);
  if (!programs)
    return { missing: 'no PostgreSQL 15 or newer here: install it, or name one in DATABASE_URL' };
  return startCluster(programs);
}

async function connectToGiven(url: string): Promise<Postgres> {
  const refusal = await refusalOf(url);
  if (refusal) throw new Error(`PostgreSQL named by DATABASE_URL does not answer: ${refusal}`);
  return { url, from: 'DATABASE_URL', stop: async () => {} };
}

async function startCluster(programs: string): Promise<Postgres> {
  const home = mkdtempSync(join(tmpdir(), 'rondo-postgres-'));
  const owner = clusterOwner();
  if (owner) chownSync(home, owner.uid, owner.gid);
  const password = randomBytes(12).toString('hex');
  initialise(programs, home, password, owner);
  const port = await freePort();
  const logFile = join(home, 'server.log');
  const server = spawnServer(programs, { home, port, logFile, owner });
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const stop = () => stopCluster(server, home);
  const refusal = await untilReady(url, server);
  if (!refusal) return { url, from: programs, logFile, stop };
  const log = readFileSync(logFile, 'utf8');
  await stop();
  throw new Error(`The temporary PostgreSQL did not start: ${refusal}\n${log}`);
}

type Owner = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root: then it runs as the account its package made, or as nobody. */
function clusterOwner(): Owner {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = ['postgres', 'nobody'].map((name) => accounts.find((row) => row[0] === name)).find(Boolean);
  if (!account)
    throw new Error('PostgreSQL cannot run as root, and there is no account named postgres or nobody.');
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

function initialise(programs: string, home: string, password: string, owner: Owner) {
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) chownSync(passwordFile, owner.uid, owner.gid);
  const login = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const args = [`--pgdata=${join(home, 'data')}`, ...login, '--encoding=UTF8', '--no-locale', '--no-sync'];
  execFileSync(join(programs, 'initdb'), args, { ...owner, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
}

type Server = { home: string; port: number; logFile: string; owner: Owner };

/** fsync stays on, as in life: the kill tests would prove nothing without it. */
function spawnServer(programs: string, { home, port, logFile, owner }: Server): ChildProcess {
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', max_connections: 200 };
  const log = { log_lock_waits: 'on', lc_messages: 'C' };
  const flags = Object.entries({ ...settings, ...log }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const out = openSync(logFile, 'a');
  const stdio = ['ignore', out, out] as const;
  const server = spawn(join(programs, 'postgres'), ['-D', join(home, 'data'), ...flags], {
    ...owner,
    cwd: home,
    stdio: [...stdio],
  });
  closeSync(out);
  return server;
}

/** Waits until the server answers; else the reason it does not. */
async function untilReady(url: string, server: ChildProcess): Promise<string | undefined> {
  const deadline = Date.now() + 30_000;
  let refusal: string | undefined = 'it stopped at once';
  while (Date.now() < deadline && server.exitCode === null) {
    refusal = await refusalOf(url);
    if (!refusal) return undefined;
    await pause(50);
  }
  return refusal;
}

async function refusalOf(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.query('select 1');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message || String(error) : String(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** SIGQUIT: at once, without a last checkpoint; nothing of it is kept. */
async function stopCluster(server: ChildProcess, home: string) {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGQUIT');
    await ended;
  }
  if (existsSync(home)) rmSync(home, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
