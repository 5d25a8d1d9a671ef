import type { Context } from 'hono';
import { pageOf, placeFrom } from '#platform/http/cursor.ts';
import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { id, idParam, listOf, listQuery, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import { changeLink, removeLink, restoreLink } from './change-link.ts';
import { LinkChanges, NewLink } from './link-fields.ts';
import { candidateIds, LINK_KINDS } from './link.ts';
import { hostsOf } from './bookable.ts';
import { makeLink } from './make-link.ts';
import { listedLinkAnswer, presentLink, warningsFor, wholeLinkAnswer } from './present-link.ts';
import { readHostStates } from './store-of-hosts.ts';
import { findLinkById } from './store-public.ts';
import { listLinks } from './store.ts';

const tags = ['Links'];

const list = route('member', {
  method: 'get',
  path: '/api/links',
  tags,
  summary: 'Links of the workspace',
  request: {
    query: listQuery.extend({
      kind: z.enum(LINK_KINDS).optional(),
      ownerId: id.optional(),
      active: z.enum(['true', 'false']).optional(),
      deleted: z.enum(['true', 'false']).optional(),
    }),
  },
  responses: { 200: answer(listOf(listedLinkAnswer), 'Links') },
});
const make = route('member', {
  method: 'post',
  path: '/api/links',
  tags,
  summary: 'Make a link',
  request: body(NewLink),
  responses: { 201: answer(wholeLinkAnswer, 'The link') },
});
const read = route('member', {
  method: 'get',
  path: '/api/links/{id}',
  tags,
  summary: 'One link',
  request: { params: idParam },
  responses: { 200: answer(wholeLinkAnswer, 'The link') },
});
const change = route('member', {
  method: 'patch',
  path: '/api/links/{id}',
  tags,
  summary: 'Change a link; its address and its bookings stay',
  request: { params: idParam, ...body(LinkChanges) },
  responses: { 200: answer(wholeLinkAnswer, 'The link') },
});
const remove = route('member', {
  method: 'delete',
  path: '/api/links/{id}',
  tags,
  summary: 'Delete a link: its address answers 410 from now on',
  request: { params: idParam },
  responses: { 204: { description: 'Deleted' } },
});
const restore = route('member', {
  method: 'post',
  path: '/api/links/{id}/restoration',
  tags,
  summary: 'Bring a deleted link back, switched off',
  request: { params: idParam },
  responses: { 200: answer(wholeLinkAnswer, 'The link') },
});
/** `upcomingOf` counts the meetings to come of several links; without it there are none. */
export function linkRoutes(
  platform: Platform,
  { upcomingOf = nothingUpcoming }: { upcomingOf?: UpcomingOf } = {},
) {
  const app = router();
  listRoute(platform, app, upcomingOf);
  oneRoutes(platform, app);
  changeRoutes(platform, app);
  return app;
}

type App = ReturnType<typeof router>;

/** Bookings come later in the house, so that house.ts hands this in. */
export type UpcomingOf = (
  platform: Platform,
  workspaceId: string,
  linkIds: string[],
) => Promise<ReadonlyMap<string, number>>;

const nothingUpcoming: UpcomingOf = async () => new Map();

function listRoute(platform: Platform, app: App, upcomingOf: UpcomingOf): void {
  const { db, config } = platform;
  app.openapi(list, async (c) => {
    const { q, kind, ownerId, active, deleted, cursor, limit } = c.req.valid('query');
    const { workspaceId } = c.get('caller')!;
    const after = placeFrom(cursor, /^$/)?.id;
    const isActive = active === undefined ? undefined : active === 'true';
    const filter = { q, kind, ownerId, active: isActive, deleted: deleted === 'true', after, limit };
    const links = await listLinks(db.read, workspaceId, filter);
    const workspace = (await readWorkspace(db.read, workspaceId))!;
    const { items, next } = pageOf(links, limit, ({ id }) => ({ value: '', id }));
    const upcoming = await upcomingOf(
      platform,
      workspaceId,
      items.map(({ id }) => id),
    );
    const hostIds = [...new Set(items.flatMap(({ settings }) => candidateIds(settings)))];
    const states = await readHostStates(db.read, workspaceId, hostIds);
    const listed = items.map((link) => ({
      ...presentLink(link, workspace, config.publicUrl),
      upcoming: upcoming.get(link.id) ?? 0,
      notBookable: hostsOf(link, states).filter(({ bookable }) => !bookable.ok),
    }));
    return c.json({ items: listed, next }, 200);
  });
}

function oneRoutes(platform: Platform, app: App): void {
  app.openapi(make, async (c) => {
    const { workspaceId, id } = await makeLink(platform, c.get('caller')!, c.req.valid('json'));
    return c.json(await whole(platform, c, workspaceId, id), 201);
  });
  app.openapi(read, async (c) => {
    const { workspaceId } = c.get('caller')!;
    return c.json(await whole(platform, c, workspaceId, c.req.valid('param').id), 200);
  });
}

function changeRoutes(platform: Platform, app: App): void {
  app.openapi(change, async (c) => {
    const { id } = c.req.valid('param');
    const caller = c.get('caller')!;
    const version = versionFrom(c.req.header('if-match'));
    const changed = await changeLink(platform, caller, id, c.req.valid('json'), version);
    const present = await whole(platform, c, caller.workspaceId, id);
    if ('changedMeanwhile' in changed) throw changedMeanwhile(present);
    return c.json(present, 200);
  });
  app.openapi(remove, async (c) => {
    await removeLink(platform, c.get('caller')!, c.req.valid('param').id);
    return c.body(null, 204);
  });
  app.openapi(restore, async (c) => {
    const { id } = c.req.valid('param');
    const caller = c.get('caller')!;
    await restoreLink(platform, caller, id);
    return c.json(await whole(platform, c, caller.workspaceId, id), 200);
  });
}

/** A live link with what the operator should know about it; says its version in the ETag. */
async function whole({ db, clock, config }: Platform, c: Context, workspaceId: string, id: string) {
  const found = await findLinkById(db.read, workspaceId, id);
  if (!found || found.link.deletedAt) throw notFound();
  c.header('ETag', etagOf(found.link.version));
  const shown = presentLink(found.link, found.workspace, config.publicUrl);
  const states = await readHostStates(db.read, workspaceId, shown.hostIds);
  return { ...shown, warnings: warningsFor(found, clock), hosts: hostsOf(found.link, states) };
}
