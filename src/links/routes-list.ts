import { pageOf, placeFrom } from '#platform/http/cursor.ts';
import { id, listOf, listQuery, z } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import { hostsOf } from './bookable.ts';
import { candidateIds, LINK_KINDS, type Link } from './link.ts';
import { listedLinkAnswer, presentLink, type TimesTally } from './present-link.ts';
import { readHostStates } from './store-of-hosts.ts';
import { listLinks, placeOfLink } from './store.ts';

const list = route('member', {
  method: 'get',
  path: '/api/links',
  tags: ['Links'],
  summary: 'Links of the workspace, those with specific times after all others',
  request: {
    query: listQuery.extend({
      kind: z.enum(LINK_KINDS).optional(),
      ownerId: id.optional(),
      teamId: id.optional().openapi({ description: 'Links that members of the team own' }),
      active: z.enum(['true', 'false']).optional(),
      deleted: z.enum(['true', 'false']).optional(),
    }),
  },
  responses: { 200: answer(listOf(listedLinkAnswer), 'Links') },
});

/** What bookings tell of several links. They come later in the house, so that house.ts hands this in. */
export interface OfBookings {
  /** Meetings to come, by link. */
  upcomingOf: (
    platform: Platform,
    workspaceId: string,
    linkIds: string[],
  ) => Promise<ReadonlyMap<string, number>>;
  /** How links with specific times stand. */
  talliesOf: (
    platform: Platform,
    workspaceId: string,
    links: readonly Link[],
  ) => Promise<ReadonlyMap<string, TimesTally>>;
}

const NOTHING_BOOKED: OfBookings = { upcomingOf: async () => new Map(), talliesOf: async () => new Map() };

/** Everybody's links (N3); without `bookings` nothing is booked. */
export function linkListRoute(platform: Platform, bookings: Partial<OfBookings> = {}) {
  const app = router();
  app.openapi(list, async (c) => {
    const { cursor, limit, active, deleted, ...wanted } = c.req.valid('query');
    const { workspaceId } = c.get('caller')!;
    const after = placeFrom(cursor, /^[01]$/);
    const isActive = active === undefined ? undefined : active === 'true';
    const filter = { ...wanted, active: isActive, deleted: deleted === 'true', after, limit };
    const links = await listLinks(platform.db.read, workspaceId, filter);
    const { items, next } = pageOf(links, limit, placeOfLink);
    const shown = await presentAll(platform, workspaceId, items, { ...NOTHING_BOOKED, ...bookings });
    return c.json({ items: shown, next }, 200);
  });
  return app;
}

/** Links with what their rows show; of deleted ones no time is counted. */
async function presentAll(platform: Platform, workspaceId: string, links: Link[], bookings: OfBookings) {
  const { db, config } = platform;
  const workspace = (await readWorkspace(db.read, workspaceId))!;
  const ids = links.map(({ id }) => id);
  const upcoming = await bookings.upcomingOf(platform, workspaceId, ids);
  const live = links.filter(({ deletedAt }) => deletedAt === null);
  const tallies = await bookings.talliesOf(platform, workspaceId, live);
  const hostIds = [...new Set(links.flatMap(({ settings }) => candidateIds(settings)))];
  const states = await readHostStates(platform, workspaceId, hostIds);
  return links.map((link) => ({
    ...presentLink(link, workspace, config.publicUrl),
    upcoming: upcoming.get(link.id) ?? 0,
    notBookable: hostsOf(link, states).filter(({ bookable }) => !bookable.ok),
    tally: tallies.get(link.id) ?? null,
  }));
}
