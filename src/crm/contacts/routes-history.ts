import { etagOf } from '#platform/http/etag.ts';
import { idParam, listOf } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { restoreRecord, trashRecord } from '#crm/timeline/record-life.ts';
import { readTimeline } from '#crm/timeline/store.ts';
import { TimelineItemShape, timelinePage, timelineQuery } from '#crm/timeline/timeline-fields.ts';
import { ContactShape } from './contact-fields.ts';
import { presentContact } from './contact.ts';
import { visibleContact } from './read-contact.ts';
import { contactBook } from './store.ts';

const tags = ['CRM'];

const trash = route('member', {
  method: 'delete',
  path: '/api/contacts/{id}',
  tags,
  summary: 'Put a contact in the trash',
  request: { params: idParam },
  responses: { 204: { description: 'In the trash' } },
});
const restore = route('member', {
  method: 'post',
  path: '/api/contacts/{id}/restoration',
  tags,
  summary: 'Take a contact out of the trash',
  request: { params: idParam },
  responses: { 200: answer(ContactShape, 'The contact') },
});
const timeline = route('member', {
  method: 'get',
  path: '/api/contacts/{id}/timeline',
  tags,
  summary: 'What happened with a contact, newest first',
  request: { params: idParam, query: timelineQuery },
  responses: { 200: answer(listOf(TimelineItemShape), 'The timeline') },
});

export function contactHistoryRoutes(platform: Platform) {
  return router()
    .openapi(trash, async (c) => {
      await trashRecord(platform, c.get('caller')!, contactBook, c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(restore, async (c) => {
      const contact = await restoreRecord(platform, c.get('caller')!, contactBook, c.req.valid('param').id);
      c.header('ETag', etagOf(contact.version));
      return c.json(presentContact(contact), 200);
    })
    .openapi(timeline, async (c) => {
      const caller = c.get('caller')!;
      const { id } = await visibleContact(platform.db.read, caller, c.req.valid('param').id);
      const query = c.req.valid('query');
      const items = await readTimeline(platform.db.read, caller.workspaceId, { kind: 'contact', id }, query);
      return c.json(timelinePage(items, query.limit), 200);
    });
}
