import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';
import { noteHtml, type Note } from './note.ts';
import { writeNote } from './write-note.ts';

/** Writes a member's note on a record they may see; the route has asked. */
export async function addNote(
  { db, clock }: Platform,
  { workspaceId, memberId }: Caller,
  record: RecordRef,
  text: string,
): Promise<Note> {
  const author = { workspaceId, at: isoNow(clock), by: { kind: 'member', id: memberId } as const };
  const id = await db.transact((tx) => writeNote(tx, author, record, text));
  return { id, html: noteHtml(text), at: author.at, by: author.by };
}
