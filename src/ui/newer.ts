/**
 * What stands of the two: `read`, unless it is an older version of the very thing that is known already. A screen may
 * be drawn once more with what it read before an answer came, and a reading that set out before may come in after it.
 */
export function newerOf<Kept extends { version: number; id?: unknown }>(read: Kept, known: Kept): Kept {
  return read.id === known.id && read.version < known.version ? known : read;
}
