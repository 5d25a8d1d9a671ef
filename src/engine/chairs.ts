import type { Bits } from './bits.ts';
import { addAll, hasBit, keepCommon, keepRuns, minutesOf, noBits } from './bits.ts';
import type { Search } from './free.ts';
import { clearCapped, lengthInCells, writeFree, writeLegal } from './free.ts';
import { canSeat } from './matching.ts';
import type { Minute } from './minutes.ts';

/**
 * Of the starts in `starts` those at which every chair can be filled by a different free candidate
 * (ENGINE 9), ascending. `starts` is used up. A meeting without chairs is never offered.
 */
export function fillableStarts(search: Search, starts: Bits): Minute[] {
  const chairs = search.offer.chairs.map((chair) => [...new Set(chair.candidates)]);
  const single = chairs.filter((candidates) => candidates.length === 1).map(([host]) => host!);
  const open = chairs.filter((candidates) => candidates.length !== 1);
  if (chairs.length === 0 || new Set(single).size < single.length) return [];
  if (!keepAllFree(search, starts, single)) return [];
  for (const candidates of open) if (!keepAnyFree(search, starts, candidates)) return [];
  const minutes = minutesOf(starts, search.frame);
  return shareCandidates(chairs) ? seatable(search, chairs, minutes) : minutes;
}

// A group: what is free for all, then one run test, since runs of an intersection are the intersection of runs.
function keepAllFree(search: Search, starts: Bits, hosts: number[]): boolean {
  if (hosts.length === 0) return true;
  const all = noBits(search.frame).fill(-1);
  for (const index of hosts) {
    const host = search.offer.hosts[index]!;
    writeFree(search.spare, search, host);
    if (!keepCommon(all, search.spare)) return false;
    clearCapped(starts, search, host);
  }
  keepRuns(all, lengthInCells(search.offer));
  return keepCommon(starts, all);
}

// A round robin: the run test comes before the union, else two hosts could each hold half of a meeting.
function keepAnyFree(search: Search, starts: Bits, hosts: number[]): boolean {
  const any = noBits(search.frame);
  for (const index of hosts) {
    writeLegal(search.spare, search, search.offer.hosts[index]!);
    addAll(any, search.spare);
  }
  return keepCommon(starts, any);
}

// As long as no host stands in two chairs the chairs do not compete, and "each has somebody" is enough.
function shareCandidates(chairs: number[][]): boolean {
  const all = chairs.flat();
  return new Set(all).size < all.length;
}

function seatable(search: Search, chairs: number[][], minutes: Minute[]): Minute[] {
  const legal = legalByHost(search, chairs.flat());
  return minutes.filter((minute) =>
    canSeat(chairs, (host) => hasBit(legal.get(host)!, search.frame, minute)),
  );
}

/** The starts legal for each of the hosts, by index into the offer's hosts. */
export function legalByHost(search: Search, hosts: number[]): Map<number, Bits> {
  const legal = new Map<number, Bits>();
  for (const index of hosts) {
    if (legal.has(index)) continue;
    const bits = noBits(search.frame);
    writeLegal(bits, search, search.offer.hosts[index]!);
    legal.set(index, bits);
  }
  return legal;
}
