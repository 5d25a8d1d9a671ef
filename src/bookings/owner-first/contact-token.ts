import type { PersonKind } from '#crm/contacts/tables.ts';
import { foldAddress } from '#platform/fold.ts';
import type { Platform } from '#platform/platform.ts';
import type { Link } from '#links/link.ts';
import type { RecordRef } from '#bookings/booking.ts';

/** What a contact token says. `email` is where the link was sent, or what was typed. */
export type TokenWords =
  | { proof: 'sent'; email: string; record: RecordRef; person: { kind: PersonKind; id: string } }
  | { proof: 'typed'; email: string };

const DAY_MS = 86_400_000;
/** A mailed link is answered weeks later; what somebody typed is good for the visit. */
const GOOD_FOR_MS = { sent: 90 * DAY_MS, typed: DAY_MS };

/** Room for the ids and an ordinary address, and for the longest one in any script. */
const SIZES = [320, 1024];
const MARK = 'contact';

/**
 * A token that names a visitor for one link (C4): sealed, so that nobody reads or makes one, and as long as everybody
 * else's. No owner stands in it: who is responsible is looked up when it is used.
 */
export function sealContact({ secrets, clock }: Platform, link: Place, words: TokenWords): string {
  const until = clock.now() + GOOD_FOR_MS[words.proof];
  const sealed: Sealed = [MARK, link.workspaceId, link.id, until, ...partsOf(words)];
  const plain = JSON.stringify(sealed);
  const bytes = Buffer.byteLength(plain);
  return secrets.seal(plain + ' '.repeat(SIZES.find((size) => size >= bytes)! - bytes));
}

/** What a token says here and now; null when it is altered, expired, another link's, or no token at all. */
export function openContact(platform: Platform, link: Place, token: string): TokenWords | null {
  const plain = opened(platform, token);
  // Other things are sealed by the same key.
  if (!plain?.startsWith(`["${MARK}",`)) return null;
  const [, workspaceId, linkId, until, ...parts] = JSON.parse(plain) as Sealed;
  const isHere = workspaceId === link.workspaceId && linkId === link.id;
  return isHere && until > platform.clock.now() ? wordsFrom(parts) : null;
}

/** Whether this is the address that the token was made for. */
export function isFor(words: { email: string }, email: string): boolean {
  return foldAddress(words.email) === foldAddress(email);
}

type Place = Pick<Link, 'workspaceId' | 'id'>;
type Sealed = [typeof MARK, workspaceId: string, linkId: string, until: number, ...Parts];
type Parts = [email: string] | [email: string, kind: string, id: string, PersonKind, personId: string];

function partsOf(words: TokenWords): Parts {
  const { email } = words;
  if (words.proof === 'typed') return [email];
  const { record, person } = words;
  return [email, record.kind, record.id, person.kind, person.id];
}

function wordsFrom(parts: Parts): TokenWords {
  if (parts.length === 1) return { proof: 'typed', email: parts[0] };
  const [email, kind, id, personKind, personId] = parts;
  return { proof: 'sent', email, record: { kind, id }, person: { kind: personKind, id: personId } };
}

function opened({ secrets }: Platform, token: string): string | null {
  if (!/^[\w-]{100,2000}$/.test(token)) return null;
  try {
    return secrets.open(token);
  } catch {
    return null;
  }
}
