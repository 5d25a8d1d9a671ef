import { OutsideProblem } from '../problem.ts';

/** Services that keep their accounts on several hosts of their own. */
const SPREAD = ['icloud.com'];

/**
 * Where in a server an object stands, as we keep it: the path in one spelling, for servers give it absolute or not,
 * escaped or not, and never twice the same. Its host is left out: an object is always asked for where its calendar is.
 */
export function objectPath(collection: string, href: string): string {
  const { pathname, search } = wholeUrl(collection, href);
  return pathname + search;
}

export function objectUrl(collection: string, path: string): string {
  return new URL(collection).origin + path;
}

/**
 * The place that a server names while calendars are looked for. The password goes along to it, hence never to a host
 * that the account's address does not speak for.
 */
export function namedPlace(account: string, base: string, href: string): string {
  const url = wholeUrl(base, href);
  const here = new URL(base);
  // A server behind a proxy often thinks it is reached without encryption, or at another port.
  if (url.hostname === here.hostname) return here.origin + url.pathname + url.search;
  if (speaksFor(account, url.href)) return url.href;
  throw new OutsideProblem('address', `the server points to ${url.origin}, which is another one`);
}

/** Whether whoever runs the one host runs the other as well, as far as can be told by names. */
export function speaksFor(account: string, place: string): boolean {
  const named = new URL(account);
  const other = new URL(place);
  if (named.origin === other.origin) return true;
  if (other.protocol !== 'https:') return false;
  if (named.hostname === other.hostname) return true;
  const isBelow = (host: string, top: string) => host === top || host.endsWith(`.${top}`);
  const isSpread = SPREAD.some((top) => isBelow(named.hostname, top) && isBelow(other.hostname, top));
  return isSpread || (/\.[a-z]/.test(named.hostname) && isBelow(other.hostname, named.hostname));
}

/** The address as somebody typed it: `cloud.example.com` will do. */
export function typedUrl(address: string): string {
  const typed = address.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(whole)) throw new OutsideProblem('address', 'this is no address of a server');
  const url = new URL(whole);
  url.hash = '';
  url.username = '';
  url.password = '';
  url.pathname = onePath(url.pathname);
  return url.href;
}

function wholeUrl(base: string, href: string): URL {
  if (!URL.canParse(href, base))
    throw new OutsideProblem('server', 'the server names an address that is none');
  const url = new URL(href, base);
  url.pathname = onePath(url.pathname);
  return url;
}

function onePath(path: string): string {
  return path.split('/').map(oneSpelling).join('/');
}

function oneSpelling(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment));
  } catch {
    // Not UTF-8, or a lone %: the escapes that are some stay.
    return segment
      .replace(/%(?![0-9a-f]{2})/gi, '%25')
      .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
  }
}
