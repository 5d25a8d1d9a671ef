import { minuteFromIso } from '#engine/minutes.ts';
import { idParam, instant, z } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notAllowed, notFound } from '#platform/refusal.ts';
import { candidateIds, ruleOf } from '#links/link.ts';
import { readHostStates } from '#links/store-of-hosts.ts';
import { findLinkById } from '#links/store-public.ts';
import { readStandings } from '#bookings/rotation/rotation-standing.ts';
import { seesShares, sharesAnswer, sharesOf } from '#bookings/assignment/shares.ts';
import { readShares } from '#bookings/assignment/store-shares.ts';

const query = z
  .object({ from: instant, to: instant })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'The end must come after the beginning.' });

const shares = route('member', {
  method: 'get',
  path: '/api/links/{id}/shares',
  tags: ['Links'],
  summary: 'How many meetings that start in a span each host has, beside what would be fair',
  request: { params: idParam, query },
  responses: { 200: answer(sharesAnswer, 'The shares') },
});

export function shareRoutes({ db, clock }: Platform) {
  return router().openapi(shares, async (c) => {
    const caller = c.get('caller')!;
    const { workspaceId } = caller;
    const { from, to } = c.req.valid('query');
    const found = await findLinkById(db.read, workspaceId, c.req.valid('param').id);
    if (!found || found.link.deletedAt) throw notFound();
    const { link, isAppointmentPage } = found;
    if (!seesShares(caller, link))
      throw notAllowed('Only hosts of this link, its owner, and who sees all bookings look at this.');
    const window = { from: minuteFromIso(from)!, to: minuteFromIso(to)! };
    const rows = await readShares(db.read, workspaceId, [link.id], window);
    const ids = new Set([...candidateIds(link.settings), ...rows.map((row) => row.host_id)]);
    const states = await readHostStates({ db, clock }, workspaceId, [...ids]);
    const rule = ruleOf(link.settings, isAppointmentPage);
    const rotations = await readStandings(db.read, workspaceId, [link], { choosing: false, except: null });
    return c.json({ rule, ...sharesOf(link, rows, states, rotations) }, 200);
  });
}
