import { OutwardFault, type OutwardAnswer, type OutwardRequest } from './outward.ts';

/** Where an answer sends the request, and what may go with it; undefined when it is an answer itself. */
export function nextStep(request: OutwardRequest, answer: OutwardAnswer): OutwardRequest | undefined {
  const location = answer.headers.get('location');
  if (!REDIRECTS.has(answer.status) || location === null) return undefined;
  const from = new URL(answer.url);
  const to = URL.parse(location, from);
  if (!to) throw new OutwardFault('redirect', 'This server sends to an address that is none.');
  if (from.protocol === 'https:' && to.protocol !== 'https:') {
    throw new OutwardFault('redirect', 'This server sends from an encrypted address to one that is not.');
  }
  const { body, ...rest } = request;
  const asGet = becomesGet(request.method, answer.status);
  return {
    ...rest,
    url: to.href,
    ...(asGet ? { method: 'GET' } : body !== undefined && { body }),
    headers: headersFor(request.headers ?? {}, [
      ...(from.origin === to.origin ? [] : OF_THIS_ORIGIN),
      ...(asGet ? OF_THE_BODY : []),
    ]),
  };
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What was given for one server is not for another. */
const OF_THIS_ORIGIN = ['authorization', 'cookie', 'proxy-authorization'];
const OF_THE_BODY = ['content-type', 'content-length', 'content-encoding'];

/** As browsers do: PROPFIND, REPORT and PUT stay what they are. */
function becomesGet(method: string, status: number): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD';
  return (status === 301 || status === 302) && method === 'POST';
}

function headersFor(headers: Readonly<Record<string, string>>, without: string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !without.includes(name.toLowerCase())),
  );
}
