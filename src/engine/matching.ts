/** Whether every chair can have a different one of its candidates among those that are `free` (ENGINE 9). */
export function canSeat<Host>(chairs: Host[][], free: (host: Host) => boolean): boolean {
  return mostSeated(chairs, free) === chairs.length;
}

/** How many chairs can be filled at once by different candidates: a maximum matching by augmenting paths. */
export function mostSeated<Host>(chairs: Host[][], free: (host: Host) => boolean): number {
  return seating(chairs, free).size;
}

/** Who sits where when as many chairs as can be are filled; nobody fills two. */
export function seating<Host>(chairs: Host[][], free: (host: Host) => boolean): Map<Host, number> {
  const chairOf = new Map<Host, number>();
  for (let chair = 0; chair < chairs.length; chair++) seat(chair, chairs, free, chairOf, new Set());
  return chairOf;
}

// Takes a free candidate, or one whose present chair can move on to another candidate.
function seat<Host>(
  chair: number,
  chairs: Host[][],
  free: (host: Host) => boolean,
  chairOf: Map<Host, number>,
  tried: Set<Host>,
): boolean {
  for (const host of chairs[chair]!) {
    if (tried.has(host) || !free(host)) continue;
    tried.add(host);
    const present = chairOf.get(host);
    if (present === undefined || seat(present, chairs, free, chairOf, tried)) {
      chairOf.set(host, chair);
      return true;
    }
  }
  return false;
}
