import type { Insertable, Selectable } from 'kysely';

/**
 * Every table of the product. Each slice adds its own by declaration merging, in the file beside its store,
 * so that a table is described in the room that owns it.
 */
export interface Tables {}

export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;
export type NewRow<Name extends keyof Tables> = Insertable<Tables[Name]>;

/** Booleans are 0 or 1 on both databases. */
export type Flag = 0 | 1;

export function flag(value: boolean): Flag {
  return value ? 1 : 0;
}
