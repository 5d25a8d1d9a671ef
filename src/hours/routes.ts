import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { idParam, timeZone, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { changeHours } from './change-hours.ts';
import { hoursFields } from './hours-fields.ts';
import { absenceRoutes } from './routes-absences.ts';
import { holidayImportRoutes } from './routes-holiday-import.ts';
import { holidayListRoutes } from './routes-holiday-lists.ts';
import { timeRoutes } from './routes-time.ts';
import { readHours, type KeptHours } from './store.ts';

const tags = ['People and time'];
const Hours = z
  .strictObject({
    timeZone,
    weekly: hoursFields.weekly.default([]),
    overrides: hoursFields.overrides.default([]),
  })
  .openapi('Hours');

const read = route('member', {
  method: 'get',
  path: '/api/members/{id}/hours',
  tags,
  summary: 'The hours a member keeps, in their own zone',
  request: { params: idParam },
  responses: { 200: answer(Hours, 'Hours') },
});
const write = route('member', {
  method: 'put',
  path: '/api/members/{id}/hours',
  tags,
  summary: 'Keep these hours instead; bookings already made stay',
  request: { params: idParam, ...body(Hours) },
  responses: { 200: answer(Hours, 'Hours') },
});

export function hoursRoutes(platform: Platform) {
  return router()
    .openapi(read, async (c) => {
      const { workspaceId } = c.get('caller')!;
      const hours = await readHours(platform.db.read, workspaceId, c.req.valid('param').id);
      if (!hours) throw notFound();
      c.header('ETag', etagOf(hours.version));
      return c.json(present(hours), 200);
    })
    .openapi(write, async (c) => {
      const version = versionFrom(c.req.header('if-match'));
      const { id } = c.req.valid('param');
      const hours = await changeHours(platform, c.get('caller')!, id, c.req.valid('json'), version);
      if ('changedMeanwhile' in hours) throw changedMeanwhile(present(hours.changedMeanwhile));
      c.header('ETag', etagOf(hours.version));
      return c.json(present(hours), 200);
    })
    .route('/', absenceRoutes(platform))
    .route('/', holidayListRoutes(platform))
    .route('/', holidayImportRoutes(platform))
    .route('/', timeRoutes(platform));
}

function present({ version: _inTheTag, ...hours }: KeptHours) {
  return hours;
}
