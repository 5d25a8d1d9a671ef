import { idParam, listOf, text, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { visibleContact } from '#crm/contacts/read-contact.ts';
import { visibleLead } from '#crm/leads/read-lead.ts';
import { timelinePage, timelineQuery } from '#crm/timeline/timeline-fields.ts';
import { readTimeline } from '#crm/timeline/store.ts';
import { addNote } from './add-note.ts';
import { noteFrom } from './note.ts';

const LONGEST = 20_000;
const New = z.strictObject({
  html: text(LONGEST, 1).refine((html) => html.trim() !== '', 'Write something here.'),
});
const Shape = z
  .object({
    id: z.string(),
    html: z.string(),
    at: z.string(),
    by: z.object({ kind: z.string(), id: z.string().optional(), name: z.string().optional() }),
  })
  .openapi('Note');

/** Where notes are written: each kind says who may see its records. */
const KINDS = [
  { kind: 'lead', path: '/api/leads/{id}/notes', visible: visibleLead },
  { kind: 'contact', path: '/api/contacts/{id}/notes', visible: visibleContact },
] as const;

export function noteRoutes(platform: Platform) {
  const routes = router();
  for (const place of KINDS) routes.route('/', notesOf(platform, place));
  return routes;
}

function notesOf(platform: Platform, { kind, path, visible }: (typeof KINDS)[number]) {
  const see = (caller: Caller, id: string) => visible(platform.db.read, caller, id);
  return router()
    .openapi(listNotes(path), async (c) => {
      const caller = c.get('caller')!;
      const { id } = await see(caller, c.req.valid('param').id);
      const asked = { ...c.req.valid('query'), kind: 'note' };
      const items = await readTimeline(platform.db.read, caller.workspaceId, { kind, id }, asked);
      const { items: notes, next } = timelinePage(items, asked.limit);
      return c.json({ items: notes.map(noteFrom), next }, 200);
    })
    .openapi(postNote(path), async (c) => {
      const caller = c.get('caller')!;
      const { id } = await see(caller, c.req.valid('param').id);
      return c.json(await addNote(platform, caller, { kind, id }, c.req.valid('json').html), 201);
    });
}

function listNotes<P extends string>(path: P) {
  return route('member', {
    method: 'get',
    path,
    tags: ['CRM'],
    summary: 'Notes, newest first',
    request: { params: idParam, query: timelineQuery },
    responses: { 200: answer(listOf(Shape), 'Notes') },
  });
}

function postNote<P extends string>(path: P) {
  return route('member', {
    method: 'post',
    path,
    tags: ['CRM'],
    summary: 'Write a note; for now it is plain text, and markup in it is shown, not obeyed',
    request: { params: idParam, ...body(New) },
    responses: { 201: answer(Shape, 'The note') },
  });
}
