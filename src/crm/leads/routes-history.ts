import { etagOf } from '#platform/http/etag.ts';
import { idParam, listOf } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { restoreRecord, trashRecord } from '#crm/timeline/record-life.ts';
import { readTimeline } from '#crm/timeline/store.ts';
import { TimelineItemShape, timelinePage, timelineQuery } from '#crm/timeline/timeline-fields.ts';
import { LeadShape } from './lead-fields.ts';
import { presentLead } from './lead.ts';
import { visibleLead } from './read-lead.ts';
import { leadBook } from './store.ts';

const tags = ['CRM'];

const trash = route('member', {
  method: 'delete',
  path: '/api/leads/{id}',
  tags,
  summary: 'Put a lead in the trash',
  request: { params: idParam },
  responses: { 204: { description: 'In the trash' } },
});
const restore = route('member', {
  method: 'post',
  path: '/api/leads/{id}/restoration',
  tags,
  summary: 'Take a lead out of the trash',
  request: { params: idParam },
  responses: { 200: answer(LeadShape, 'The lead') },
});
const timeline = route('member', {
  method: 'get',
  path: '/api/leads/{id}/timeline',
  tags,
  summary: 'What happened with a lead, newest first',
  request: { params: idParam, query: timelineQuery },
  responses: { 200: answer(listOf(TimelineItemShape), 'The timeline') },
});

export function leadHistoryRoutes(platform: Platform) {
  return router()
    .openapi(trash, async (c) => {
      await trashRecord(platform, c.get('caller')!, leadBook, c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(restore, async (c) => {
      const lead = await restoreRecord(platform, c.get('caller')!, leadBook, c.req.valid('param').id);
      c.header('ETag', etagOf(lead.version));
      return c.json(presentLead(lead), 200);
    })
    .openapi(timeline, async (c) => {
      const caller = c.get('caller')!;
      const { id } = await visibleLead(platform.db.read, caller, c.req.valid('param').id);
      const query = c.req.valid('query');
      const items = await readTimeline(platform.db.read, caller.workspaceId, { kind: 'lead', id }, query);
      return c.json(timelinePage(items, query.limit), 200);
    });
}
