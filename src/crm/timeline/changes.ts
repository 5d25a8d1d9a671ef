/** One field of a record before and after, as its history keeps it. */
export interface FieldChange {
  field: string;
  from: unknown;
  to: unknown;
}

/** What a change really changes: fields given with the value they have already are none. */
export function changesBetween<F extends object>(before: F, change: Partial<F>): FieldChange[] {
  const fields = Object.keys(change) as (keyof F & string)[];
  return fields
    .filter((field) => change[field] !== undefined && !same(before[field], change[field]))
    .map((field) => ({ field, from: before[field], to: change[field] }));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
