import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { planUsageQuery } from '#links/screens/plan-query.ts';
import type { Plan } from '#people/plan.ts';
import { useWorkspaceSave } from '#people/screens/workspace-save.ts';
import { consequencesOf, type Consequences } from './consequences.ts';

/** A plan that would mean less, and what follows; answered with yes or no. */
export interface Question {
  after: Plan;
  consequences: Consequences;
  answer: (isYes: boolean) => void;
}

/** The plan, and changing it: what makes it smaller for somebody is asked first. */
export function usePlan() {
  const autosave = useWorkspaceSave();
  const { plan } = autosave.draft;
  const queries = useQueryClient();
  const usage = useQuery(planUsageQuery('everybody'));
  const [question, ask] = useState<Question | null>(null);

  const keep = async (after: Plan): Promise<boolean> => {
    const isKept = await autosave.save({ plan: after });
    if (isKept) void queries.invalidateQueries({ queryKey: ['links'] });
    return isKept;
  };
  /** False: not kept, for whatever reason; what was typed stays. */
  const change = async (to: Partial<Plan>): Promise<boolean> => {
    const after = { ...plan, ...to };
    const counted = usage.data ?? (await usage.refetch()).data;
    const consequences = counted ? consequencesOf(plan, after, counted) : null;
    if (!consequences) return keep(after);
    const isYes = await new Promise<boolean>((answer) => ask({ after, consequences, answer }));
    ask(null);
    return isYes && keep(after);
  };
  return { plan, change, autosave, usage, question };
}

export type PlanDesk = ReturnType<typeof usePlan>;
