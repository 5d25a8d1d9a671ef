import type { LinkChanges, LinkView } from '../link-queries.ts';

type ChairOf = LinkView['chairs'][number];

/** These hosts as the kind of link seats them: round robin in one chair, the others one chair each (B1). */
export function chairsOf(link: Pick<LinkView, 'kind' | 'chairs'>, hostIds: readonly string[]): ChairOf[] {
  if (link.kind !== 'round-robin') return hostIds.map((id) => ({ candidateIds: [id] }));
  const rule = link.chairs[0]?.rule;
  return [{ candidateIds: [...hostIds], ...(rule && { rule }) }];
}

/** A weight is kept for hosts only: the change that drops those of who is no longer one. */
export function withoutStrangers(
  { weights }: Pick<LinkView, 'weights'>,
  chairs: readonly ChairOf[],
): Pick<LinkChanges, 'weights'> {
  const hosts = new Set(chairs.flatMap((chair) => chair.candidateIds));
  const kept = Object.entries(weights ?? {}).filter(([id]) => hosts.has(id));
  if (kept.length === Object.keys(weights ?? {}).length) return {};
  return { weights: kept.length > 0 ? Object.fromEntries(kept) : null };
}
