import type { Context } from 'hono';
import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { idParam } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { changeLink, removeLink, restoreLink } from './change-link.ts';
import { LinkChanges, NewLink } from './link-fields.ts';
import { hostsOf, type LinkHost } from './bookable.ts';
import { makeLink } from './make-link.ts';
import { presentLink, warningsFor, wholeLinkAnswer, type Warning } from './present-link.ts';
import { linkListRoute, type OfBookings } from './routes-list.ts';
import { planRoutes } from './routes-plan.ts';
import { readHostStates } from './store-of-hosts.ts';
import { findLinkById, type FoundLink } from './store-public.ts';

const tags = ['Links'];

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
/** `bookings` tells what they say of several links, and what to look after on one. */
export function linkRoutes(platform: Platform, bookings: Partial<OfBookings & OneLink> = {}) {
  const app = router().route('/', planRoutes(platform)).route('/', linkListRoute(platform, bookings));
  const { warningsOf = ownWarnings } = bookings;
  oneRoutes(platform, app, { warningsOf });
  changeRoutes(platform, app, { warningsOf });
  return app;
}

interface OneLink {
  warningsOf: (platform: Platform, found: FoundLink, hosts: readonly LinkHost[]) => Promise<Warning[]>;
}

const ownWarnings: OneLink['warningsOf'] = async ({ clock }, found) => warningsFor(found, clock);

type App = ReturnType<typeof router>;

function oneRoutes(platform: Platform, app: App, told: OneLink): void {
  app.openapi(make, async (c) => {
    const { workspaceId, id } = await makeLink(platform, c.get('caller')!, c.req.valid('json'));
    return c.json(await whole(platform, told, c, workspaceId, id), 201);
  });
  app.openapi(read, async (c) => {
    const { workspaceId } = c.get('caller')!;
    return c.json(await whole(platform, told, c, workspaceId, c.req.valid('param').id), 200);
  });
}

function changeRoutes(platform: Platform, app: App, told: OneLink): void {
  app.openapi(change, async (c) => {
    const { id } = c.req.valid('param');
    const caller = c.get('caller')!;
    const version = versionFrom(c.req.header('if-match'));
    const changed = await changeLink(platform, caller, id, c.req.valid('json'), version);
    const present = await whole(platform, told, c, caller.workspaceId, id);
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
    return c.json(await whole(platform, told, c, caller.workspaceId, id), 200);
  });
}

/** A live link with what the operator should know about it; says its version in the ETag. */
async function whole(
  platform: Platform,
  { warningsOf }: OneLink,
  c: Context,
  workspaceId: string,
  id: string,
) {
  const { db, config } = platform;
  const found = await findLinkById(db.read, workspaceId, id);
  if (!found || found.link.deletedAt) throw notFound();
  c.header('ETag', etagOf(found.link.version));
  const shown = presentLink(found.link, found.workspace, config.publicUrl);
  const hosts = hostsOf(found.link, await readHostStates(platform, workspaceId, shown.hostIds));
  return { ...shown, warnings: await warningsOf(platform, found, hosts), hosts };
}
