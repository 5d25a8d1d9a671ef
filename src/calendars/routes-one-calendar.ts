import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { memberOf } from '#hours/own-time.ts';
import { CalendarChanges, calendarParams, CalendarShape } from './outside/calendar-fields.ts';
import { changeCalendar } from './outside/change-calendar.ts';
import { disconnectCalendar } from './outside/disconnect.ts';
import type { Outside } from './outside/outside.ts';
import { presentCalendars } from './outside/present-calendar.ts';
import { readAgain } from './outside/read-again.ts';

const tags = ['Calendars'];
const path = '/api/members/{id}/calendars/{calendarId}';

const change = route('member', {
  method: 'patch',
  path,
  tags,
  summary: 'Choose what a calendar does: check conflicts, take bookings, be read at all',
  request: { params: calendarParams, ...body(CalendarChanges) },
  responses: { 200: answer(CalendarShape, 'The calendar') },
});
const sync = route('member', {
  method: 'post',
  path: `${path}/sync`,
  tags,
  summary: 'Read a calendar again now',
  request: { params: calendarParams },
  responses: { 202: { description: 'It will be read' } },
});
const remove = route('member', {
  method: 'delete',
  path,
  tags,
  summary: 'Disconnect a calendar that is alone in its account (409 for one of several)',
  request: { params: calendarParams },
  responses: { 204: { description: 'Disconnected, with everything that was read of it' } },
});

export function oneCalendarRoutes(platform: Platform, outside: Outside) {
  const { db, clock } = platform;
  return router()
    .openapi(change, async (c) => {
      const caller = c.get('caller')!;
      const { id, calendarId } = c.req.valid('param');
      await changeCalendar(platform, outside, caller, id, calendarId, c.req.valid('json'));
      const all = await presentCalendars(db.read, clock, await memberOf(db.read, caller, id));
      const changed = all.find((one) => one.id === calendarId);
      if (!changed) throw notFound();
      return c.json(changed, 200);
    })
    .openapi(sync, async (c) => {
      const { id, calendarId } = c.req.valid('param');
      await readAgain(platform, c.get('caller')!, id, calendarId);
      return c.body(null, 202);
    })
    .openapi(remove, async (c) => {
      const { id, calendarId } = c.req.valid('param');
      await disconnectCalendar(platform, c.get('caller')!, id, calendarId);
      return c.body(null, 204);
    });
}
