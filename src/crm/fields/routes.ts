import { z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { changePicklist } from './change-picklist.ts';
import { NewPicklist, picklistParam, PicklistShape } from './picklist-fields.ts';
import { customFieldRoutes } from './routes-custom.ts';
import { readPicklist, readPicklists } from './store-picklists.ts';

const tags = ['CRM'];
const path = '/api/picklists';

const list = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'What records choose from: lead statuses, deal stages, industries and so on',
  responses: { 200: answer(z.object({ items: z.array(PicklistShape) }), 'The lists') },
});
const read = route('member', {
  method: 'get',
  path: `${path}/{list}`,
  tags,
  summary: 'One list in its order',
  request: { params: picklistParam },
  responses: { 200: answer(PicklistShape, 'The list') },
});
const write = route('manage-settings', {
  method: 'put',
  path: `${path}/{list}`,
  tags,
  summary: 'Write a whole list in its order; what live records hold stays in it (409)',
  request: { params: picklistParam, ...body(NewPicklist) },
  responses: { 200: answer(PicklistShape, 'The list') },
});

export function fieldRoutes(platform: Platform) {
  return router()
    .openapi(list, async (c) => {
      const items = await readPicklists(platform.db.read, c.get('caller')!.workspaceId);
      return c.json({ items }, 200);
    })
    .openapi(read, async (c) => {
      const { list: name } = c.req.valid('param');
      const choices = await readPicklist(platform.db.read, c.get('caller')!.workspaceId, name);
      return c.json({ list: name, choices }, 200);
    })
    .openapi(write, async (c) => {
      const { list: name } = c.req.valid('param');
      const choices = await changePicklist(platform, c.get('caller')!, name, c.req.valid('json').choices);
      return c.json({ list: name, choices }, 200);
    })
    .route('/', customFieldRoutes(platform));
}
