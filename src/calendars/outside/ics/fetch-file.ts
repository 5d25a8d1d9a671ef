import type { Outward, OutwardAnswer } from '#platform/outward/outward.ts';
import { askOutside, waitOf } from '../ask-outside.ts';
import { OutsideProblem, type OutsideProblemCode } from '../problem.ts';
import type { OpenAccount } from '../provider.ts';

/** What we remember of the file as it last was, to be told "nothing new". */
export interface Seen {
  etag?: string;
  lastModified?: string;
}

/** The answer with the file, or undefined when it is the one that was seen. */
export async function fetchFile(
  outward: Outward,
  account: OpenAccount,
  seen: Seen,
  signal: AbortSignal,
): Promise<OutwardAnswer | undefined> {
  const url = fileAddress(account.url);
  const headers = { accept: 'text/calendar, */*;q=0.5', ...whoAsks(account), ...unlessSeen(seen) };
  const answer = await askOutside(outward, { method: 'GET', url, headers, signal });
  if (answer.status === 304 && Object.keys(unlessSeen(seen)).length > 0) return undefined;
  if (answer.status !== 200) throw problemOf(answer);
  return answer;
}

/** webcal:// is how calendars are linked to on web pages. */
export function fileAddress(url: string): string {
  return url.trim().replace(/^webcals?:\/\//i, 'https://');
}

function whoAsks({ username, secret }: OpenAccount): Record<string, string> {
  if (!username) return {};
  return { authorization: `Basic ${Buffer.from(`${username}:${secret}`).toString('base64')}` };
}

/** The exact name of what was seen, or at least its time. */
function unlessSeen({ etag, lastModified }: Seen): Record<string, string> {
  if (etag) return { 'if-none-match': etag };
  return lastModified ? { 'if-modified-since': lastModified } : {};
}

/** Without the address: whoever knows it may read the calendar. */
function problemOf(answer: OutwardAnswer): OutsideProblem {
  const { status } = answer;
  const retryAfterMs = waitOf(answer);
  const other = status >= 500 || status < 400 ? 'server' : 'no-calendar';
  const waits = status === 503 && retryAfterMs !== undefined;
  return new OutsideProblem(waits ? 'wait' : (CODES[status] ?? other), `The server answers ${status}.`, {
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

const CODES: Readonly<Record<number, OutsideProblemCode>> = {
  401: 'sign-in',
  403: 'forbidden',
  404: 'gone',
  408: 'timeout',
  410: 'gone',
  429: 'wait',
};
