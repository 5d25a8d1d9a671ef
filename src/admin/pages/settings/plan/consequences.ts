import type { PlanUsage } from '#links/screens/plan-query.ts';
import { generalLinkLimit, hasScheduler, type Plan } from '#people/plan.ts';

/** What a smaller plan means for the links that there are; nothing is switched off by it. */
export interface Consequences {
  /** Pages that will say that they are closed. */
  closing: number;
  /** Who has more links than the new limit, which is null where there is none. */
  limit: number | null;
  over: PlanUsage['items'];
}

/** What follows from changing one plan into another, or null when nothing gets less. */
export function consequencesOf(before: Plan, after: Plan, usage: PlanUsage): Consequences | null {
  const closing = hasScheduler(before) && !hasScheduler(after) ? usage.openLinks : 0;
  const [was, limit] = [generalLinkLimit(before), generalLinkLimit(after)];
  const isLower = limit !== null && (was === null || limit < was);
  const over = isLower ? usage.items.filter(({ generalLinks }) => generalLinks > limit) : [];
  return closing > 0 || over.length > 0 ? { closing, limit, over } : null;
}
