import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { withdrawNotices } from '#notices/store.ts';
import { rewriteEntry } from '#crm/timeline/store-entry.ts';
import { entryData, lockLiveNote, lockOwnNote } from './change-note.ts';
import type { Note } from './note.ts';
import type { Noted } from './noted.ts';
import { readNote, updateNote } from './store.ts';

/**
 * Out of sight: the timeline says that there was a note and who deleted it when, not what it said, and whoever was
 * told of it no longer is. The note itself is kept, so that it can be restored.
 */
export async function deleteNote(
  { db, clock }: Platform,
  caller: Caller,
  record: Noted,
  noteId: string,
): Promise<void> {
  const { workspaceId, memberId } = caller;
  const at = isoNow(clock);
  await db.transact(async (tx) => {
    await lockLiveNote(tx, caller, record, noteId);
    await updateNote(tx, workspaceId, noteId, { deleted_at: at, deleted_by: memberId });
    await rewriteEntry(tx, workspaceId, noteId, { deletedAt: at, deletedBy: memberId });
    await withdrawNotices(tx, { workspaceId, kind: 'mention', subjectId: noteId }, at);
  });
}

/** Back where it was. One that was not deleted stays as it is, so that asking twice does no harm. */
export async function restoreNote(
  { db }: Platform,
  caller: Caller,
  record: Noted,
  noteId: string,
): Promise<Note> {
  const { workspaceId } = caller;
  return db.transact(async (tx) => {
    const before = await lockOwnNote(tx, caller, record, noteId);
    if (before.deletedAt === null) return before;
    await updateNote(tx, workspaceId, noteId, { deleted_at: null, deleted_by: null });
    const note = (await readNote(tx, workspaceId, noteId))!;
    await rewriteEntry(tx, workspaceId, noteId, entryData(note));
    await withdrawNotices(tx, { workspaceId, kind: 'mention', subjectId: noteId }, null);
    return note;
  });
}
