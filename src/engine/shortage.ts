import { seating } from './matching.ts';

/** Chairs that have too few between them: there are more of them than hosts. */
export interface Shortage<Host> {
  chairs: number[];
  /** Everybody free who could fill any of these chairs; nobody fills two. */
  hosts: Host[];
}

/**
 * Why a meeting cannot be filled: the chairs that compete for too few, those that share hosts told together; nothing
 * when every chair can have somebody of its own (ENGINE 9). It does not depend on the order of chairs or candidates.
 */
export function shortagesOf<Host>(chairs: Host[][], free: (host: Host) => boolean): Shortage<Host>[] {
  const chairOf = seating(chairs, free);
  const seated = new Set(chairOf.values());
  const told = new Set<number>();
  const shortages: Shortage<Host>[] = [];
  for (const chair of chairs.keys()) {
    if (seated.has(chair) || told.has(chair)) continue;
    const shortage = around(chair, chairs, free, chairOf);
    shortage.chairs.forEach((one) => told.add(one));
    shortages.push(shortage);
  }
  return joined(shortages);
}

/** An empty chair, everybody who could sit there, the chairs where they sit, and so on. */
function around<Host>(
  empty: number,
  chairs: Host[][],
  free: (host: Host) => boolean,
  chairOf: ReadonlyMap<Host, number>,
): Shortage<Host> {
  const reached = new Set([empty]);
  const hosts = new Set<Host>();
  for (const chair of reached) {
    for (const host of chairs[chair]!) {
      if (!free(host)) continue;
      hosts.add(host);
      reached.add(chairOf.get(host)!);
    }
  }
  return { chairs: [...reached].toSorted((one, two) => one - two), hosts: [...hosts] };
}

/** Two empty chairs may lead to the same others: what meets is one shortage. */
function joined<Host>(shortages: Shortage<Host>[]): Shortage<Host>[] {
  const apart: Shortage<Host>[] = [];
  for (const one of shortages) {
    const meeting = apart.filter((other) => other.chairs.some((chair) => one.chairs.includes(chair)));
    const all = [...meeting, one];
    const merged = {
      chairs: [...new Set(all.flatMap(({ chairs }) => chairs))].toSorted((a, b) => a - b),
      hosts: [...new Set(all.flatMap(({ hosts }) => hosts))],
    };
    apart.splice(0, apart.length, ...apart.filter((other) => !meeting.includes(other)), merged);
  }
  return apart.toSorted((one, two) => one.chairs[0]! - two.chairs[0]!);
}
