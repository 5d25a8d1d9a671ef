import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { notFound } from '#platform/refusal.ts';
import { maySee } from '#crm/timeline/record-rights.ts';
import type { Contact } from './contact.ts';
import { readContact } from './store.ts';

/** A live contact that the caller may see; else there is nothing here (404). */
export async function visibleContact(db: Reader, caller: Caller, id: string): Promise<Contact> {
  const contact = await readContact(db, { workspaceId: caller.workspaceId, id });
  if (!contact || contact.deletedAt !== null || !maySee(caller, contact.fields)) throw notFound();
  return contact;
}
