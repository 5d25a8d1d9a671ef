import { ReadableStream } from 'node:stream/web';
import { route, router } from '#platform/http/route.ts';
import type { z } from '#platform/http/fields.ts';
import type { Platform } from '#platform/platform.ts';
import { cellsOf, csvOf } from './csv.ts';
import { cellOfCustom } from './custom/cell-of-custom.ts';
import type { CustomField } from './custom/custom-field.ts';
import { readCustomFields } from './custom/store-custom-fields.ts';
import { askedOf, recordListQuery } from './list-query.ts';
import type { Kept, RecordFields } from './record.ts';
import type { ReadableBook } from './store-book.ts';
import type { RecordFilter } from './store-page.ts';

interface ExportDesk<F extends RecordFields> {
  path: `/api/${string}`;
  many: string;
  book: ReadableBook<F>;
  filters: z.ZodRawShape;
  present: (record: Kept<F>) => Record<string, unknown>;
  meaning: (filters: Record<string, string | undefined>) => Pick<RecordFilter, 'equals' | 'belongsTo'>;
  fieldsFrom: (given: never) => F;
}

/** How many are read at a time: the file is sent while it is being read. */
const PAGE = 500;

/** The list as it is filtered and sorted, as a file for spreadsheets (P10). */
export function exportRoutes<F extends RecordFields>(platform: Platform, desk: ExportDesk<F>) {
  const { book, path, many } = desk;
  const download = route('member', {
    method: 'get',
    path: `${path}.csv` as const,
    tags: ['CRM'],
    summary: `${many} of the list as CSV, all pages`,
    request: { query: recordListQuery.extend(desk.filters).omit({ limit: true, cursor: true }) },
    responses: { 200: { description: 'CSV', content: { 'text/csv': { schema: { type: 'string' } } } } },
  });
  return router().openapi(download, async (c) => {
    const caller = c.get('caller')!;
    const query = c.req.valid('query') as z.infer<typeof recordListQuery> & Record<string, string>;
    const { workspaceId } = caller;
    const asked = await askedOf(platform.db.read, caller, desk, { ...query, limit: PAGE });
    const own = await readCustomFields(platform.db.read, workspaceId, book.kind);
    const rows = ReadableStream.from(lines(platform, desk, workspaceId, asked, own));
    const name = path.split('/').at(-1)!;
    return c.body(rows as unknown as globalThis.ReadableStream, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    });
  });
}

async function* lines<F extends RecordFields>(
  { db }: Platform,
  desk: ExportDesk<F>,
  workspaceId: string,
  asked: RecordFilter,
  own: readonly CustomField[],
): AsyncGenerator<Uint8Array> {
  const { book, present } = desk;
  const columns = Object.keys(cellsOf(present(blankOf(desk))));
  const heading = [...columns, ...own.map(({ label }) => label)];
  const encoder = new TextEncoder();
  let after = asked.after;
  for (let isFirst = true; ; isFirst = false) {
    const found = await book.list(db.read, workspaceId, { ...asked, after });
    const page = found.slice(0, asked.limit);
    const rows = page.map((record) => {
      const cells = cellsOf(present(record));
      const said = columns.map((column) => cells[column] ?? '');
      return [...said, ...own.map((field) => cellOfCustom(field, record.fields.custom[field.key]))];
    });
    yield encoder.encode(csvOf(heading, rows, isFirst));
    const last = page.at(-1);
    if (found.length <= asked.limit || !last) return;
    after = { id: last.id, value: String(last.sortValue) };
  }
}

/** For the heading, which a list without rows has too. */
function blankOf<F extends RecordFields>({ book, fieldsFrom }: ExportDesk<F>): Kept<F> {
  const fields = fieldsFrom({ [book.nameField ?? 'name']: '' } as never);
  return { id: '', fields, version: 1, createdAt: '', activeAt: '', deletedAt: null };
}
