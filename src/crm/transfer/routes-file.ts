import { ReadableStream } from 'node:stream/web';
import type { Context } from 'hono';
import type { Caller, HttpEnv } from '#platform/http/caller.ts';
import { idParam, type z } from '#platform/http/fields.ts';
import { answer, fieldErrors, route, router } from '#platform/http/route.ts';
import type { Language } from '#platform/messages/messages.ts';
import type { Platform } from '#platform/platform.ts';
import { readMember } from '#people/store.ts';
import { invalid, Problem } from '#platform/refusal.ts';
import { decode, isNoText, type Decoded } from './encoding.ts';
import { ImportAbout, ImportShape, NewImport } from './import-fields.ts';
import { MOST_BYTES, openImport, shownImport, visibleImport } from './open-import.ts';
import { refusedRows, type Say } from './refused-rows.ts';

const tags = ['CRM'];
const path = '/api/imports';
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
const errors = route('member', {
  method: 'get',
  path: `${path}/{id}/errors.csv`,
  tags,
  summary: 'The rows that were refused, and why',
  request: { params: idParam },
  responses: { 200: { description: 'CSV', content: csv } },
});

/** In the language of a member; what is said to programs stays as it is. */
export type SayTo = (locale: Language) => Say;

/** The file that comes, and the file of what was refused. */
export function importFileRoutes(platform: Platform, sayTo: SayTo) {
  const { db } = platform;
  const sayingTo = async ({ via, workspaceId, memberId }: Caller) => {
    if (via !== 'cookie') return null;
    const member = await readMember(db.read, workspaceId, memberId);
    return sayTo(member?.locale ?? 'en');
  };
  return router()
    .openapi(open, async (c) => {
      const { about, file } = await fileOf(c);
      const caller = c.get('caller')!;
      const found = await openImport(platform, caller, about, file);
      return c.json(await shownImport(db.read, caller, found), 201);
    })
    .openapi(errors, async (c) => {
      const caller = c.get('caller')!;
      const found = await visibleImport(db.read, caller, c.req.valid('param').id);
      const key = { workspaceId: caller.workspaceId, id: found.id };
      const rows = ReadableStream.from(refusedRows(db.read, key, found, await sayingTo(caller)));
      return c.body(rows as unknown as globalThis.ReadableStream, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="errors.csv"',
        'cache-control': 'no-store',
      });
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
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  if (isNoText(bytes)) {
    throw invalid({
      path: 'text',
      message: 'This is no text. Save the sheet as CSV, then choose that file.',
    });
  }
  return { about, file: decode(bytes) };
}

async function checked<S extends z.ZodType>(schema: S, given: Promise<unknown>): Promise<z.output<S>> {
  const parsed = schema.safeParse(await given);
  if (!parsed.success) throw invalid(...fieldErrors(parsed.error.issues));
  return parsed.data;
}
