import { etagOf } from '#platform/http/etag.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { keepsTimeOf } from '#hours/own-time.ts';
import { removeEvent } from './change-events.ts';
import { eventParams, EventShape } from './event-fields.ts';
import { presentEvent, withoutTitle } from './event.ts';
import { readEvent } from './store.ts';

const tags = ['Calendars'];
const path = '/api/members/{id}/events/{eventId}';

const read = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'One event of the built-in calendar',
  request: { params: eventParams },
  responses: { 200: answer(EventShape, 'The event') },
});
const remove = route('member', {
  method: 'delete',
  path,
  tags,
  summary: 'Take an event out of the calendar; its time is free again',
  request: { params: eventParams },
  responses: { 204: { description: 'Deleted' } },
});

export function oneEventRoutes(platform: Platform) {
  return router()
    .openapi(read, async (c) => {
      const caller = c.get('caller')!;
      const { id: memberId, eventId } = c.req.valid('param');
      const key = { workspaceId: caller.workspaceId, memberId, id: eventId };
      const event = await readEvent(platform.db.read, key);
      const own = keepsTimeOf(caller, memberId);
      if (!event || (!own && event.transparency === 'free')) throw notFound();
      c.header('ETag', etagOf(event.version));
      return c.json(own ? presentEvent(event) : withoutTitle(presentEvent(event)), 200);
    })
    .openapi(remove, async (c) => {
      const { id, eventId } = c.req.valid('param');
      await removeEvent(platform, c.get('caller')!, id, eventId);
      return c.body(null, 204);
    });
}
