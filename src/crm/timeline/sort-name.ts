import { fold } from '#platform/fold.ts';

/** A name as lists sort and search it. Some letters fold to many, and a cursor must still fit an address. */
export function sortName(name: string): string {
  return fold(name).slice(0, 200).toWellFormed();
}
