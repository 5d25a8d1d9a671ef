import { matchOwned, readOwned } from '#crm/matching/store-owners.ts';
import type { Person } from '#crm/matching/person.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';
import { readLinked } from '#crm/timeline/store-links.ts';
import { mergedInto } from '#crm/timeline/store-merges.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { RecordRef } from '#bookings/booking.ts';
import { openContact, type TokenWords } from './contact-token.ts';

/**
 * How we know who asks (C4). `sent`: a colleague mailed this link to them, so they hold the mailbox too. `typed`:
 * they typed an address, which proves nothing; links with `identify: email` take their word for whose times to show.
 */
export type Proof = 'sent' | 'typed';

/** Whom a contact token names. Nothing of it is for the visitor's eyes but their own name and address. */
export interface Contact {
  proof: Proof;
  /** Where the link was sent, or what was typed. */
  email: string;
  /** The record that the link was sent from, while it is there. */
  record: RecordRef | null;
  person: (Pick<Person, 'kind' | 'id' | 'name'> & { email: string }) | null;
  /** The person's owner, else their company's. */
  ownerId: string | null;
}

/** C3: what a visitor may choose under `ladder`: to wait for their usual contact, or to take the first free. */
export type Who = 'owner' | 'first';

/**
 * Whom a token names for this link, as things stand now; null without one, for one that is altered, expired or another
 * link's, and for a typed address where the link takes nobody's word (C4).
 */
export async function readContact(
  db: Reader,
  platform: Platform,
  { link }: Pick<FoundLink, 'link'>,
  c: string | null | undefined,
): Promise<Contact | null> {
  const words = c ? openContact(platform, link, c) : null;
  if (words === null || (words.proof === 'typed' && link.settings.identify !== 'email')) return null;
  const { proof, email } = words;
  const person = await personOf(db, link.workspaceId, words);
  return {
    proof,
    email,
    record: words.proof === 'sent' ? await recordOf(db, link.workspaceId, words.record) : null,
    person: person && { kind: person.kind, id: person.id, name: person.name, email },
    ownerId: person?.ownerId ?? null,
  };
}

/** Who is in the trash, became a contact or was merged is found by the address that they were written to. */
async function personOf(db: Reader, workspaceId: string, words: TokenWords): Promise<Person | null> {
  const named = words.proof === 'sent' ? await readOwned(db, workspaceId, words.person) : undefined;
  return named ?? matchOwned(db, workspaceId, words.email);
}

async function recordOf(db: Reader, workspaceId: string, ref: RecordRef): Promise<RecordRef | null> {
  const kind = ref.kind as RecordKind;
  const [there] = await readLinked(db, workspaceId, [{ kind, id: ref.id }]);
  if (there && !there.isTrashed) return { kind, id: ref.id };
  const into = await mergedInto(db, { workspaceId, kind, id: ref.id });
  return into === undefined ? null : { kind, id: into };
}
