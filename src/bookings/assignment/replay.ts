import { replay } from '#engine/decide.ts';
import { z } from '#platform/http/fields.ts';
import type { Assignment } from './assignment.ts';
import type { Booking } from '#bookings/booking.ts';

/** D5: every choice of a booking made again from what was kept of it, the newest first. */
export const replayAnswer = z
  .object({
    same: z
      .boolean()
      .openapi({ description: 'Every choice came out as it was kept, and the newest one holds' }),
    chosen: z.array(z.string()).openapi({ description: 'Who has the meeting now' }),
    assignments: z.array(
      z.object({
        at: z.string(),
        rules: z.array(z.string()).openapi({ description: 'One for each chair' }),
        seed: z.number().openapi({ description: 'Decides a draw, and nothing else' }),
        chosen: z.array(z.string()),
        again: z.array(z.string()).openapi({ description: 'Whom the engine takes from the same inputs' }),
        same: z.boolean(),
        byHand: z.object({ by: z.string(), reason: z.string().nullable() }).nullable(),
      }),
    ),
  })
  .openapi('BookingReplay');
export type Replay = z.infer<typeof replayAnswer>;

export function replayAll({ hostIds }: Pick<Booking, 'hostIds'>, assignments: Assignment[]): Replay {
  const again = assignments.map(playAgain);
  const holds = again.length === 0 || isSame(again[0]!.chosen, hostIds);
  return { same: holds && again.every(({ same }) => same), chosen: hostIds, assignments: again };
}

function playAgain({ at, decision, byHand }: Assignment): Replay['assignments'][number] {
  const { rules, seed, chosen } = decision;
  const again = replay(decision);
  return { at, rules, seed, chosen, again, same: isSame(chosen, again), byHand };
}

function isSame(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((id, chair) => id === other[chair]);
}
