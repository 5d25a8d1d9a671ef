import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { touchRecord } from '#crm/timeline/store-touch.ts';
import { readWritten, tellMentioned } from './mention.ts';
import type { Note } from './note.ts';
import type { Noted } from './noted.ts';
import { readNote } from './store.ts';
import { writeCleanNote } from './write-note.ts';

/** Writes a member's note on a record they may see (the route has asked) and tells whom it mentions (P7). */
export async function addNote(
  platform: Platform,
  caller: Caller,
  record: Noted,
  sent: string,
): Promise<Note> {
  const { db, clock } = platform;
  const { workspaceId, memberId } = caller;
  const at = isoNow(clock);
  const note = await db.transact(async (tx) => {
    const written = await readWritten(tx, workspaceId, record, sent);
    if (!(await touchRecord(tx, workspaceId, record, at))) throw notFound();
    const author = { workspaceId, at, by: { kind: 'member', id: memberId } as const };
    const noteId = await writeCleanNote(tx, author, { kind: record.kind, id: record.id }, written.html);
    await tellMentioned(tx, platform, caller, { ...written, record, noteId, at });
    return readNote(tx, workspaceId, noteId);
  });
  platform.wakeWorker();
  return note!;
}
