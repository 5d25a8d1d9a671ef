import type { Decision } from '#engine/decide.ts';

/**
 * The decision about one chair as one about the whole meeting: the others keep theirs, each the only one for it, so
 * that replaying it gives all the hosts (D5). `decision` is about chair nought, which is the meeting's chair `at`.
 */
export function wholeDecision(decision: Decision, at: number, hostIds: string[]): Decision {
  if (hostIds.length === 1) return decision;
  const others = hostIds.filter((_, chair) => chair !== at);
  const kept = (id: string, chair: number): Decision['candidates'][number] => ({
    id,
    chair,
    free: true,
    reasons: [],
    count: 0,
    lastScheduledAt: null,
  });
  return {
    ...decision,
    rules: hostIds.map((_, chair) => (chair === at ? decision.rule : 'in-order')),
    // A draw goes by the seed and the number of the chair.
    seed: decision.seed - at,
    candidates: hostIds.flatMap((id, chair) =>
      chair === at ? decision.candidates.map((one) => ({ ...one, chair: at })) : [kept(id, chair)],
    ),
    chosen: hostIds,
    ...(decision.only && { only: [...decision.only, ...others] }),
  };
}
