import { idParam, listOf, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notAllowed, notBuilt, notFound } from '#platform/refusal.ts';
import { keepsTimeOf, memberOf } from '#hours/own-time.ts';
import { builtInCalendar } from './built-in-calendar.ts';

const tags = ['Calendars'];
const Shape = z
  .object({
    id: z.string(),
    kind: z.string(),
    name: z.string(),
    checkConflicts: z.boolean(),
    writeHere: z.boolean(),
    health: z.object({
      state: z.enum(['ok', 'stale', 'failing']),
      lastSuccessAt: z.string().nullable(),
      error: z.string().nullable(),
    }),
  })
  .openapi('Calendar');
const params = z.object({ id: idParam.shape.id, calendarId: idParam.shape.id });
const path = '/api/members/{id}/calendars';

const list = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'The calendars of a member; the built-in one needs no outside service (K1)',
  request: { params: idParam },
  responses: { 200: answer(listOf(Shape), 'Calendars') },
});
const connect = route('member', {
  method: 'post',
  path,
  tags,
  summary: 'Connect an outside calendar: not available in this version (422)',
  request: { params: idParam, ...body(z.looseObject({})) },
  responses: { 201: answer(Shape, 'The calendar') },
});
const change = route('member', {
  method: 'patch',
  path: `${path}/{calendarId}`,
  tags,
  summary: 'Choose what a calendar does: not available for the built-in one (422)',
  request: { params, ...body(z.looseObject({})) },
  responses: { 200: answer(Shape, 'The calendar') },
});
const sync = route('member', {
  method: 'post',
  path: `${path}/{calendarId}/sync`,
  tags,
  summary: 'Read a calendar again: the built-in one is always read (422)',
  request: { params },
  responses: { 202: { description: 'It will be read' } },
});

export function connectionRoutes({ db }: Platform) {
  return router()
    .openapi(list, async (c) => {
      const member = await memberOf(db.read, c.get('caller')!, c.req.valid('param').id);
      return c.json({ items: [builtInCalendar(member)], next: null }, 200);
    })
    .openapi(connect, async (c) => {
      await own(c.get('caller')!, c.req.valid('param').id);
      throw notBuilt('calendars');
    })
    .openapi(change, async (c) => {
      const { id, calendarId } = c.req.valid('param');
      await own(c.get('caller')!, id, calendarId);
      throw notBuilt(Object.keys(c.req.valid('json'))[0]?.slice(0, 60) ?? 'calendars');
    })
    .openapi(sync, async (c) => {
      const { id, calendarId } = c.req.valid('param');
      await own(c.get('caller')!, id, calendarId);
      throw notBuilt('sync');
    });

  /** Refuses members, calendars and rights that are not there, before saying what is not built. */
  async function own(caller: Caller, memberId: string, calendarId?: string): Promise<void> {
    const member = await memberOf(db.read, caller, memberId);
    if (calendarId !== undefined && calendarId !== builtInCalendar(member).id) throw notFound();
    if (!keepsTimeOf(caller, memberId)) throw notAllowed();
  }
}
