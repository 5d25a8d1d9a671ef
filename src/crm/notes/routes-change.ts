import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { id, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { changeNote } from './change-note.ts';
import { deleteNote, restoreNote } from './delete-note.ts';
import { noteAnswer, noteInput, presentNote } from './note-fields.ts';
import { visibleNoted, type NotedKind } from './noted.ts';

const tags = ['CRM'];
const noteParam = z.object({ id, noteId: id });

/** One note of one kind of record: changed and deleted by its author or an admin. */
export function changeRoutes(platform: Platform, place: NotedKind) {
  const { db } = platform;
  return router()
    .openapi(change(place.path), async (c) => {
      const caller = c.get('caller')!;
      const { id: recordId, noteId } = c.req.valid('param');
      const version = versionFrom(c.req.header('if-match'));
      const record = await visibleNoted(db.read, caller, place, recordId);
      const note = await changeNote(platform, caller, record, noteId, c.req.valid('json').html, version);
      if ('changedMeanwhile' in note) throw changedMeanwhile(presentNote(note.changedMeanwhile));
      c.header('ETag', etagOf(note.version));
      return c.json(presentNote(note), 200);
    })
    .openapi(remove(place.path), async (c) => {
      const caller = c.get('caller')!;
      const { id: recordId, noteId } = c.req.valid('param');
      const record = await visibleNoted(db.read, caller, place, recordId);
      await deleteNote(platform, caller, record, noteId);
      return c.body(null, 204);
    })
    .openapi(restore(place.path), async (c) => {
      const caller = c.get('caller')!;
      const { id: recordId, noteId } = c.req.valid('param');
      const record = await visibleNoted(db.read, caller, place, recordId);
      const note = await restoreNote(platform, caller, record, noteId);
      c.header('ETag', etagOf(note.version));
      return c.json(presentNote(note), 200);
    });
}

function change<P extends string>(path: P) {
  return route('member', {
    method: 'patch',
    path: `${path}/{noteId}` as const,
    tags,
    summary: 'Write a note anew: its author, or an admin',
    request: { params: noteParam, ...body(noteInput) },
    responses: { 200: answer(noteAnswer, 'The note') },
  });
}

function remove<P extends string>(path: P) {
  return route('member', {
    method: 'delete',
    path: `${path}/{noteId}` as const,
    tags,
    summary: 'Delete a note: its author, or an admin; it can be restored',
    request: { params: noteParam },
    responses: { 204: { description: 'Deleted' } },
  });
}

function restore<P extends string>(path: P) {
  return route('member', {
    method: 'post',
    path: `${path}/{noteId}/restoration` as const,
    tags,
    summary: 'Bring a deleted note back',
    request: { params: noteParam },
    responses: { 200: answer(noteAnswer, 'The note') },
  });
}
