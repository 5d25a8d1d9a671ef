import { type Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { type Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { faultOf } from './fault-of.ts';
import { isListed, OutwardRefusal, outwardAddresses, type Resolve } from './outward-address.ts';
import { OutwardFault, type OutwardAnswer, type OutwardRequest } from './outward.ts';
import { readText } from './read-text.ts';

export interface Agents {
  http: HttpAgent;
  https: HttpsAgent;
}

interface Door {
  privateHosts: readonly string[];
  resolve: Resolve | undefined;
  agents: Agents;
}

/** One request to one server, without redirects: checked, connected to what was checked, read to its end. */
export async function askOnce(
  door: Door,
  request: OutwardRequest,
  mostBytes: number,
  signal: AbortSignal,
): Promise<OutwardAnswer> {
  const url = checkedUrl(request.url);
  refuseOpenSecrets(door, request, url);
  try {
    const addresses = await untilAborted(addressesOf(door, url), signal);
    const message = await send(door.agents, request, url, addresses, signal);
    return await answerOf(message, url, mostBytes);
  } catch (error) {
    throw faultOf(error, signal);
  }
}

async function answerOf(message: IncomingMessage, url: URL, mostBytes: number): Promise<OutwardAnswer> {
  try {
    const status = statusOf(message);
    const text = await readText(message, mostBytes);
    return { status, headers: headersOf(message), text, url: url.href };
  } catch (error) {
    // Unread it would hold its connection for ever.
    message.destroy();
    throw error;
  }
}

/** Three digits need not be a status: 999 is none that anybody knows how to read. */
function statusOf({ statusCode = 0 }: IncomingMessage): number {
  if (statusCode >= 200 && statusCode <= 599) return statusCode;
  throw new OutwardFault('unreachable', `This server answers ${statusCode}, which is no answer.`);
}

/** `URL` has by now written 2130706433, 0x7f.1 and 0177.0.0.1 as what they are: 127.0.0.1. */
function checkedUrl(text: string): URL {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new OutwardFault('address', 'This is no address of a server: it starts with https:// or http://.');
  }
  if (url.username || url.password) {
    throw new OutwardFault('address', 'Leave user name and password out of the address.');
  }
  url.hash = '';
  return url;
}

/** A password over a line that anybody can read is no secret; on the operator's own network that is theirs to say. */
function refuseOpenSecrets({ privateHosts }: Door, { headers = {} }: OutwardRequest, url: URL): void {
  if (url.protocol === 'https:' || isListed(privateHosts, hostOf(url), portOf(url))) return;
  if (!Object.keys(headers).some((name) => name.toLowerCase() === 'authorization')) return;
  throw new OutwardFault(
    'address',
    'A password goes to this server only encrypted: write https:// before it.',
  );
}

async function addressesOf({ privateHosts, resolve }: Door, url: URL): Promise<string[]> {
  return outwardAddresses(hostOf(url), portOf(url), privateHosts, resolve).catch((error: unknown) => {
    throw error instanceof OutwardRefusal ? new OutwardFault('address', error.message) : error;
  });
}

function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

/** A lookup cannot be called back; whoever waits for it can be let go. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** A server may close a connection that stood idle at the very moment we use it again: then once more. */
async function send(
  agents: Agents,
  request: OutwardRequest,
  url: URL,
  addresses: string[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  for (;;) {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const ask = url.protocol === 'https:' ? requestHttps : requestHttp;
    const asked = ask(url, { ...optionsOf(agents, request, url, addresses), signal });
    asked.on('response', resolve).on('error', reject);
    asked.end(request.body);
    try {
      return await promise;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (!asked.reusedSocket || (code !== 'ECONNRESET' && code !== 'EPIPE')) throw error;
    }
  }
}

function optionsOf(agents: Agents, { method, headers, body }: OutwardRequest, url: URL, addresses: string[]) {
  const isSecure = url.protocol === 'https:';
  return {
    method,
    agent: mayRepeat(method) && (isSecure ? agents.https : agents.http),
    lookup: pinnedTo(addresses),
    maxHeaderSize: 32 * 1024,
    headers: {
      'user-agent': 'Rondo',
      'accept-encoding': 'gzip, deflate, br',
      ...lowerCase(headers ?? {}),
      ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
    },
  };
}

/** What is not safe to say twice gets a connection of its own. */
function mayRepeat(method: string): boolean {
  return method !== 'POST' && method !== 'PATCH';
}

/** The connection goes to the checked addresses; the name is only what the certificate must say. */
function pinnedTo(addresses: string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, { all: wantsAll }, done) => {
    if (wantsAll) done(null, all);
    else done(null, all[0]!.address, all[0]!.family);
  };
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const pairs = Object.entries(headersDistinct).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, value]),
  );
  return new Headers(pairs);
}
