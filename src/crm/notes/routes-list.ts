import { etagOf } from '#platform/http/etag.ts';
import { idParam, listOf } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { timelineQuery } from '#crm/timeline/timeline-fields.ts';
import { addNote } from './add-note.ts';
import { noteAnswer, noteInput, presentNote } from './note-fields.ts';
import { visibleNoted, type NotedKind } from './noted.ts';
import { listNotes } from './store.ts';

const tags = ['CRM'];

/** The notes of one kind of record: read and written by whoever sees the record. */
export function listRoutes(platform: Platform, place: NotedKind) {
  const { db } = platform;
  return router()
    .openapi(list(place.path), async (c) => {
      const caller = c.get('caller')!;
      const { kind, id } = await visibleNoted(db.read, caller, place, c.req.valid('param').id);
      const asked = c.req.valid('query');
      const found = await listNotes(db.read, caller.workspaceId, { kind, id }, asked);
      const items = found.slice(0, asked.limit).map(presentNote);
      return c.json({ items, next: found.length > asked.limit ? items.at(-1)!.id : null }, 200);
    })
    .openapi(add(place.path), async (c) => {
      const caller = c.get('caller')!;
      const record = await visibleNoted(db.read, caller, place, c.req.valid('param').id);
      const note = await addNote(platform, caller, record, c.req.valid('json').html);
      c.header('ETag', etagOf(note.version));
      return c.json(presentNote(note), 201);
    });
}

function list<P extends string>(path: P) {
  return route('member', {
    method: 'get',
    path,
    tags,
    summary: 'Notes, newest first',
    request: { params: idParam, query: timelineQuery },
    responses: { 200: answer(listOf(noteAnswer), 'Notes') },
  });
}

function add<P extends string>(path: P) {
  return route('member', {
    method: 'post',
    path,
    tags,
    summary: 'Write a note; markup outside a short list is dropped, and whom it mentions is told',
    request: { params: idParam, ...body(noteInput) },
    responses: { 201: answer(noteAnswer, 'The note') },
  });
}
