import { pageOf, placeFrom } from '#platform/http/cursor.ts';
import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { idParam, listOf, listQuery, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { addHolidayList, changeHolidayList, removeHolidayList } from './change-holiday-lists.ts';
import { holidayListFields, holidayListShape } from './holiday-list-fields.ts';
import { listHolidayLists, readHolidayList } from './store-holiday-lists.ts';

const tags = ['People and time'];
const path = '/api/holiday-lists';

const list = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'Holiday lists, oldest first',
  request: { query: listQuery.pick({ limit: true, cursor: true }) },
  responses: { 200: answer(listOf(holidayListShape), 'Holiday lists') },
});
const add = route('manage-settings', {
  method: 'post',
  path,
  tags,
  summary: 'Make a holiday list',
  request: body(z.strictObject(holidayListFields)),
  responses: { 201: answer(holidayListShape, 'The list') },
});
const read = route('member', {
  method: 'get',
  path: `${path}/{id}`,
  tags,
  summary: 'One holiday list',
  request: { params: idParam },
  responses: { 200: answer(holidayListShape, 'The list') },
});
const change = route('manage-settings', {
  method: 'patch',
  path: `${path}/{id}`,
  tags,
  summary: 'Change a holiday list; `days` replaces all of its dates',
  request: { params: idParam, ...body(z.strictObject(holidayListFields).partial()) },
  responses: { 200: answer(holidayListShape, 'The list') },
});
const remove = route('manage-settings', {
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Delete a holiday list that nobody keeps',
  request: { params: idParam },
  responses: { 204: { description: 'Deleted' } },
});

export function holidayListRoutes(platform: Platform) {
  return router()
    .openapi(list, async (c) => {
      const { cursor, limit } = c.req.valid('query');
      const after = placeFrom(cursor, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      const rows = await listHolidayLists(platform.db.read, c.get('caller')!.workspaceId, after, limit);
      const page = pageOf(rows, limit, (last) => ({ value: last.createdAt, id: last.id }));
      return c.json(page, 200);
    })
    .openapi(add, async (c) => {
      const made = await addHolidayList(platform, c.get('caller')!, c.req.valid('json'));
      c.header('ETag', etagOf(made.version));
      return c.json(made, 201);
    })
    .openapi(read, async (c) => {
      const { workspaceId } = c.get('caller')!;
      const found = await readHolidayList(platform.db.read, workspaceId, c.req.valid('param').id);
      if (!found) throw notFound();
      c.header('ETag', etagOf(found.version));
      return c.json(found, 200);
    })
    .openapi(change, async (c) => {
      const version = versionFrom(c.req.header('if-match'));
      const { id } = c.req.valid('param');
      const changed = await changeHolidayList(platform, c.get('caller')!, id, c.req.valid('json'), version);
      if ('changedMeanwhile' in changed) throw changedMeanwhile(changed.changedMeanwhile);
      c.header('ETag', etagOf(changed.version));
      return c.json(changed, 200);
    })
    .openapi(remove, async (c) => {
      await removeHolidayList(platform, c.get('caller')!, c.req.valid('param').id);
      return c.body(null, 204);
    });
}
