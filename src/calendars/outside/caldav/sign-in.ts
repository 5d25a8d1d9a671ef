import { createHash, randomBytes } from 'node:crypto';
import type { OutwardAnswer } from '#platform/outward/outward.ts';
import type { OpenAccount } from '../provider.ts';

/** RFC 7616: what a server wants to see proved instead of the password. */
export interface Challenge {
  realm: string;
  nonce: string;
  opaque: string | undefined;
  algorithm: 'MD5' | 'SHA-256';
  hasQop: boolean;
  /** How often it was answered. */
  count: number;
}

interface Signed {
  method: string;
  url: string;
}

/** For as long as an account is open, that is for one reading or writing. */
const challenges = new WeakMap<OpenAccount, Challenge>();

/** The password itself, or where a server asked for it the proof that we have it. */
export function authorization(account: OpenAccount, request: Signed): string {
  const challenge = challenges.get(account);
  if (challenge) return digest(account, request, challenge, randomBytes(16).toString('hex'));
  return `Basic ${Buffer.from(`${account.username}:${account.secret}`).toString('base64')}`;
}

/** Whether the refusal asks for a proof that can be given: some servers take no plain passwords (Baïkal). */
export function learnFrom(account: OpenAccount, { headers }: OutwardAnswer): boolean {
  const offered = headers.get('www-authenticate') ?? '';
  const start = offered.search(/\bDigest\s/i);
  if (start < 0 || /\bBasic\b/i.test(offered)) return false;
  const words = [...offered.slice(start).matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g)];
  const said = new Map(
    words.map(([, name = '', quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? '']),
  );
  const algorithm = said.get('algorithm')?.toUpperCase() ?? 'MD5';
  const [realm, nonce] = [said.get('realm'), said.get('nonce')];
  if (realm === undefined || nonce === undefined || !isAlgorithm(algorithm)) return false;
  const hasQop = said.has('qop');
  challenges.set(account, { realm, nonce, opaque: said.get('opaque'), algorithm, hasQop, count: 0 });
  return true;
}

export function digest(
  { username, secret }: Pick<OpenAccount, 'username' | 'secret'>,
  { method, url }: Signed,
  challenge: Challenge,
  cnonce: string,
): string {
  const { realm, nonce, opaque, algorithm, hasQop } = challenge;
  const { pathname, search } = new URL(url);
  const hash = (text: string) =>
    createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  const nc = String(++challenge.count).padStart(8, '0');
  const once = hasQop ? `${nonce}:${nc}:${cnonce}:auth` : nonce;
  const proof = hash(
    `${hash(`${username}:${realm}:${secret}`)}:${once}:${hash(`${method}:${pathname}${search}`)}`,
  );
  const quoted = {
    username,
    realm,
    nonce,
    uri: pathname + search,
    response: proof,
    ...(opaque && { opaque }),
  };
  const bare = { algorithm, ...(hasQop && { qop: 'auth', nc }) };
  return `Digest ${[
    ...Object.entries(quoted).map(([name, value]) => `${name}="${value.replace(/["\\]/g, '\\$&')}"`),
    ...Object.entries(bare).map(([name, value]) => `${name}=${value}`),
    ...(hasQop ? [`cnonce="${cnonce}"`] : []),
  ].join(', ')}`;
}

function isAlgorithm(name: string): name is Challenge['algorithm'] {
  return name === 'MD5' || name === 'SHA-256';
}
