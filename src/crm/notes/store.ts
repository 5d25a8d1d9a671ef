import type { Reader, Tx } from '#platform/db/database.ts';
import { isPostgres } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import type { NewRow } from '#platform/db/tables.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';
import type { Note } from './note.ts';
import './tables.ts';

export async function insertNote(tx: Tx, row: NewRow<'notes'>): Promise<void> {
  await insert(tx, row);
}

const insert = prepared((db, row: NewRow<'notes'>) => db.insertInto('notes').values(row));

type Edit = Partial<Pick<NewRow<'notes'>, 'html' | 'edited_at' | 'edited_by' | 'deleted_at' | 'deleted_by'>>;

/** Writes what changed and raises the version. */
export async function updateNote(tx: Tx, workspaceId: string, noteId: string, edit: Edit): Promise<void> {
  await tx
    .updateTable('notes')
    .set((eb) => ({ ...edit, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('note_id', '=', noteId)
    .execute();
}

/** Keeps others from changing the note until the act ends. Deleted ones are found too. */
export async function lockNote(
  tx: Tx,
  workspaceId: string,
  record: RecordRef,
  noteId: string,
): Promise<Note | undefined> {
  const row = await tx
    .selectFrom('notes')
    .select('note_id')
    .where('workspace_id', '=', workspaceId)
    .where('record_kind', '=', record.kind)
    .where('record_id', '=', record.id)
    .where('note_id', '=', noteId)
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && readNote(tx, workspaceId, noteId);
}

export async function readNote(db: Reader, workspaceId: string, noteId: string): Promise<Note | undefined> {
  const row = await notes(db, workspaceId).where('n.note_id', '=', noteId).executeTakeFirst();
  return row && noteFrom(row);
}

/** A record's notes, newest first; one more than `limit` when there is another page. */
export async function listNotes(
  db: Reader,
  workspaceId: string,
  record: RecordRef,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Note[]> {
  const rows = await notes(db, workspaceId)
    .where('n.record_kind', '=', record.kind)
    .where('n.record_id', '=', record.id)
    .where('n.deleted_at', 'is', null)
    .$if(cursor !== undefined, (query) => query.where('n.note_id', '<', cursor!))
    .orderBy('n.note_id', 'desc')
    .limit(limit + 1)
    .execute();
  return rows.map(noteFrom);
}

function notes(db: Reader, workspaceId: string) {
  return db
    .selectFrom('notes as n')
    .leftJoin('members as author', (join) =>
      join.onRef('author.workspace_id', '=', 'n.workspace_id').onRef('author.member_id', '=', 'n.by_id'),
    )
    .leftJoin('members as editor', (join) =>
      join.onRef('editor.workspace_id', '=', 'n.workspace_id').onRef('editor.member_id', '=', 'n.edited_by'),
    )
    .selectAll('n')
    .select(['author.name as by_name', 'editor.name as editor_name'])
    .where('n.workspace_id', '=', workspaceId);
}

type NoteRow = Awaited<ReturnType<ReturnType<typeof notes>['executeTakeFirstOrThrow']>>;

function noteFrom(row: NoteRow): Note {
  return {
    id: row.note_id,
    record: { kind: row.record_kind, id: row.record_id },
    html: row.html,
    at: row.created_at,
    by: { kind: row.by_kind, ...(row.by_id && { id: row.by_id, name: row.by_name ?? undefined }) },
    editedAt: row.edited_at,
    editedBy: row.edited_by === null ? null : { id: row.edited_by, name: row.editor_name ?? '' },
    version: row.version,
    deletedAt: row.deleted_at,
  };
}
