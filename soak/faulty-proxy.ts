import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to a calendar server on which answers get lost, come too late, or are errors. */
export interface FaultyProxy {
  url: string;
  host: string;
  /** Of so many requests in a hundred something goes wrong. */
  faults: number;
  /** So many more of them may be answers that never come, for which a client waits as long as it can. */
  hangs: number;
  /** How many have gone wrong. */
  count: number;
  close(): Promise<void>;
}

const KINDS = ['refused', 'changed', 'lost', 'failed', 'silent', 'unheard'] as const;
const HANGING = 2;

export async function openFaultyProxy(target: string): Promise<FaultyProxy> {
  const server = createServer((asked, answer) => void pass(asked, answer));
  const proxy = { url: '', host: '', faults: 0, hangs: 0, count: 0, close: async () => {} };
  let requests = 0;
  const pass = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body = Buffer.concat(await asked.toArray());
    const isFaulty = proxy.faults > 0 && requests++ % Math.round(100 / proxy.faults) === 0;
    const kind = isFaulty ? anyOf(proxy.hangs > 0 ? KINDS : KINDS.slice(0, -HANGING)) : 'none';
    if (kind === 'silent' || kind === 'unheard') proxy.hangs--;
    if (isFaulty) proxy.count++;
    if (kind === 'unheard') return;
    if (kind === 'refused') return void answer.writeHead(503).end();
    // Only what changes something can be refused because something changed.
    if (kind === 'changed' && ['PUT', 'DELETE'].includes(asked.method!))
      return void answer.writeHead(412).end();
    forward(target, asked, body, answer, kind);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  proxy.host = `127.0.0.1:${port}`;
  proxy.url = `http://${proxy.host}/`;
  proxy.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return proxy;
}

function anyOf<T>(all: readonly T[]): T {
  return all[Math.floor(Math.random() * all.length)]!;
}

function forward(
  target: string,
  asked: IncomingMessage,
  body: Buffer,
  answer: ServerResponse,
  kind: string,
): void {
  const { method, headers } = asked;
  const on = request(new URL(asked.url!, target), { method, headers }, (got) => {
    // It was done all the same, but nobody hears of it.
    if (kind === 'silent') got.resume();
    else if (kind === 'lost') got.resume().once('end', () => answer.destroy());
    else if (kind === 'failed') got.resume().once('end', () => answer.writeHead(502).end());
    else {
      answer.writeHead(got.statusCode!, got.headers);
      got.pipe(answer);
    }
  });
  on.once('error', () => answer.destroy());
  on.end(body);
}
