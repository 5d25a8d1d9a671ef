import { queueOf, type Candidate } from '#engine/choose-host.ts';
import type { Decision } from '#engine/decide.ts';

/** Whom the queue of a rotation leaves out: their calendar is no reason, for the person comes first (R3). */
const NOT_PROPOSED = ['inactive', 'no-seat', 'switched-off'];

/** Whom the rotation proposed when somebody else was booked (R5); null when its proposal was taken. */
export function skippedIn({ candidates, chosen, rotationId }: Decision): string | null {
  if (rotationId === undefined) return null;
  const able = candidates.filter(canHost);
  const [proposed] = queueOf('fewest-booked', able);
  return proposed && !chosen.includes(proposed.id) ? proposed.id : null;
}

function canHost({ reasons }: Candidate): boolean {
  return !reasons.some(({ code }) => NOT_PROPOSED.includes(code));
}
