export interface Present {
  count: number;
  weight: number;
  /** Whether they can be proposed at present. */
  able: boolean;
}

/**
 * R7, `level`: what a newcomer's count begins at, which is the lowest present count of those who can be proposed, or
 * the newcomer would make up for whoever was away. Where weights differ, as much of the newcomer's share as the least
 * served has had of theirs.
 */
export function levelFor(weight: number, others: readonly Present[]): number {
  const able = others.filter((other) => other.able);
  const compared = able.length > 0 ? able : others;
  if (compared.length === 0) return 0;
  return Math.min(...compared.map((other) => Math.floor((other.count * weight) / other.weight)));
}
