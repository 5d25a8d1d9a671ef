import { pageOf, placeFrom } from '#platform/http/cursor.ts';
import { date, idParam, listOf, listQuery, text, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { absenceShape } from './absence-fields.ts';
import type { Absence } from './absence.ts';
import { addAbsence, changeAbsence, ENDS_EARLY, removeAbsence } from './change-absences.ts';
import { keepsTimeOf, memberOf } from './own-time.ts';
import { listAbsences, readAbsence } from './store-absences.ts';

const tags = ['People and time'];
const fields = { from: date, to: date, reason: text(500).nullish() };
const New = z
  .strictObject(fields)
  .refine(({ from, to }) => from <= to, { path: ['to'], message: ENDS_EARLY });
const Change = z.strictObject(fields).partial();
const one = z.object({ id: idParam.shape.id, absenceId: idParam.shape.id });
const query = listQuery
  .pick({ limit: true, cursor: true })
  .extend({ from: date.optional(), to: date.optional() });
const path = '/api/members/{id}/absences';

const list = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'When a member is away, by the first date; reasons are for them and for admins',
  request: { params: idParam, query },
  responses: { 200: answer(listOf(absenceShape), 'Absences') },
});
const add = route('member', {
  method: 'post',
  path,
  tags,
  summary: 'Close whole dates, both inclusive',
  request: { params: idParam, ...body(New) },
  responses: { 201: answer(absenceShape, 'The absence') },
});
const read = route('member', {
  method: 'get',
  path: `${path}/{absenceId}`,
  tags,
  summary: 'One absence',
  request: { params: one },
  responses: { 200: answer(absenceShape, 'The absence') },
});
const change = route('member', {
  method: 'patch',
  path: `${path}/{absenceId}`,
  tags,
  summary: 'Change an absence',
  request: { params: one, ...body(Change) },
  responses: { 200: answer(absenceShape, 'The absence') },
});
const remove = route('member', {
  method: 'delete',
  path: `${path}/{absenceId}`,
  tags,
  summary: 'Open these dates again',
  request: { params: one },
  responses: { 204: { description: 'Deleted' } },
});

export function absenceRoutes(platform: Platform) {
  return router()
    .openapi(list, async (c) => {
      const caller = c.get('caller')!;
      const { id } = c.req.valid('param');
      const { cursor, limit, ...dates } = c.req.valid('query');
      await memberOf(platform.db.read, caller, id);
      const filter = { ...dates, limit, after: placeFrom(cursor, /^\d{4}-\d\d-\d\d$/) };
      const rows = await listAbsences(platform.db.read, caller.workspaceId, id, filter);
      const page = pageOf(rows, limit, (last) => ({ value: last.from, id: last.id }));
      return c.json({ ...page, items: page.items.map(keepsTimeOf(caller, id) ? asIs : withoutReason) }, 200);
    })
    .openapi(add, async (c) => {
      const { reason = null, ...dates } = c.req.valid('json');
      const { id } = c.req.valid('param');
      return c.json(await addAbsence(platform, c.get('caller')!, id, { ...dates, reason }), 201);
    })
    .openapi(read, async (c) => {
      const caller = c.get('caller')!;
      const { id: memberId, absenceId } = c.req.valid('param');
      const key = { workspaceId: caller.workspaceId, memberId, id: absenceId };
      const absence = await readAbsence(platform.db.read, key);
      if (!absence) throw notFound();
      return c.json(keepsTimeOf(caller, memberId) ? absence : withoutReason(absence), 200);
    })
    .openapi(change, async (c) => {
      const { id, absenceId } = c.req.valid('param');
      const asked = c.req.valid('json');
      return c.json(await changeAbsence(platform, c.get('caller')!, id, absenceId, asked), 200);
    })
    .openapi(remove, async (c) => {
      const { id, absenceId } = c.req.valid('param');
      await removeAbsence(platform, c.get('caller')!, id, absenceId);
      return c.body(null, 204);
    });
}

function asIs(absence: Absence): Absence {
  return absence;
}

function withoutReason(absence: Absence): Absence {
  return { ...absence, reason: null };
}
