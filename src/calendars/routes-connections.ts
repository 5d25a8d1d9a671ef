import { idParam } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { keepsTimeOf, memberOf } from '#hours/own-time.ts';
import { builtInCalendar } from './built-in-calendar.ts';
import { CalendarsShape, ConnectedShape, NewAccountFields } from './outside/calendar-fields.ts';
import { connectTyped } from './outside/connect.ts';
import type { Outside } from './outside/outside.ts';
import { presentCalendars } from './outside/present-calendar.ts';
import type { OutsideKind } from './outside/provider.ts';

const tags = ['Calendars'];
const path = '/api/members/{id}/calendars';

const list = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'The calendars of a member, the built-in one first (K1); colleagues see that one alone',
  request: { params: idParam },
  responses: { 200: answer(CalendarsShape, 'Calendars, and what can be connected') },
});
const connect = route('member', {
  method: 'post',
  path,
  tags,
  summary: 'Connect an account with all its calendars, or subscribe to one; signs in before it answers',
  request: { params: idParam, ...body(NewAccountFields) },
  responses: { 201: answer(ConnectedShape, 'The main calendar, and all that were found') },
});

/** `outside` is what there is beyond the built-in calendar. */
export function connectionRoutes(platform: Platform, outside: Outside) {
  const { db, clock } = platform;
  const connectable = Object.keys(outside.providers) as OutsideKind[];
  return router()
    .openapi(list, async (c) => {
      const caller = c.get('caller')!;
      const member = await memberOf(db.read, caller, c.req.valid('param').id);
      const items = keepsTimeOf(caller, member.id)
        ? await presentCalendars(db.read, clock, member)
        : [builtInCalendar(member)];
      return c.json({ items, next: null, connectable }, 200);
    })
    .openapi(connect, async (c) => {
      const caller = c.get('caller')!;
      const { id } = c.req.valid('param');
      const { providers } = outside;
      const { calendarIds } = await connectTyped(platform, providers, caller, id, c.req.valid('json'));
      const member = await memberOf(db.read, caller, id);
      const all = await presentCalendars(db.read, clock, member);
      const calendars = calendarIds.flatMap((one) => all.find((calendar) => calendar.id === one) ?? []);
      return c.json({ ...(calendars[0] ?? all[0]), calendars }, 201);
    });
}
