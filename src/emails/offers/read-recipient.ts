import type { PersonKind } from '#crm/contacts/tables.ts';
import { matchOwned, peopleOf } from '#crm/matching/store-owners.ts';
import { readLinked } from '#crm/timeline/store-links.ts';
import type { Reader } from '#platform/db/database.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';

/** Whom a copy of a letter goes to, as its links say it (C4, L4). */
export interface Recipient {
  email: string;
  /** The record that the letter was written from; else the person's own. */
  record: RecordRef;
  person: { kind: PersonKind; id: string };
}

/** The person of the record with this address, else whoever has it; null when nobody here has. */
export async function readRecipient(
  db: Reader,
  workspaceId: string,
  record: RecordRef | null,
  email: string,
): Promise<Recipient | null> {
  const near = record === null ? [] : await peopleOf(db, workspaceId, record, email);
  const [own] = (await readLinked(db, workspaceId, near)).filter(({ isTrashed }) => !isTrashed);
  const found = own ?? (await matchOwned(db, workspaceId, email));
  if (!found) return null;
  const person = { kind: found.kind as PersonKind, id: found.id };
  return { email, record: record ?? person, person };
}
