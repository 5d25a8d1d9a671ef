import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { idParam, listOf, type z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Reader } from '#platform/db/database.ts';
import { bulkRoutes } from './bulk-desk.ts';
import { exportRoutes } from './export-desk.ts';
import { idsRoutes } from './ids-desk.ts';
import { askedOf, recordListQuery, recordPage } from './list-query.ts';
import { addRecord, changeRecord, restoreRecord, trashRecord } from './record-life.ts';
import { readLive } from './read-live.ts';
import { limitedTo, maySee } from './record-rights.ts';
import type { Kept, Naming, RecordFields } from './record.ts';
import type { ReadableBook } from './store-book.ts';
import type { RecordFilter } from './store-page.ts';
import { readLinked } from './store-links.ts';
import { readTimeline } from './store.ts';
import { recordTimelineQuery, TimelineItemShape, timelinePage } from './timeline-fields.ts';

/** One kind of record over HTTP: where it stands, what it takes, how it is shown. */
export interface RecordDesk<F extends RecordFields, Given extends z.ZodType, Changes extends z.ZodType> {
  /** '/api/companies' */
  path: `/api/${string}`;
  /** For the summaries: 'a company', 'Companies'. */
  one: string;
  many: string;
  book: ReadableBook<F>;
  given: Given;
  changes: Changes;
  shape: z.ZodType;
  /** Filters besides those of every list, by the name they have in the address. */
  filters: z.ZodRawShape;
  fieldsFrom: (given: z.output<Given>) => F;
  changesFrom: (changes: z.output<Changes>) => Partial<F>;
  present: (record: Kept<F>) => Record<string, unknown>;
  /** Answers name the records that each one belongs to (`linked`), as far as the caller may see them (P9). */
  namesLinked?: boolean;
  /** What the filters of the address mean: columns that must have a value, records to belong to. */
  meaning: (filters: Record<string, string | undefined>) => Pick<RecordFilter, 'equals' | 'belongsTo'>;
}

/** List, make, read, change, trash, restore and timeline of one kind, each with the rights of P9. */
export function recordRoutes<F extends RecordFields, Given extends z.ZodType, Changes extends z.ZodType>(
  platform: Platform,
  desk: RecordDesk<F, Given, Changes>,
) {
  const { book } = desk;
  const routes = routesOf(desk);
  const show = showing(platform.db.read, desk);
  // Ids first: `/{id}` would take the word for one.
  return router()
    .route('/', manyRoutes(platform, desk))
    .openapi(routes.list, async (c) => {
      const caller = c.get('caller')!;
      const query = c.req.valid('query') as z.infer<typeof recordListQuery> & Record<string, string>;
      const asked = await askedOf(platform.db.read, caller, desk, query);
      const records = await book.list(platform.db.read, caller.workspaceId, asked);
      const { items, next } = recordPage(records, query.limit, (record) => record);
      return c.json({ items: await show(caller, items), next }, 200);
    })
    .openapi(routes.add, async (c) => {
      const given = c.req.valid('json' as never) as z.output<Given>;
      const record = await addRecord(platform, c.get('caller')!, book, desk.fieldsFrom(given));
      c.header('ETag', etagOf(record.version));
      return c.json((await show(c.get('caller')!, [record]))[0], 201);
    })
    .route('/', oneRoutes(platform, desk, routes))
    .route('/', historyRoutes(platform, desk, routes));
}

function manyRoutes<F extends RecordFields, Given extends z.ZodType, Changes extends z.ZodType>(
  platform: Platform,
  desk: RecordDesk<F, Given, Changes>,
) {
  return router()
    .route('/', idsRoutes(platform, desk))
    .route('/', bulkRoutes(platform, desk))
    .route('/', exportRoutes(platform, desk as never));
}

function oneRoutes<F extends RecordFields, Given extends z.ZodType, Changes extends z.ZodType>(
  platform: Platform,
  desk: RecordDesk<F, Given, Changes>,
  routes: ReturnType<typeof routesOf>,
) {
  const { book } = desk;
  const show = showing(platform.db.read, desk);
  return router()
    .openapi(routes.read, async (c) => {
      const record = await readLive(platform.db.read, c.get('caller')!, book, c.req.valid('param').id);
      c.header('ETag', etagOf(record.version));
      return c.json((await show(c.get('caller')!, [record]))[0], 200);
    })
    .openapi(routes.change, async (c) => {
      const version = versionFrom(c.req.header('if-match'));
      const asked = desk.changesFrom(c.req.valid('json' as never) as z.output<Changes>);
      const { id } = c.req.valid('param');
      const record = await changeRecord(platform, c.get('caller')!, book, id, asked, version);
      if ('changedMeanwhile' in record) throw changedMeanwhile(desk.present(record.changedMeanwhile));
      c.header('ETag', etagOf(record.version));
      return c.json((await show(c.get('caller')!, [record]))[0], 200);
    });
}

function historyRoutes<F extends RecordFields, Given extends z.ZodType, Changes extends z.ZodType>(
  platform: Platform,
  desk: RecordDesk<F, Given, Changes>,
  routes: ReturnType<typeof routesOf>,
) {
  const { book } = desk;
  const show = showing(platform.db.read, desk);
  return router()
    .openapi(routes.trash, async (c) => {
      await trashRecord(platform, c.get('caller')!, book, c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(routes.restore, async (c) => {
      const record = await restoreRecord(platform, c.get('caller')!, book, c.req.valid('param').id);
      c.header('ETag', etagOf(record.version));
      return c.json((await show(c.get('caller')!, [record]))[0], 200);
    })
    .openapi(routes.timeline, async (c) => {
      const caller = c.get('caller')!;
      const { id } = await readLive(platform.db.read, caller, book, c.req.valid('param').id);
      const { kind: kinds, ...page } = c.req.valid('query');
      const record = { kind: book.kind, id };
      const asked = { ...page, kinds, limitedTo: limitedTo(caller) };
      const items = await readTimeline(platform.db.read, caller.workspaceId, record, asked);
      return c.json(timelinePage(items, page.limit), 200);
    });
}

/** Records as the API shows them, all with what they belong to in one statement. */
function showing<F extends RecordFields, Given extends z.ZodType, Changes extends z.ZodType>(
  db: Reader,
  { book, present, namesLinked }: RecordDesk<F, Given, Changes>,
) {
  return async (caller: Caller, records: readonly Kept<F>[]): Promise<Record<string, unknown>[]> => {
    if (!namesLinked) return records.map(present);
    const namings = records.map(({ fields }) => book.naming?.(fields) ?? []);
    const found = await readLinked(db, caller.workspaceId, namings.flat());
    const seen = found.filter((one) => !one.isTrashed && maySee(caller, one));
    const shown = new Map(seen.map(({ kind, id, name }) => [id, { kind, id, name }]));
    const linkedOf = (naming: readonly Naming[]) => naming.flatMap(({ id }) => shown.get(id) ?? []);
    return records.map((record, at) => ({ ...present(record), linked: linkedOf(namings[at]!) }));
  };
}

interface Place {
  path: `/api/${string}`;
  one: string;
  many: string;
  shape: z.ZodType;
  given: z.ZodType;
  changes: z.ZodType;
  filters: z.ZodRawShape;
}

const tags = ['CRM'];
const param = { params: idParam };

function routesOf(place: Place) {
  return { ...ownRoutes(place), ...trashRoutes(place) };
}

function ownRoutes({ path, one, many, shape, given, changes, filters }: Place) {
  const own = `${path}/{id}` as const;
  return {
    list: route('member', {
      method: 'get',
      path,
      tags,
      summary: `${many} the caller may see, newest first`,
      request: { query: recordListQuery.extend(filters) },
      responses: { 200: answer(listOf(shape), many) },
    }),
    add: route('member', {
      method: 'post',
      path,
      tags,
      summary: `Make ${one}`,
      request: body(given),
      responses: { 201: answer(shape, one) },
    }),
    read: route('member', {
      method: 'get',
      path: own,
      tags,
      summary: `Read ${one}`,
      request: param,
      responses: { 200: answer(shape, one) },
    }),
    change: route('member', {
      method: 'patch',
      path: own,
      tags,
      summary: `Change ${one}; who changed what stands on its timeline`,
      request: { ...param, ...body(changes) },
      responses: { 200: answer(shape, one) },
    }),
  };
}

function trashRoutes({ path, one, shape }: Place) {
  const own = `${path}/{id}` as const;
  return {
    trash: route('member', {
      method: 'delete',
      path: own,
      tags,
      summary: `Put ${one} in the trash`,
      request: param,
      responses: { 204: { description: 'In the trash' } },
    }),
    restore: route('member', {
      method: 'post',
      path: `${own}/restoration` as const,
      tags,
      summary: `Take ${one} out of the trash`,
      request: param,
      responses: { 200: answer(shape, one) },
    }),
    timeline: route('member', {
      method: 'get',
      path: `${own}/timeline` as const,
      tags,
      summary: `What happened with ${one}, newest first`,
      request: { ...param, query: recordTimelineQuery },
      responses: { 200: answer(listOf(TimelineItemShape), 'The timeline') },
    }),
  };
}
