import type { Tally } from '#rotations/tally.ts';
import { newestMadeAt, readRotationCounts } from './store-rotation.ts';

/** R6: counts come from bookings, whenever they are asked for. */
export const rotationTally: Tally = {
  countsOf: async (db, rotation) =>
    new Map([...(await readRotationCounts(db, rotation))].map(([id, { booked }]) => [id, booked])),
  newestMadeAt,
};
