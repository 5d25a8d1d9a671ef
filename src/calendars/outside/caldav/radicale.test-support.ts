import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A real CalDAV server on its own port, with its own storage; "anna" and "bo" sign in with PASSWORD. */
export interface Radicale {
  /** Of the server, with a slash at its end. */
  url: string;
  port: number;
  /** For PRIVATE_HOSTS. */
  host: string;
  /** Makes a calendar and gives its URL; with `text` (one whole VCALENDAR) it has those events at once. */
  makeCalendar(user: string, place: string, text?: string): Promise<string>;
  /** Any request, signed in as the first part of the path says. */
  ask(method: string, url: string, body?: string, headers?: Record<string, string>): Promise<Response>;
  /** Puts one object as another program would; its URL. */
  put(calendar: string, name: string, text: string): Promise<string>;
  /** The text of every object that stands in a calendar, by file name. */
  list(calendar: string): Promise<Map<string, string>>;
  /** Ends it at once, as a power cut would; `start` brings it back on the same port with what it had stored. */
  kill(): Promise<void>;
  /** It takes connections and answers nothing, until `resume`. */
  pause(): void;
  resume(): void;
  start(): Promise<void>;
  close(): Promise<void>;
}

export const PASSWORD = 'warm-bricks';

/** Where Radicale is, or why the tests that need it are skipped. */
export function radicaleProgram(): { path: string } | { skip: string } {
  try {
    execFileSync('radicale', ['--version'], { encoding: 'utf8' });
    return { path: 'radicale' };
  } catch {
    return { skip: 'Radicale is not installed (Debian: radicale)' };
  }
}

export async function openRadicale(path: string): Promise<Radicale> {
  const home = await mkdtemp(join(tmpdir(), 'rondo-radicale-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  await writeFile(join(home, 'users'), `anna:${PASSWORD}\nbo:${PASSWORD}\n`);
  await writeFile(join(home, 'config'), settings(home, port));
  const place = { path, config: join(home, 'config'), url };
  let server = await started(place);
  return {
    url,
    port,
    host: `127.0.0.1:${port}`,
    ...hands(url),
    kill: () => ended(server, 'SIGKILL'),
    pause: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
    start: async () => void (server = await started(place)),
    close: async () => {
      await ended(server, 'SIGKILL');
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** What another calendar program would do there. */
function hands(url: string): Pick<Radicale, 'ask' | 'makeCalendar' | 'put' | 'list'> {
  return {
    ask,
    makeCalendar: async (user, place, text) => {
      const calendar = `${url}${user}/${place}/`;
      await (text === undefined ? sure('MKCALENDAR', calendar) : sure('PUT', calendar, text));
      return calendar;
    },
    put: async (calendar, name, text) => {
      await sure('PUT', calendar + name, text);
      return calendar + name;
    },
    list: async (calendar) => {
      const listing = await (await sure('PROPFIND', calendar, undefined, { depth: '1' })).text();
      const hrefs = [...listing.matchAll(/<href>([^<]*\.ics)<\/href>/g)].map(([, href]) => href ?? '');
      const texts = hrefs.map(async (href) => {
        const answer = await ask('GET', new URL(href, calendar).href);
        // Taken out since it was listed.
        if (answer.status === 404) return [];
        if (!answer.ok) throw new Error(`GET ${href}: ${answer.status} ${await answer.text()}`);
        return [[href.slice(href.lastIndexOf('/') + 1), await answer.text()] as const];
      });
      return new Map((await Promise.all(texts)).flat());
    },
  };
}

async function ask(method: string, url: string, body?: string, headers = {}): Promise<Response> {
  const user = new URL(url).pathname.split('/')[1];
  const authorization = `Basic ${Buffer.from(`${user}:${PASSWORD}`).toString('base64')}`;
  const type = method === 'PUT' ? 'text/calendar' : 'text/xml';
  return fetch(url, {
    method,
    headers: { authorization, 'content-type': type, ...headers },
    ...(body !== undefined && { body }),
  });
}

async function sure(...request: Parameters<typeof ask>): Promise<Response> {
  const answer = await ask(...request);
  if (!answer.ok) throw new Error(`${request[0]} ${request[1]}: ${answer.status} ${await answer.text()}`);
  return answer;
}

function settings(home: string, port: number): string {
  return `
[server]
hosts = 127.0.0.1:${port}
[auth]
type = htpasswd
htpasswd_filename = ${home}/users
htpasswd_encryption = plain
delay = 0
[rights]
type = owner_only
[storage]
filesystem_folder = ${home}/store
[logging]
level = warning
`;
}

async function started({ path, config, url }: { path: string; config: string; url: string }) {
  const server = spawn(path, ['--config', config], { stdio: 'ignore' });
  for (let tries = 0; ; tries++) {
    const answers = await fetch(url, { method: 'OPTIONS' }).catch(() => undefined);
    if (answers) return server;
    if (tries > 300 || server.exitCode !== null) throw new Error('Radicale does not start');
    await sleep(100);
  }
}

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await exit;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
