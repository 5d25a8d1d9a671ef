import { SHARED_SUFFIXES } from './shared-suffixes.ts';

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);
const PLACEHOLDER = 'any-label';

/**
 * A website that may show a link, as `frame-ancestors` takes it: `https://shop.example`, `https://*.shop.example`
 * (every name under it), or, while a site is being made, `http://localhost:5173`. Null for anything else: a page,
 * a sign-in, every site there is.
 */
export function embedOrigin(written: string): string | null {
  const said = /^(https?):\/\/(\*\.)?([^\s/\\?#@*;,'"]+)\/?$/i.exec(written.trim());
  if (!said) return null;
  const [, scheme = '', wild = '', rest = ''] = said;
  const address = `${scheme}://${wild && `${PLACEHOLDER}.`}${rest}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, port } = new URL(address);
  const isLocal = LOCAL.has(hostname);
  if (wild ? !isBroadEnough(hostname) : !isLocal && !isName(hostname)) return null;
  if (protocol === 'http:' && !isLocal) return null;
  const host = wild ? hostname.replace(`${PLACEHOLDER}.`, '*.') : hostname;
  return `${protocol}//${host}${port && `:${port}`}`;
}

/** A star needs a name of its own below it: `*.com` and `*.co.uk` would be everybody. */
function isBroadEnough(hostname: string): boolean {
  const [, ...below] = hostname.split('.');
  return isName(hostname) && below.length > 1 && !SHARED_SUFFIXES.has(below.join('.'));
}

function isName(hostname: string): boolean {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(hostname) && /[a-z]/.test(hostname.split('.').at(-1)!);
}
