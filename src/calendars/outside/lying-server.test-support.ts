import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

/** A request as the server saw it. */
export interface Asked {
  method: string;
  /** With its query. */
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface PlainAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** What a server answers, or does: honest or not. */
export type Answer = PlainAnswer | ((asked: Asked, response: ServerResponse) => PlainAnswer | Promise<void>);

export interface LyingServer {
  /** http://127.0.0.1:12345, without a slash at the end. */
  url: string;
  port: number;
  /** What PRIVATE_HOSTS must hold for it. */
  host: string;
  asked: Asked[];
  /** `on('GET /a.ics', first, second)`: one after the other, the last one for ever. '*' is every other request. */
  on(where: string, ...answers: [Answer, ...Answer[]]): void;
  /** How many connections were ever opened to it, and how many are open now. */
  connections: { ever: number; open: number };
  close(): Promise<void>;
}

/** A server on the loopback that answers what a test tells it to; whatever nobody told is 404. */
export async function startLyingServer(): Promise<LyingServer> {
  const told = new Map<string, Answer[]>();
  const asked: Asked[] = [];
  const connections = { ever: 0, open: 0 };
  const server = createServer((request, response) => void answer(request, response, told, asked));
  server.on('connection', (socket) => {
    connections.ever += 1;
    connections.open += 1;
    socket.on('close', () => (connections.open -= 1)).on('error', () => {});
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    host: `127.0.0.1:${port}`,
    asked,
    on: (where, ...answers) => void told.set(where, answers),
    connections,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  told: Map<string, Answer[]>,
  asked: Asked[],
): Promise<void> {
  // Who asks may go in the middle of a lie.
  response.on('error', () => {});
  const { method = '', url: path = '', headers } = request;
  const now: Asked = { method, path, headers, body: await text(request).catch(() => '') };
  asked.push(now);
  const next = takeNext(told.get(`${method} ${path}`) ?? told.get('*'));
  const plain = typeof next === 'function' ? await next(now, response) : next;
  if (plain) response.writeHead(plain.status ?? 200, plain.headers).end(plain.body);
}

function takeNext(answers: Answer[] = [{ status: 404 }]): Answer {
  return (answers.length > 1 ? answers.shift() : answers[0])!;
}

/** A page for people where a calendar was asked for. */
export const loginPage: PlainAnswer = {
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form>…</form></body></html>',
};

/** Unpacks to a thousand times as much. */
export function packedBomb(megabytes: number, contentType = 'text/calendar'): PlainAnswer {
  return {
    headers: { 'content-type': contentType, 'content-encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(megabytes * 1024 * 1024, 'A')),
  };
}

/** A few lines that a careless reader of XML makes into gigabytes. */
export const entityBomb: PlainAnswer = {
  status: 207,
  headers: { 'content-type': 'application/xml; charset=utf-8' },
  body: [
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "haha">',
    ...Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`),
    ']><d:multistatus xmlns:d="DAV:"><d:response><d:href>&a30;</d:href></d:response></d:multistatus>',
  ].join('\n'),
};

/** Says it has 10 GB, and begins to send them; without a length it never ends. */
export function endless(start: string, headers: Record<string, string> = {}): Answer {
  return async (_asked, response) => {
    response.writeHead(200, { 'content-type': 'text/calendar', ...headers });
    response.write(start);
    const piece = 'X-FILLER:'.padEnd(16_382, 'x') + '\r\n';
    while (!response.destroyed) if (!response.write(piece)) await movedOn(response);
  };
}

export const tenGigabytes = endless('BEGIN:VCALENDAR\r\n', { 'content-length': String(10 * 1024 ** 3) });

/** A byte now and then, for ever: no wait between two is long. */
export const slow: Answer = async (_asked, response) => {
  response.writeHead(200, { 'content-type': 'text/calendar' });
  while (!response.destroyed) {
    response.write('B');
    await wait(20);
  }
};

/** Takes the request and says nothing, until the other side goes. */
export const silent: Answer = async (_asked, response) => {
  await once(response, 'close');
};

/** Hangs up, before or in the middle of its answer. */
export const dropped: Answer = async (_asked, response) => {
  await Promise.resolve(response.socket?.destroy());
};

export function brokenOff(start: string, headers: Record<string, string> = {}): Answer {
  return async (_asked, response) => {
    response.writeHead(200, { 'content-type': 'text/calendar', 'content-length': '1000000', ...headers });
    await new Promise((done) => response.write(start, done));
    response.socket?.destroy();
  };
}

async function movedOn(response: ServerResponse): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  response.once('drain', resolve).once('close', resolve);
  await promise;
  response.off('drain', resolve).off('close', resolve);
}
