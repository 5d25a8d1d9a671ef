import type { Caller } from '#platform/http/caller.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import { z } from '#platform/http/fields.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound, Problem } from '#platform/refusal.ts';
import { BulkChanged, BulkOutcome, idsGiven, MOST_AT_ONCE, reversalsGiven } from './bulk-fields.ts';
import { customChanged, type CustomValues } from './custom/custom-field.ts';
import { changeRecord, restoreRecord, trashRecord } from './record-life.ts';
import type { Kept, RecordFields } from './record.ts';
import type { ReadableBook } from './store-book.ts';

type Outcome = z.infer<typeof BulkOutcome>;
type Changed = z.infer<typeof BulkChanged>['changed'][number];

interface BulkDesk<F extends RecordFields, Changes extends z.ZodType> {
  path: `/api/${string}`;
  many: string;
  book: ReadableBook<F>;
  changes: Changes;
  changesFrom: (changes: z.output<Changes>) => Partial<F>;
  present: (record: Kept<F>) => Record<string, unknown>;
}

/** The same change, the way back from it, the trash or the way out of it for many at once (P10), each with its own rights (P9). */
export function bulkRoutes<F extends RecordFields, Changes extends z.ZodType>(
  platform: Platform,
  desk: BulkDesk<F, Changes>,
) {
  const { book, changesFrom } = desk;
  const routes = routesOf(desk);
  return router()
    .openapi(routes.change, async (c) => {
      const caller = c.get('caller')!;
      const given = c.req.valid('json' as never) as { ids: string[]; change: z.output<Changes> };
      const change = changesFrom(given.change);
      if (Object.keys(change).length === 0) throw invalid({ path: 'change', message: 'Say what to change.' });
      const changed: Changed[] = [];
      const outcome = await each(given.ids, async (id) => {
        const one = await changeTelling(platform, caller, desk, id, change);
        if (one) changed.push(one);
      });
      return c.json({ ...outcome, changed }, 200);
    })
    .openapi(routes.reverse, async (c) => {
      const { changed } = c.req.valid('json' as never) as { changed: Changed[] };
      const known = new Map(changed.map((one) => [one.id, one]));
      const outcome = await each([...known.keys()], async (id) => {
        const { version, before } = known.get(id)!;
        const change = changesFrom(before as z.output<Changes>);
        const record = await changeRecord(platform, c.get('caller')!, book, id, change, version);
        if ('changedMeanwhile' in record) throw changedSince();
      });
      return c.json(outcome, 200);
    })
    .route('/', trashRoutes(platform, desk));
}

function trashRoutes<F extends RecordFields, Changes extends z.ZodType>(
  platform: Platform,
  desk: BulkDesk<F, Changes>,
) {
  const { book } = desk;
  const routes = routesOf(desk);
  return router()
    .openapi(routes.trash, async (c) => {
      const caller = c.get('caller')!;
      return c.json(
        await each(c.req.valid('json').ids, (id) => trashRecord(platform, caller, book, id)),
        200,
      );
    })
    .openapi(routes.restore, async (c) => {
      const caller = c.get('caller')!;
      return c.json(
        await each(c.req.valid('json').ids, (id) => restoreRecord(platform, caller, book, id)),
        200,
      );
    });
}

/** Changes a record as it was read just now and says what it held before; nothing when it held that already. */
async function changeTelling<F extends RecordFields, Changes extends z.ZodType>(
  platform: Platform,
  caller: Caller,
  { book, changes, present }: BulkDesk<F, Changes>,
  id: string,
  change: Partial<F>,
): Promise<Changed | null> {
  const found = await book.read(platform.db.read, { workspaceId: caller.workspaceId, id });
  if (!found) throw notFound();
  const fields = Object.keys((changes as unknown as z.ZodObject).shape);
  let before: Kept<F> = found;
  for (;;) {
    const after: Kept<F> | { changedMeanwhile: Kept<F> } = await changeRecord(
      platform,
      caller,
      book,
      id,
      change,
      before.version,
    );
    if ('changedMeanwhile' in after) {
      // Somebody was faster: the change is asked of what stands now.
      before = after.changedMeanwhile;
      continue;
    }
    if (after.version === before.version) return null;
    const own = differing(fields, present(before), present(after));
    const custom = wayBack(before.fields.custom, after.fields.custom);
    return { id, version: after.version, before: { ...own, ...custom } };
  }
}

function differing(
  fields: readonly string[],
  before: Record<string, unknown>,
  after: Record<string, unknown>,
) {
  const own = fields.filter((field) => field !== 'custom');
  const others = own.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return Object.fromEntries(others.map((field) => [field, before[field] ?? null]));
}

/** The values that the change took away, null for those that were empty: given back, they are as before. */
function wayBack(before: CustomValues, after: CustomValues): { custom?: CustomValues } {
  const keys = customChanged(before, after);
  if (keys.length === 0) return {};
  return { custom: Object.fromEntries(keys.map((key) => [key, before[key] ?? null])) };
}

function changedSince(): Problem {
  return new Problem(412, 'changed-meanwhile', 'It was changed since, and stays as it is now.');
}

async function each(ids: readonly string[], act: (id: string) => Promise<unknown>): Promise<Outcome> {
  const outcome: Outcome = { done: [], refused: [] };
  for (const id of ids) {
    const refusal = await refusalOf(() => act(id));
    if (refusal) outcome.refused.push({ id, status: refusal.status, message: refusal.message });
    else outcome.done.push(id);
  }
  return outcome;
}

/** What one record's refusal is; anything unforeseen ends the whole request. */
async function refusalOf(act: () => Promise<unknown>): Promise<Problem | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function routesOf({ path, many, changes }: { path: `/api/${string}`; many: string; changes: z.ZodType }) {
  const ids = z.strictObject({ ids: idsGiven });
  const told = { 200: answer(BulkOutcome, 'What was done, and what was refused') };
  const common = { method: 'post' as const, tags: ['CRM'] };
  return {
    change: route('member', {
      ...common,
      path: `${path}/changes` as const,
      summary: `${many}: change up to ${MOST_AT_ONCE} in the same way`,
      request: body(ids.extend({ change: changes })),
      responses: { 200: answer(BulkChanged, 'What was done, what it was before, and what was refused') },
    }),
    reverse: route('member', {
      ...common,
      path: `${path}/reversals` as const,
      summary: `${many}: put back what up to ${MOST_AT_ONCE} held before, where nothing changed since`,
      request: body(reversalsGiven(changes)),
      responses: told,
    }),
    trash: route('member', {
      ...common,
      path: `${path}/trash` as const,
      summary: `${many}: put up to ${MOST_AT_ONCE} in the trash`,
      request: body(ids),
      responses: told,
    }),
    restore: route('member', {
      ...common,
      path: `${path}/restorations` as const,
      summary: `${many}: take up to ${MOST_AT_ONCE} out of the trash`,
      request: body(ids),
      responses: told,
    }),
  };
}
