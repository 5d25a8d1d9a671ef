import { idParam } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { mapColumns, removeImport, startImport, stopImport } from './change-import.ts';
import { ImportList, ImportShape, Mapping, presentListed, PreviewShape } from './import-fields.ts';
import { shownImport, visibleImport, visibleImports } from './open-import.ts';
import { preview } from './preview.ts';
import { importFileRoutes, type SayTo } from './routes-file.ts';

const tags = ['CRM'];
const path = '/api/imports';
const param = { params: idParam };

const list = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'Imports of the last 30 days, newest first; one’s own, for admins everybody’s',
  responses: { 200: answer(ImportList, 'At most 100') },
});
const map = route('member', {
  method: 'put',
  path: `${path}/{id}/mapping`,
  tags,
  summary: 'Say which column becomes which field, and see what that comes to',
  request: { ...param, ...body(Mapping) },
  responses: {
    200: answer(
      PreviewShape,
      'The first 20 rows as they would become, 50 that would be refused, counts of the first 10,000',
    ),
  },
});
const run = route('member', {
  method: 'post',
  path: `${path}/{id}/run`,
  tags,
  summary: 'Make the records; it goes on by itself',
  request: param,
  responses: { 202: answer(ImportShape, 'It runs') },
});
const stop = route('member', {
  method: 'post',
  path: `${path}/{id}/stop`,
  tags,
  summary: 'Make no further record; running it again goes on',
  request: param,
  responses: { 200: answer(ImportShape, 'The import as it stands') },
});
const read = route('member', {
  method: 'get',
  path: `${path}/{id}`,
  tags,
  summary: 'How far an import is; its member’s and the admins’',
  request: param,
  responses: { 200: answer(ImportShape, 'The import') },
});
const remove = route('member', {
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Forget the file; the records stay',
  request: param,
  responses: { 204: { description: 'Gone' } },
});

export function importRoutes(platform: Platform, { sayTo }: { sayTo: SayTo }) {
  return router()
    .route('/', importFileRoutes(platform, sayTo))
    .route('/', lookRoutes(platform))
    .route('/', runRoutes(platform));
}

function lookRoutes(platform: Platform) {
  const { db } = platform;
  return router()
    .openapi(list, async (c) => {
      const caller = c.get('caller')!;
      const found = await visibleImports(db.read, caller);
      return c.json({ items: found.map((one) => presentListed(caller, one)), next: null }, 200);
    })
    .openapi(read, async (c) => {
      const caller = c.get('caller')!;
      const found = await visibleImport(db.read, caller, c.req.valid('param').id);
      return c.json(await shownImport(db.read, caller, found), 200);
    })
    .openapi(remove, async (c) => {
      await removeImport(platform, c.get('caller')!, c.req.valid('param').id);
      return c.body(null, 204);
    });
}

function runRoutes(platform: Platform) {
  const { db } = platform;
  return router()
    .openapi(map, async (c) => {
      const caller = c.get('caller')!;
      const { id } = c.req.valid('param');
      const { found, plan } = await mapColumns(platform, caller, id, c.req.valid('json'));
      const key = { workspaceId: caller.workspaceId, id };
      return c.json(await preview(db.read, caller, key, { kind: found.kind, plan }), 200);
    })
    .openapi(run, async (c) => {
      const caller = c.get('caller')!;
      const found = await startImport(platform, caller, c.req.valid('param').id);
      return c.json(await shownImport(db.read, caller, found), 202);
    })
    .openapi(stop, async (c) => {
      const caller = c.get('caller')!;
      const found = await stopImport(platform, caller, c.req.valid('param').id);
      return c.json(await shownImport(db.read, caller, found), 200);
    });
}
