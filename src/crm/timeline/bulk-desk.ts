import { id, z } from '#platform/http/fields.ts';
import type { Caller } from '#platform/http/caller.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, Problem } from '#platform/refusal.ts';
import { changeRecord, restoreRecord, trashRecord } from './record-life.ts';
import type { RecordBook, RecordFields } from './record.ts';

const MOST = 500;

const ids = z
  .array(id)
  .min(1, 'Choose at least one.')
  .max(MOST, `Choose at most ${MOST} at a time.`)
  .transform((list) => [...new Set(list)]);

const Outcome = z
  .object({
    done: z.array(z.string()),
    refused: z.array(z.object({ id: z.string(), status: z.number(), message: z.string() })),
  })
  .openapi('BulkOutcome', { description: 'Each record by itself: what was done stays done' });

interface BulkDesk<F extends RecordFields, Changes extends z.ZodType> {
  path: `/api/${string}`;
  many: string;
  book: RecordBook<F>;
  changes: Changes;
  changesFrom: (changes: z.output<Changes>) => Partial<F>;
}

/** The same change, the trash or the way back for many records at once (P10), each with its own rights (P9). */
export function bulkRoutes<F extends RecordFields, Changes extends z.ZodType>(
  platform: Platform,
  { book, changesFrom, ...desk }: BulkDesk<F, Changes>,
) {
  const routes = routesOf(desk);
  const each = async (wanted: readonly string[], act: (id: string) => Promise<unknown>) => {
    const done: string[] = [];
    const refused: z.infer<typeof Outcome>['refused'] = [];
    for (const one of wanted) {
      const refusal = await refusalOf(() => act(one));
      if (refusal) refused.push({ id: one, status: refusal.status, message: refusal.message });
      else done.push(one);
    }
    return { done, refused };
  };
  return router()
    .openapi(routes.change, async (c) => {
      const caller: Caller = c.get('caller')!;
      const given = c.req.valid('json' as never) as { ids: string[]; change: z.output<Changes> };
      const change = changesFrom(given.change);
      if (Object.keys(change).length === 0) throw invalid({ path: 'change', message: 'Say what to change.' });
      return c.json(await each(given.ids, (one) => changeRecord(platform, caller, book, one, change)), 200);
    })
    .openapi(routes.trash, async (c) => {
      const caller = c.get('caller')!;
      const outcome = await each(c.req.valid('json').ids, (one) => trashRecord(platform, caller, book, one));
      return c.json(outcome, 200);
    })
    .openapi(routes.restore, async (c) => {
      const caller = c.get('caller')!;
      const outcome = await each(c.req.valid('json').ids, (one) =>
        restoreRecord(platform, caller, book, one),
      );
      return c.json(outcome, 200);
    });
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
  const tags = ['CRM'];
  const responses = { 200: answer(Outcome, 'What was done, and what was refused') };
  const method = 'post';
  return {
    change: route('member', {
      method,
      path: `${path}/changes` as const,
      tags,
      summary: `${many}: change up to ${MOST} in the same way`,
      request: body(z.strictObject({ ids, change: changes })),
      responses,
    }),
    trash: route('member', {
      method,
      path: `${path}/trash` as const,
      tags,
      summary: `${many}: put up to ${MOST} in the trash`,
      request: body(z.strictObject({ ids })),
      responses,
    }),
    restore: route('member', {
      method,
      path: `${path}/restorations` as const,
      tags,
      summary: `${many}: take up to ${MOST} out of the trash`,
      request: body(z.strictObject({ ids })),
      responses,
    }),
  };
}
