import { ReadableStream } from 'node:stream/web';
import type { Context } from 'hono';
import type { HttpEnv } from '#platform/http/caller.ts';
import { idParam, type z } from '#platform/http/fields.ts';
import { answer, body, fieldErrors, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, Problem } from '#platform/refusal.ts';
import { mapColumns, removeImport, startImport } from './change-import.ts';
import { decode, type Decoded } from './encoding.ts';
import {
  ImportAbout,
  ImportShape,
  Mapping,
  NewImport,
  presentImport,
  PreviewShape,
} from './import-fields.ts';
import { MOST_BYTES, openImport, visibleImport } from './open-import.ts';
import { preview } from './preview.ts';
import { refusedRows } from './refused-rows.ts';

const tags = ['CRM'];
const path = '/api/imports';
const param = { params: idParam };
const csv = { 'text/csv': { schema: { type: 'string' } } } as const;

/** The one address of the CRM that takes large bodies. */
export const IMPORT_BODIES = { [path]: MOST_BYTES };

const open = route('member', {
  method: 'post',
  path,
  tags,
  summary: 'Open a CSV file for import: as JSON, or its bytes as text/csv with ?kind=&name=',
  request: { body: { content: { 'application/json': { schema: NewImport }, ...csv } } },
  responses: { 201: answer(ImportShape, 'A draft: its columns, and what each most likely is') },
});
const map = route('member', {
  method: 'put',
  path: `${path}/{id}/mapping`,
  tags,
  summary: 'Say which column becomes which field, and see what that comes to',
  request: { ...param, ...body(Mapping) },
  responses: { 200: answer(PreviewShape, 'The first 20 rows as they would become, and counts of all') },
});
const run = route('member', {
  method: 'post',
  path: `${path}/{id}/run`,
  tags,
  summary: 'Make the records; it goes on by itself',
  request: param,
  responses: { 202: answer(ImportShape, 'It runs') },
});
const read = route('member', {
  method: 'get',
  path: `${path}/{id}`,
  tags,
  summary: 'How far an import is; its member’s and the admins’',
  request: param,
  responses: { 200: answer(ImportShape, 'The import') },
});
const errors = route('member', {
  method: 'get',
  path: `${path}/{id}/errors.csv`,
  tags,
  summary: 'The rows that were refused, and why',
  request: param,
  responses: { 200: { description: 'CSV', content: csv } },
});
const remove = route('member', {
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Forget the file; the records stay',
  request: param,
  responses: { 204: { description: 'Gone' } },
});

export function importRoutes(platform: Platform) {
  const { db } = platform;
  return router()
    .openapi(open, async (c) => {
      const { about, file } = await fileOf(c);
      return c.json(presentImport(await openImport(platform, c.get('caller')!, about, file)), 201);
    })
    .openapi(map, async (c) => {
      const caller = c.get('caller')!;
      const { id } = c.req.valid('param');
      const { found, plan } = await mapColumns(platform, caller, id, c.req.valid('json'));
      const key = { workspaceId: caller.workspaceId, id };
      return c.json(await preview(db.read, caller, key, { kind: found.kind, plan }), 200);
    })
    .openapi(run, async (c) => {
      const found = await startImport(platform, c.get('caller')!, c.req.valid('param').id);
      return c.json(presentImport(found), 202);
    })
    .openapi(read, async (c) => {
      const found = await visibleImport(db.read, c.get('caller')!, c.req.valid('param').id);
      return c.json(presentImport(found), 200);
    })
    .openapi(errors, async (c) => {
      const caller = c.get('caller')!;
      const found = await visibleImport(db.read, caller, c.req.valid('param').id);
      const key = { workspaceId: caller.workspaceId, id: found.id };
      const rows = ReadableStream.from(refusedRows(db.read, key, found));
      return c.body(rows as unknown as globalThis.ReadableStream, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="errors.csv"',
        'cache-control': 'no-store',
      });
    })
    .openapi(remove, async (c) => {
      await removeImport(platform, c.get('caller')!, c.req.valid('param').id);
      return c.body(null, 204);
    });
}

async function fileOf(c: Context<HttpEnv>): Promise<{ about: z.infer<typeof ImportAbout>; file: Decoded }> {
  const type = c.req.header('content-type') ?? '';
  if (/^application\/json\b/i.test(type)) {
    const { text, ...about } = await checked(NewImport, c.req.json());
    return { about, file: { text, encoding: 'utf-8', guessed: false } };
  }
  if (!/^text\/csv\b/i.test(type)) {
    throw new Problem(415, 'unsupported', 'Send the file as text/csv, or its text as application/json.');
  }
  const about = await checked(ImportAbout, Promise.resolve(c.req.query()));
  return { about, file: decode(new Uint8Array(await c.req.arrayBuffer())) };
}

async function checked<S extends z.ZodType>(schema: S, given: Promise<unknown>): Promise<z.output<S>> {
  const parsed = schema.safeParse(await given);
  if (!parsed.success) throw invalid(...fieldErrors(parsed.error.issues));
  return parsed.data;
}
