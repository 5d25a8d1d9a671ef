import { id, z } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { generalLinkLimit, hasScheduler } from '#people/plan.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import { planUsageAnswer } from './plan-usage.ts';
import { readPlanUsage } from './store-plan.ts';

const usage = route('member', {
  method: 'get',
  path: '/api/workspace/plan-usage',
  tags: ['Links'],
  summary: 'What the plan allows, and how many links of each member count; those with the most first',
  request: {
    query: z.object({
      memberId: z.union([z.literal('me'), id], 'Write "me" or the id of a member.').optional(),
    }),
  },
  responses: { 200: answer(planUsageAnswer, 'The usage') },
});

/** L8: everybody may ask, since everybody sees everybody's links (N3). */
export function planRoutes({ db }: Platform) {
  return router().openapi(usage, async (c) => {
    const { workspaceId, memberId: me } = c.get('caller')!;
    const { memberId } = c.req.valid('query');
    const { plan } = (await readWorkspace(db.read, workspaceId))!;
    const members = await readPlanUsage(db.read, workspaceId, memberId === 'me' ? me : memberId);
    const limit = generalLinkLimit(plan);
    const openLinks = members.reduce((sum, member) => sum + member.openLinks, 0);
    const items = members.map(({ openLinks: _all, ...member }) => ({
      ...member,
      over: limit !== null && member.generalLinks > limit,
    }));
    return c.json({ limit, scheduler: hasScheduler(plan), openLinks, items }, 200);
  });
}
