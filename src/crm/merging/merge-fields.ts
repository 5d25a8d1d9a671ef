import type { RecordFields } from '#crm/timeline/record.ts';
import type { MergePlan } from './merge-plan.ts';

/** The fields with one value, besides those that stand and fall with another. */
export function singleFields<F extends RecordFields>(plan: MergePlan<F>, fields: F): (keyof F & string)[] {
  const followers = new Set(Object.values(plan.together).flat() as string[]);
  const lists = new Set<string>(plan.lists.map(({ field }) => field));
  const all = Object.keys(fields) as (keyof F & string)[];
  return all.filter((field) => field !== 'custom' && !followers.has(field) && !lists.has(field));
}

/** Own fields of either, besides those whose several choices unite as lists do. */
export function singleCustom(into: RecordFields, from: RecordFields): string[] {
  return customKeys(into, from).filter((key) => !isSeveral(into, from, key));
}

/** Own fields that hold several choices in both. */
export function severalCustom(into: RecordFields, from: RecordFields): string[] {
  return customKeys(into, from).filter((key) => isSeveral(into, from, key));
}

export function withFollowers<F extends RecordFields>(
  { together }: MergePlan<F>,
  field: keyof F & string,
): (keyof F & string)[] {
  return [field, ...(together[field] ?? [])];
}

/** What the API calls a field: a deal's name is its title. */
export function nameOf<F extends RecordFields>({ book }: MergePlan<F>, field: keyof F & string): string {
  return field === 'name' ? (book.nameField ?? 'name') : field;
}

export function keyOf<F extends RecordFields>({ book }: MergePlan<F>, name: string): keyof F & string {
  return (name === book.nameField ? 'name' : name) as keyof F & string;
}

export function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

export function sameValue(one: unknown, other: unknown): boolean {
  return isEmpty(one) ? isEmpty(other) : JSON.stringify(one) === JSON.stringify(other);
}

function isSeveral({ custom: into }: RecordFields, { custom: from }: RecordFields, key: string): boolean {
  return Array.isArray(into[key]) && Array.isArray(from[key]);
}

function customKeys(into: RecordFields, from: RecordFields): string[] {
  return [...new Set([...Object.keys(into.custom), ...Object.keys(from.custom)])];
}
