import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import type { PersonKind } from '#crm/contacts/tables.ts';
import { touchPerson } from '#crm/leads/store-activity.ts';
import { noteHtml, type Note } from './note.ts';
import { writeNote } from './write-note.ts';

/** Writes a member's note on a person they may see; the route has asked. */
export async function addNote(
  { db, clock }: Platform,
  { workspaceId, memberId }: Caller,
  person: { kind: PersonKind; id: string },
  text: string,
): Promise<Note> {
  const author = { workspaceId, at: isoNow(clock), by: { kind: 'member', id: memberId } as const };
  const id = await db.transact(async (tx) => {
    await touchPerson(tx, workspaceId, person, author.at);
    return writeNote(tx, author, person, text);
  });
  return { id, html: noteHtml(text), at: author.at, by: author.by };
}
