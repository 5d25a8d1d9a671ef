import type { Outward, OutwardAnswer, OutwardLimits } from '#platform/outward/outward.ts';
import { askOutside, waitOf } from '../ask-outside.ts';
import { OutsideProblem, type OutsideProblemCode } from '../problem.ts';
import type { OpenAccount } from '../provider.ts';
import { isGood, readMultistatus, type Multistatus } from './multistatus.ts';
import { speaksFor, typedUrl } from './place.ts';
import { authorization, learnFrom } from './sign-in.ts';

/** What every act here works with. */
export interface Connection {
  outward: Outward;
  account: OpenAccount;
  signal: AbortSignal;
}

export interface DavRequest {
  method: string;
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  limits?: Partial<OutwardLimits>;
}

/** Asks, signed in; the answer may be any but 401. */
export async function ask(connection: Connection, request: DavRequest): Promise<OutwardAnswer> {
  const account = typedUrl(connection.account.url);
  if (!speaksFor(account, request.url)) throw strange(request.url);
  const answer = await send(connection, request);
  if (answer.status !== 401) return answer;
  const isMoved = answer.url !== request.url;
  if (!learnFrom(connection.account, answer) && !isMoved) throw signIn(answer);
  // Redirected to another origin the password stayed behind; it follows only to a host of the same people.
  if (!speaksFor(account, answer.url)) throw strange(answer.url);
  const again = await send(connection, { ...request, url: answer.url });
  if (again.status === 401) throw signIn(again);
  return again;
}

/** Asks what is answered by a multistatus. */
export async function askDav(
  connection: Connection,
  request: DavRequest,
): Promise<Multistatus & { url: string }> {
  const body = `<?xml version="1.0" encoding="utf-8"?>\n${request.body ?? ''}`;
  const headers = { 'content-type': 'application/xml; charset=utf-8', ...request.headers };
  const answer = await ask(connection, { ...request, body, headers });
  if (!isGood(answer.status)) throw problemOf(answer);
  // A page for signing in comes with 200 as well: only what reads as a multistatus is one.
  return { ...readMultistatus(answer.text), url: answer.url };
}

/** The status as it is meant: some servers answer 207 and say inside that they refuse. */
export function meantStatus(answer: OutwardAnswer): number {
  if (answer.status !== 207) return answer.status;
  const statuses = readMultistatus(answer.text).responses.map(({ status }) => status ?? 200);
  return statuses.find((status) => !isGood(status)) ?? 200;
}

export function problemOf(answer: OutwardAnswer, status = answer.status): OutsideProblem {
  const wait = waitOf(answer);
  const asked = status === 429 || (status === 503 && wait !== undefined);
  const code = asked ? 'wait' : (CODES[status] ?? (status >= 500 ? 'server' : 'refused'));
  return new OutsideProblem(code, `${status} from ${placeOf(answer.url)}`, { retryAfterMs: wait });
}

const CODES: Readonly<Record<number, OutsideProblemCode>> = {
  401: 'sign-in',
  403: 'forbidden',
  404: 'gone',
  405: 'no-calendar',
  408: 'timeout',
  410: 'gone',
  412: 'changed',
  423: 'server',
  501: 'no-calendar',
};

async function send({ outward, account, signal }: Connection, request: DavRequest): Promise<OutwardAnswer> {
  const headers = { ...request.headers, authorization: authorization(account, request) };
  return askOutside(outward, { ...request, headers, signal });
}

function signIn(answer: OutwardAnswer): OutsideProblem {
  return new OutsideProblem('sign-in', `401 from ${placeOf(answer.url)}`);
}

function strange(url: string): OutsideProblem {
  const { origin } = new URL(url);
  return new OutsideProblem('address', `the server sends us on to ${origin}, which is another one`);
}

/** Without what may stand behind the path. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}
