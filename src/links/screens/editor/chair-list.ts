import { shortagesOf } from '#engine/shortage.ts';
import type { LinkChanges, LinkView } from '../link-queries.ts';

type ChairOf = LinkView['chairs'][number];

/** A chair as a change says it. */
export interface Chair {
  candidateIds: string[];
  rule?: NonNullable<ChairOf['rule']>;
  rotationId?: string;
}

/** What the server says of a chair without what it leaves empty. */
export function plainChair({ candidateIds, rule, rotationId }: ChairOf): Chair {
  return { candidateIds: [...candidateIds], ...(rule && { rule }), ...(rotationId && { rotationId }) };
}

/** These hosts as the kind of link seats them: round robin in one chair, the others one chair each (B1). */
export function chairsOf(link: Pick<LinkView, 'kind' | 'chairs'>, hostIds: readonly string[]): Chair[] {
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

/** Why a chair stays empty whenever it is asked for: alone, or beside others that have too few with it. */
export interface ShortChair {
  /** All of them, by place; this chair is one. */
  chairs: number[];
  /** Whom they have between them. */
  hostIds: string[];
  /** There would be enough, but some cannot host. */
  unable: boolean;
}

/** B1, B4: the chairs that can never be filled at once, by place; a chair whose people are not read yet is left out. */
export function shortChairs(
  chairs: readonly Pick<ChairOf, 'candidateIds' | 'rotationId'>[],
  isAble: (memberId: string) => boolean,
): Map<number, ShortChair> {
  const lists = chairs.map(({ candidateIds }) => candidateIds);
  const never = shortagesOf(lists, () => true);
  const unable = never.length === 0;
  const short = unable ? shortagesOf(lists, isAble) : never;
  return new Map(
    short.flatMap(({ chairs: places, hosts }) =>
      places.map((place) => [place, { chairs: places, hostIds: hosts, unable }] as const),
    ),
  );
}

/** Who gets which part of the meetings by weight, 0 to 1, among those who can host; nobody else gets one (D1). */
export function partsOf(
  memberIds: readonly string[],
  weights: Readonly<Record<string, number>> | null,
  isAble: (memberId: string) => boolean,
): Map<string, number> {
  const able = memberIds.filter(isAble);
  const whole = able.reduce((sum, id) => sum + (weights?.[id] ?? 1), 0);
  return new Map(able.map((id) => [id, (weights?.[id] ?? 1) / whole]));
}
