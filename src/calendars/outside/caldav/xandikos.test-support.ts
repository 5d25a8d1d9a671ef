import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Another real CalDAV server, with other habits; it asks nobody for a password. */
export interface Xandikos {
  url: string;
  host: string;
  /** The one calendar that it comes with. */
  calendar: string;
  close(): Promise<void>;
}

/** Where Xandikos is, or why the tests that need it are skipped. */
export function xandikosProgram(): { path: string } | { skip: string } {
  try {
    execFileSync('xandikos', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return { path: 'xandikos' };
  } catch {
    return { skip: 'Xandikos is not installed (Debian: xandikos)' };
  }
}

export async function openXandikos(path: string): Promise<Xandikos> {
  const home = await mkdtemp(join(tmpdir(), 'rondo-xandikos-'));
  const port = await freePort();
  const place = ['-l', '127.0.0.1', '-p', String(port), '--current-user-principal', '/anna/'];
  const server = spawn(path, ['-d', home, '--defaults', ...place], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/`;
  await answering(url, () => server.exitCode !== null);
  return {
    url,
    host: `127.0.0.1:${port}`,
    calendar: `${url}anna/calendars/calendar/`,
    close: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function answering(url: string, isOver: () => boolean): Promise<void> {
  for (let tries = 0; ; tries++) {
    if (await fetch(url).catch(() => undefined)) return;
    if (tries > 300 || isOver()) throw new Error('Xandikos does not start');
    await sleep(100);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
