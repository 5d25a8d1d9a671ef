import type { Tx } from '#platform/db/database.ts';
import type { NewEntry, RecordRef } from '#crm/timeline/entry.ts';
import { append } from '#crm/timeline/store.ts';
import { noteHtml } from './note.ts';
import { insertNote } from './store.ts';

type Author = Pick<NewEntry, 'workspaceId' | 'at' | 'by'>;

/** Puts a note, given as plain text, on a record (P7): what a stranger typed is shown, never obeyed. Answers its id. */
export function writeNote(tx: Tx, author: Author, record: RecordRef, text: string): Promise<string> {
  return writeCleanNote(tx, author, record, noteHtml(text));
}

/** The same with HTML that has been cleaned. */
export async function writeCleanNote(
  tx: Tx,
  author: Author,
  record: RecordRef,
  html: string,
): Promise<string> {
  const id = await append(tx, { ...author, kind: 'note', data: { html } }, [record]);
  await insertNote(tx, {
    workspace_id: author.workspaceId,
    note_id: id,
    record_kind: record.kind,
    record_id: record.id,
    html,
    by_kind: author.by.kind,
    by_id: author.by.kind === 'member' ? author.by.id : null,
    version: 1,
    created_at: author.at,
  });
  return id;
}
