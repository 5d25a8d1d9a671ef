import { explain } from '#engine/explain.ts';
import { isoFromMinute, minuteFromIso, type Minute } from '#engine/minutes.ts';
import type { Reason } from '#engine/snapshot.ts';
import type { Caller } from '#platform/http/caller.ts';
import { idParam, instant, z } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { findLinkById, type FoundLink } from '#links/store-public.ts';
import { daysAnswer, daysWithHosts } from './days-with-hosts.ts';
import { durationFrom, slotsQuery, windowFrom } from './slots-query.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';

const Slots = z.object({ timeZone: z.string(), durationMinutes: z.number(), days: daysAnswer });
const Reasons = z.array(z.object({ code: z.string(), detail: z.string() }));
const Explanation = z.object({
  start: z.string(),
  offered: z.boolean(),
  reasons: Reasons,
  hosts: z.array(z.object({ memberId: z.string(), name: z.string(), free: z.boolean(), reasons: Reasons })),
});

const slots = route('member', {
  method: 'get',
  path: '/api/links/{id}/slots',
  tags: ['Links'],
  summary: 'Free times of a link, each with the hosts free then',
  request: { params: idParam, query: slotsQuery },
  responses: { 200: answer(Slots, 'Free times') },
});
const explanation = route('member', {
  method: 'get',
  path: '/api/links/{id}/explanation',
  tags: ['Links'],
  summary: 'Why a time is open or closed, for every host',
  request: {
    params: idParam,
    query: z.object({ start: instant, duration: slotsQuery.shape.duration }),
  },
  responses: { 200: answer(Explanation, 'The reasons') },
});

export function slotRoutes(platform: Platform) {
  const { db, clock } = platform;
  return router()
    .openapi(slots, async (c) => {
      const query = c.req.valid('query');
      const found = await liveLink(platform, c.get('caller')!, c.req.valid('param').id);
      const durationMinutes = durationFrom(found.link, query.duration);
      const window = windowFrom(query);
      const { offer } = await readSnapshot(db.read, clock, found, { durationMinutes, window });
      const days = daysWithHosts(offer, window, query.timeZone);
      return c.json({ timeZone: query.timeZone, durationMinutes, days }, 200);
    })
    .openapi(explanation, async (c) => {
      const query = c.req.valid('query');
      const found = await liveLink(platform, c.get('caller')!, c.req.valid('param').id);
      const start = minuteFromIso(query.start)!;
      const durationMinutes = durationFrom(found.link, query.duration);
      const window = { from: start, to: start + 1 };
      const snapshot = await readSnapshot(db.read, clock, found, { durationMinutes, window });
      return c.json(presentExplanation(found, snapshot, start), 200);
    });
}

async function liveLink({ db }: Platform, caller: Caller, linkId: string): Promise<FoundLink> {
  const found = await findLinkById(db.read, caller.workspaceId, linkId);
  if (!found || found.link.deletedAt) throw notFound();
  return found;
}

/** What the link itself says holds for every host, so that each line answers "why not?" alone. */
function presentExplanation({ link }: FoundLink, { offer, hosts }: Snapshot, start: Minute) {
  const explained = explain(offer, start);
  const ofLink = link.active ? explained.reasons : [SWITCHED_OFF, ...explained.reasons];
  return {
    start: isoFromMinute(start),
    offered: explained.offered && link.active,
    reasons: ofLink,
    hosts: explained.hosts.map((host) => ({
      memberId: host.id,
      name: hosts[host.index]!.name,
      free: host.free && ofLink.length === 0,
      reasons: [...ofLink, ...host.reasons],
    })),
  };
}

const SWITCHED_OFF: Reason = { code: 'inactive', detail: 'link' };
