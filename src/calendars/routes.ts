import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { idParam, instant, listOf, listQuery } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { memberOf } from '#hours/own-time.ts';
import { addEvent, changeEvent } from './change-events.ts';
import { EventChanges, eventChangesFrom, eventParams, EventShape } from './event-fields.ts';
import { NewEventFields, newEventFrom } from './event-fields.ts';
import { presentEvent } from './event.ts';
import { listCalendar, type BookingsOf } from './list-calendar.ts';
import type { Outside } from './outside/outside.ts';
import { accountRoutes } from './routes-accounts.ts';
import { connectionRoutes } from './routes-connections.ts';
import { oneCalendarRoutes } from './routes-one-calendar.ts';
import { oneEventRoutes } from './routes-one-event.ts';

const tags = ['Calendars'];
const path = '/api/members/{id}/events';
const query = listQuery
  .pick({ limit: true, cursor: true })
  .extend({ from: instant.optional(), to: instant.optional() });

const list = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'What stands in a member’s calendar, by start; colleagues see when they are busy and no more',
  request: { params: idParam, query },
  responses: { 200: answer(listOf(EventShape), 'Events and bookings') },
});
const add = route('member', {
  method: 'post',
  path,
  tags,
  summary: 'Put an event in the built-in calendar; a busy one blocks',
  request: { params: idParam, ...body(NewEventFields) },
  responses: { 201: answer(EventShape, 'The event') },
});
const change = route('member', {
  method: 'patch',
  path: `${path}/{eventId}`,
  tags,
  summary: 'Change an event',
  request: { params: eventParams, ...body(EventChanges) },
  responses: { 200: answer(EventShape, 'The event') },
});

/** `bookingsOf` puts a member's bookings beside their events; `outside` is what there is beyond the built-in calendar. */
export function calendarRoutes(
  platform: Platform,
  { bookingsOf, outside }: { bookingsOf: BookingsOf; outside: Outside },
) {
  return router()
    .openapi(list, async (c) => {
      const caller = c.get('caller')!;
      const { id } = c.req.valid('param');
      const window = c.req.valid('query');
      await memberOf(platform.db.read, caller, id);
      return c.json(await listCalendar(platform.db.read, caller, id, window, bookingsOf), 200);
    })
    .openapi(add, async (c) => {
      const { id } = c.req.valid('param');
      const event = await addEvent(platform, c.get('caller')!, id, newEventFrom(c.req.valid('json')));
      c.header('ETag', etagOf(event.version));
      return c.json(presentEvent(event), 201);
    })
    .openapi(change, async (c) => {
      const version = versionFrom(c.req.header('if-match'));
      const { id, eventId } = c.req.valid('param');
      const asked = eventChangesFrom(c.req.valid('json'));
      const event = await changeEvent(platform, c.get('caller')!, id, eventId, asked, version);
      if ('changedMeanwhile' in event) {
        const { changedMeanwhile: now } = event;
        throw changedMeanwhile({ ...presentEvent(now), version: now.version });
      }
      c.header('ETag', etagOf(event.version));
      return c.json(presentEvent(event), 200);
    })
    .route('/', oneEventRoutes(platform))
    .route('/', connectionRoutes(platform, outside))
    .route('/', oneCalendarRoutes(platform, outside))
    .route('/', accountRoutes(platform, outside));
}
