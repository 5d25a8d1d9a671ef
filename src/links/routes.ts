import { answer, body, route, router } from '#platform/http/route.ts';
import { emailAddress, id, idParam, listOf, listQuery, z } from '#platform/http/fields.ts';
import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import type { Platform } from '#platform/platform.ts';
import { notBuilt, notFound } from '#platform/refusal.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import { changeLink, removeLink } from './change-link.ts';
import { LinkChanges, NewLink } from './link-fields.ts';
import { LINK_KINDS, type Link } from './link.ts';
import { makeLink } from './make-link.ts';
import { presentLink, warningsFor } from './present-link.ts';
import { listLinks, readLastHoliday, readLink } from './store.ts';

const LinkShape = z
  .looseObject({
    id: z.string(),
    url: z.string(),
    kind: z.enum(LINK_KINDS),
    title: z.string(),
    slug: z.string(),
  })
  .openapi('Link');
const warnings = z.array(z.object({ code: z.string(), message: z.string() }));
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
    }),
  },
  responses: { 200: answer(listOf(LinkShape), 'Links') },
});
const make = route('member', {
  method: 'post',
  path: '/api/links',
  tags,
  summary: 'Make a link',
  request: body(NewLink),
  responses: { 201: answer(LinkShape.extend({ warnings }), 'The link') },
});
const read = route('member', {
  method: 'get',
  path: '/api/links/{id}',
  tags,
  summary: 'One link',
  request: { params: idParam },
  responses: { 200: answer(LinkShape.extend({ warnings }), 'The link') },
});
const change = route('member', {
  method: 'patch',
  path: '/api/links/{id}',
  tags,
  summary: 'Change a link; its address and its bookings stay',
  request: { params: idParam, ...body(LinkChanges) },
  responses: { 200: answer(LinkShape.extend({ warnings }), 'The link') },
});
const remove = route('member', {
  method: 'delete',
  path: '/api/links/{id}',
  tags,
  summary: 'Delete a link: its address answers 410 from now on',
  request: { params: idParam },
  responses: { 204: { description: 'Deleted' } },
});
const invite = route('member', {
  method: 'post',
  path: '/api/links/{id}/invitations',
  tags,
  summary: 'An address that knows whom it was sent to',
  request: {
    params: idParam,
    ...body(z.strictObject({ record: z.strictObject({ kind: z.string(), id }), email: emailAddress })),
  },
  responses: { 201: answer(z.object({ url: z.string() }), 'The address') },
});

export function linkRoutes(platform: Platform) {
  const { db, clock } = platform;
  /** The whole link, with what the operator should know about it. */
  const present = async (link: Link) => {
    const workspace = (await readWorkspace(db.read, link.workspaceId))!;
    const lastHoliday = await readLastHoliday(db.read, link.workspaceId, link.holidayListId);
    const shown = presentLink(link, workspace, platform.config.publicUrl) as z.infer<typeof LinkShape>;
    return { ...shown, warnings: warningsFor(link, lastHoliday, clock) };
  };
  const live = async (workspaceId: string, linkId: string): Promise<Link> => {
    const link = await readLink(db.read, workspaceId, linkId);
    if (!link || link.deletedAt) throw notFound();
    return link;
  };
  return router()
    .openapi(list, async (c) => {
      const { active, ...filter } = c.req.valid('query');
      const { workspaceId } = c.get('caller')!;
      const links = await listLinks(db.read, workspaceId, {
        ...filter,
        ...(active && { active: active === 'true' }),
      });
      const workspace = (await readWorkspace(db.read, workspaceId))!;
      const items = links.map((link) => presentLink(link, workspace, platform.config.publicUrl));
      const next = links.length === filter.limit ? links.at(-1)!.id : null;
      return c.json({ items: items as z.infer<typeof LinkShape>[], next }, 200);
    })
    .openapi(make, async (c) => {
      const link = await makeLink(platform, c.get('caller')!, c.req.valid('json'));
      c.header('ETag', etagOf(link.version));
      return c.json(await present(link), 201);
    })
    .openapi(read, async (c) => {
      const link = await live(c.get('caller')!.workspaceId, c.req.valid('param').id);
      c.header('ETag', etagOf(link.version));
      return c.json(await present(link), 200);
    })
    .openapi(change, async (c) => {
      const version = versionFrom(c.req.header('if-match'));
      const link = await changeLink(
        platform,
        c.get('caller')!,
        c.req.valid('param').id,
        c.req.valid('json'),
        version,
      );
      if ('changedMeanwhile' in link) throw changedMeanwhile(await present(link.changedMeanwhile));
      c.header('ETag', etagOf(link.version));
      return c.json(await present(link), 200);
    })
    .openapi(remove, async (c) => {
      await removeLink(platform, c.get('caller')!, c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(invite, async (c) => {
      await live(c.get('caller')!.workspaceId, c.req.valid('param').id);
      throw notBuilt('invitations');
    });
}
