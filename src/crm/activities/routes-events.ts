import { minuteNow } from '#platform/clock.ts';
import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { pageOf, placeFrom } from '#platform/http/cursor.ts';
import { idParam, listOf } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';
import { limitedTo } from '#crm/timeline/record-rights.ts';
import { addRecordEvent, changeRecordEvent, removeRecordEvent } from './change-record-events.ts';
import { placeOf } from './place.ts';
import {
  eventWishFrom,
  NewRecordEvent,
  RecordEventChanges,
  recordEventParams,
  RecordEventShape,
  recordEventsQuery,
} from './record-event-fields.ts';
import { minuteFromIso } from '#engine/minutes.ts';
import { presentRecordEvent } from './record-event.ts';
import { listRecordEvents } from './store-events.ts';

/** The events of one kind of record: `path` is '/api/contacts/{id}'. */
export function eventsOf<P extends string>(platform: Platform, kind: RecordKind, path: P) {
  return router()
    .openapi(listRoute(path), async (c) => {
      const caller = c.get('caller')!;
      const record = await placeOf(platform.db.read, caller, { kind, id: c.req.valid('param').id });
      const { limit, cursor, state } = c.req.valid('query');
      const now = minuteNow(platform.clock);
      const filter = { limit, state, now, after: placeFrom(cursor, MINUTE), limitedTo: limitedTo(caller) };
      const events = await listRecordEvents(platform.db.read, caller.workspaceId, record, filter);
      const page = pageOf(events, limit, ({ id, start }) => ({ id, value: String(start) }));
      return c.json({ ...page, items: page.items.map(presentRecordEvent) }, 200);
    })
    .openapi(addRoute(path), async (c) => {
      const place = { kind, id: c.req.valid('param').id };
      const { start, end, ...given } = c.req.valid('json');
      const wish = { ...given, start: minuteFromIso(start)!, end: minuteFromIso(end)! };
      const event = await addRecordEvent(platform, c.get('caller')!, place, wish);
      c.header('ETag', etagOf(event.version));
      return c.json(presentRecordEvent(event), 201);
    })
    .openapi(changeRoute(path), async (c) => {
      const { id, eventId } = c.req.valid('param');
      const version = versionFrom(c.req.header('if-match'));
      const wish = eventWishFrom(c.req.valid('json'));
      const event = await changeRecordEvent(platform, c.get('caller')!, { kind, id }, eventId, wish, version);
      if ('changedMeanwhile' in event) throw changedMeanwhile(presentRecordEvent(event.changedMeanwhile));
      c.header('ETag', etagOf(event.version));
      return c.json(presentRecordEvent(event), 200);
    })
    .openapi(removeRoute(path), async (c) => {
      const { id, eventId } = c.req.valid('param');
      await removeRecordEvent(platform, c.get('caller')!, { kind, id }, eventId);
      return c.body(null, 204);
    });
}

const MINUTE = /^-?\d{1,9}$/;
const tags = ['CRM'];

function listRoute<P extends string>(path: P) {
  return route('member', {
    method: 'get',
    path: `${path}/events`,
    tags,
    summary: 'Events: those to come the nearest first, otherwise the latest first',
    request: { params: idParam, query: recordEventsQuery },
    responses: { 200: answer(listOf(RecordEventShape), 'Events') },
  });
}

function addRoute<P extends string>(path: P) {
  return route('member', {
    method: 'post',
    path: `${path}/events`,
    tags,
    summary: 'Add an event; it stands in the calendar of every colleague who takes part, and blocks',
    request: { params: idParam, ...body(NewRecordEvent) },
    responses: { 201: answer(RecordEventShape, 'The event') },
  });
}

function changeRoute<P extends string>(path: P) {
  return route('member', {
    method: 'patch',
    path: `${path}/events/{eventId}`,
    tags,
    summary: 'Change an event; the calendars follow',
    request: { params: recordEventParams, ...body(RecordEventChanges) },
    responses: { 200: answer(RecordEventShape, 'The event') },
  });
}

function removeRoute<P extends string>(path: P) {
  return route('member', {
    method: 'delete',
    path: `${path}/events/{eventId}`,
    tags,
    summary: 'Delete an event; everybody’s time is free again',
    request: { params: recordEventParams },
    responses: { 204: { description: 'Deleted' } },
  });
}
