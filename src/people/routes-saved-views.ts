import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { idParam, line, listOf, text, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { changeView, removeView, saveView } from './change-saved-view.ts';
import { openWithView } from './open-with-view.ts';
import { changesView, seesView, VIEW_LISTS, type SavedView } from './saved-view.ts';
import { savedViewAnswer, type SavedViewAnswer } from './saved-view-fields.ts';
import { listViews, readView } from './store-saved-views.ts';
import { readDefaults } from './store-view-defaults.ts';

const tags = ['Saved views'];
const path = '/api/views';
const MOST_SHOWN = 500;
const filterName = z.string().regex(/^[A-Za-z]{1,40}$/, 'Name a filter by its letters, such as status.');
const fields = {
  name: line(80),
  filter: z
    .record(filterName, text(8_000))
    .refine((filter) => Object.keys(filter).length <= 20, 'Keep at most 20 filters.'),
  shared: z.boolean(),
};
const newView = z.strictObject({
  list: z.enum(VIEW_LISTS),
  ...fields,
  shared: fields.shared.default(false),
});

const list = route('member', {
  method: 'get',
  path,
  tags,
  summary: 'One’s own views and those shared by others',
  request: { query: z.object({ list: z.enum(VIEW_LISTS).optional() }) },
  responses: { 200: answer(listOf(savedViewAnswer), 'Views') },
});
const save = route('member', {
  method: 'post',
  path,
  tags,
  summary: 'Keep a list by name',
  request: body(newView),
  responses: { 201: answer(savedViewAnswer, 'The view') },
});
const read = route('member', {
  method: 'get',
  path: `${path}/{id}`,
  tags,
  summary: 'One view',
  request: { params: idParam },
  responses: { 200: answer(savedViewAnswer, 'The view') },
});
const change = route('member', {
  method: 'patch',
  path: `${path}/{id}`,
  tags,
  summary: 'Change a view: its maker, or for a shared one someone with manage-settings',
  request: { params: idParam, ...body(z.strictObject(fields).partial()) },
  responses: { 200: answer(savedViewAnswer, 'The view') },
});
const remove = route('member', {
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Delete a view',
  request: { params: idParam },
  responses: { 204: { description: 'Deleted' } },
});
const isDefault = `${path}/{id}/default` as const;
const putDefault = route('member', {
  method: 'put',
  path: isDefault,
  tags,
  summary: 'Open the list with this view from now on: one’s own choice, in the place of the one before',
  request: { params: idParam },
  responses: { 204: { description: 'The list opens with it' } },
});
const removeDefault = route('member', {
  method: 'delete',
  path: isDefault,
  tags,
  summary: 'Open the list without this view again',
  request: { params: idParam },
  responses: { 204: { description: 'The list opens as it did before' } },
});

export function savedViewRoutes(platform: Platform) {
  const { read: db } = platform.db;
  const shown = async (caller: Caller, view: SavedView) =>
    present(caller, view, await readDefaults(db, caller.workspaceId, caller.memberId));
  return router()
    .openapi(list, async (c) => {
      const caller = c.get('caller')!;
      const { memberId, workspaceId } = caller;
      const asked = { memberId, list: c.req.valid('query').list };
      const views = await listViews(db, workspaceId, asked, MOST_SHOWN);
      const defaults = await readDefaults(db, workspaceId, memberId);
      return c.json({ items: views.map((view) => present(caller, view, defaults)), next: null }, 200);
    })
    .openapi(save, async (c) => {
      const view = await saveView(platform, c.get('caller')!, c.req.valid('json'));
      c.header('ETag', etagOf(view.version));
      return c.json(present(c.get('caller')!, view, NONE), 201);
    })
    .openapi(read, async (c) => {
      const caller = c.get('caller')!;
      const view = await readView(db, caller.workspaceId, c.req.valid('param').id);
      if (!view || !seesView(caller, view)) throw notFound();
      c.header('ETag', etagOf(view.version));
      return c.json(await shown(caller, view), 200);
    })
    .openapi(change, async (c) => {
      const caller = c.get('caller')!;
      const version = versionFrom(c.req.header('if-match'));
      const { id } = c.req.valid('param');
      const view = await changeView(platform, caller, id, c.req.valid('json'), version);
      if ('changedMeanwhile' in view) throw changedMeanwhile(await shown(caller, view.changedMeanwhile));
      c.header('ETag', etagOf(view.version));
      return c.json(await shown(caller, view), 200);
    })
    .route('/', endingRoutes(platform));
}

/** A view goes, and a list opens with it or without it. */
function endingRoutes(platform: Platform) {
  return router()
    .openapi(remove, async (c) => {
      await removeView(platform, c.get('caller')!, c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(putDefault, async (c) => {
      await openWithView(platform, c.get('caller')!, c.req.valid('param').id, true);
      return c.body(null, 204);
    })
    .openapi(removeDefault, async (c) => {
      await openWithView(platform, c.get('caller')!, c.req.valid('param').id, false);
      return c.body(null, 204);
    });
}

const NONE: ReadonlySet<string> = new Set();

function present(caller: Caller, view: SavedView, defaults: ReadonlySet<string>): SavedViewAnswer {
  const { workspaceId: _ours, ...shown } = view;
  return { ...shown, default: defaults.has(view.id), editable: changesView(caller, view) };
}
