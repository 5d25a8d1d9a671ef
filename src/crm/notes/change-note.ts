import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notAllowed, notFound } from '#platform/refusal.ts';
import { rewriteEntry } from '#crm/timeline/store-entry.ts';
import { readWritten, tellMentioned } from './mention.ts';
import { mayChange, type Note } from './note.ts';
import type { Noted } from './noted.ts';
import { lockNote, readNote, updateNote } from './store.ts';

/**
 * Writes a note anew. It keeps its author and says that it was edited; whom it mentions now and did not before is
 * told. `version` is what the caller last read; when somebody was faster, the present note comes back.
 */
export async function changeNote(
  platform: Platform,
  caller: Caller,
  record: Noted,
  noteId: string,
  sent: string,
  version?: number,
): Promise<Note | { changedMeanwhile: Note }> {
  const { workspaceId, memberId } = caller;
  const at = isoNow(platform.clock);
  const result = await platform.db.transact(async (tx) => {
    const before = await lockLiveNote(tx, caller, record, noteId);
    if (version !== undefined && version !== before.version) return { changedMeanwhile: before };
    const written = await readWritten(tx, workspaceId, record, sent);
    if (written.html === before.html) return before;
    await updateNote(tx, workspaceId, noteId, { html: written.html, edited_at: at, edited_by: memberId });
    const note = (await readNote(tx, workspaceId, noteId))!;
    await rewriteEntry(tx, workspaceId, noteId, entryData(note));
    await tellMentioned(tx, platform, caller, { ...written, record, noteId, at });
    return note;
  });
  platform.wakeWorker();
  return result;
}

/** A note that is there, kept from others until the act ends: 404, or 403 when it is somebody else's to change. */
export async function lockLiveNote(tx: Tx, caller: Caller, record: Noted, noteId: string): Promise<Note> {
  const note = await lockOwnNote(tx, caller, record, noteId);
  if (note.deletedAt !== null) throw notFound();
  return note;
}

/** The same, deleted or not. */
export async function lockOwnNote(tx: Tx, caller: Caller, record: Noted, noteId: string): Promise<Note> {
  const note = await lockNote(tx, caller.workspaceId, { kind: record.kind, id: record.id }, noteId);
  if (!note) throw notFound();
  if (!mayChange(caller, note)) {
    throw notAllowed('Only its author or an admin changes this note. Ask one of them.');
  }
  return note;
}

/** What the note's entry on the timeline holds: all that a screen needs to show it and to edit it. */
export function entryData({ html, version, editedAt, editedBy }: Note): Record<string, unknown> {
  return { html, version, ...(editedAt && { editedAt, editedBy }) };
}
