import { z } from '#platform/http/fields.ts';
import { pageOf } from '#platform/http/cursor.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { askedOf, recordListQuery } from './list-query.ts';
import type { RecordFields } from './record.ts';
import type { ReadableBook } from './store-book.ts';
import type { RecordFilter } from './store-page.ts';

/** So many ids at a time. */
const PAGE = 1_000;

const Ids = z
  .object({
    items: z.array(z.string()),
    next: z.string().nullable(),
    count: z.number().nullable().openapi({ description: 'All that fit, with the first page' }),
  })
  .openapi('RecordIds');

interface IdsDesk<F extends RecordFields> {
  path: `/api/${string}`;
  many: string;
  book: ReadableBook<F>;
  filters: z.ZodRawShape;
  meaning: (filters: Record<string, string | undefined>) => Pick<RecordFilter, 'equals' | 'belongsTo'>;
}

/** Which records a list holds, and how many: whoever chooses all that fit changes exactly those (P10). */
export function idsRoutes<F extends RecordFields>(platform: Platform, desk: IdsDesk<F>) {
  const { book, path, many } = desk;
  const ids = route('member', {
    method: 'get',
    path: `${path}/ids` as const,
    tags: ['CRM'],
    summary: `${many} of the list: their ids, ${PAGE} a page, and how many there are`,
    request: { query: recordListQuery.extend(desk.filters).omit({ limit: true }) },
    responses: { 200: answer(Ids, 'Ids in the order of the list') },
  });
  return router().openapi(ids, async (c) => {
    const caller = c.get('caller')!;
    const query = c.req.valid('query') as z.infer<typeof recordListQuery> & Record<string, string>;
    const { read } = platform.db;
    const asked = await askedOf(read, caller, desk, { ...query, limit: PAGE });
    const rows = await book.ids(read, caller.workspaceId, asked);
    const { items, next } = pageOf(rows, PAGE, ({ id, sortValue }) => ({ id, value: String(sortValue) }));
    const isFirst = query.cursor === undefined;
    const count = isFirst
      ? await countOf(items.length, next, () => book.count(read, caller.workspaceId, asked))
      : null;
    return c.json({ items: items.map(({ id }) => id), next, count }, 200);
  });
}

/** What fits one page need not be counted again. */
async function countOf(found: number, next: string | null, count: () => Promise<number>): Promise<number> {
  return next === null ? found : count();
}
