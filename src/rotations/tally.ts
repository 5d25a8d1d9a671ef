import type { Reader } from '#platform/db/database.ts';
import type { Rotation, RotationHost } from './rotation.ts';

/**
 * What only bookings know. They come later in the house, so house.ts hands this in. Asked in the act that changes a
 * rotation, with the rotation held: nobody books through it meanwhile.
 */
export interface Tally {
  /**
   * R6: the present count by member: the host's credit, and their meetings in this rotation that count, made at or
   * after `countsFrom(rotation, host)`. Whoever is missing has their credit.
   */
  countsOf(
    db: Reader,
    rotation: Rotation,
    hosts: readonly RotationHost[],
  ): Promise<ReadonlyMap<string, number>>;
  /**
   * When the newest booking in this rotation was made, whatever became of it: a new beginning lies after it (R7).
   * A booking in turn is made no earlier than its rotation's `countingFrom`, or clocks of two processes would lose it.
   */
  newestMadeAt(db: Reader, workspaceId: string, rotationId: string): Promise<string | null>;
}
