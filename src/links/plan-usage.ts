import { z } from '#platform/http/fields.ts';

/** L8: what the plan allows now, and how many of each member's links count. */
export const planUsageAnswer = z
  .object({
    limit: z.number().nullable().openapi({ description: 'For each member, add-ons counted in; null = none' }),
    scheduler: z.boolean().openapi({ description: 'Whether links can be booked, add-ons counted in' }),
    /** Open links of any kind: their pages close with the scheduler. */
    openLinks: z.number(),
    items: z.array(
      z.object({
        memberId: z.string(),
        name: z.string(),
        active: z.boolean().openapi({ description: 'False: they no longer work here' }),
        generalLinks: z.number().openapi({ description: 'Active links with general availability' }),
        over: z.boolean(),
      }),
    ),
  })
  .openapi('PlanUsage');
export type PlanUsage = z.infer<typeof planUsageAnswer>;
