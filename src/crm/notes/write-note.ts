import type { Tx } from '#platform/db/database.ts';
import type { NewEntry, RecordRef } from '#crm/timeline/entry.ts';
import { append } from '#crm/timeline/store.ts';
import { noteHtml } from './note.ts';

type Author = Pick<NewEntry, 'workspaceId' | 'at' | 'by'>;

/** Puts a note, given as plain text, on a record's timeline (P7). Answers its id. */
export function writeNote(tx: Tx, author: Author, record: RecordRef, text: string): Promise<string> {
  return append(tx, { ...author, kind: 'note', data: { html: noteHtml(text) } }, [record]);
}
