import { invalid, Problem } from '#platform/refusal.ts';
import type { CustomValue, CustomValues } from '#crm/timeline/custom/custom-field.ts';
import type { RecordFields } from '#crm/timeline/record.ts';
import { differences, type Difference } from './differences.ts';
import {
  isEmpty,
  keyOf,
  nameOf,
  severalCustom,
  singleCustom,
  singleFields,
  withFollowers,
} from './merge-fields.ts';
import type { MergePlan, UnitingList } from './merge-plan.ts';

/**
 * What changes on the record that is kept: the values of `take` come from the other one, so does what only it has;
 * lists unite, and emptiness takes nothing away. 422 for a field that is none to choose, 409 where a list would be longer than a record keeps.
 */
export function united<F extends RecordFields>(
  plan: MergePlan<F>,
  into: F,
  from: F,
  take: readonly string[],
): Partial<F> {
  const differing = differences(plan, into, from);
  refuseUnknown(plan, into, from, take);
  const taken = differing.filter(
    ({ field, stays, from: value }) => stays === 'from' || (take.includes(field) && !isEmpty(value)),
  );
  const own = taken.filter(({ field }) => !field.startsWith('custom.'));
  const fields = own.flatMap(({ field }) => withFollowers(plan, keyOf(plan, field)));
  const change: Partial<F> = Object.fromEntries(fields.map((field) => [field, from[field]])) as Partial<F>;
  const custom = customChange(taken, into, from);
  return {
    ...change,
    ...listsChange(plan, into, from),
    ...(Object.keys(custom).length > 0 && { custom }),
  };
}

/** Those of both, the kept record's first and its primary one the primary. */
export function unitedList<T>(into: readonly T[], from: readonly T[], sameAs: (one: T) => string): T[] {
  const known = new Set(into.map(sameAs));
  const added = from.filter((one) => !known.has(sameAs(one)));
  return [...into, ...(into.length > 0 ? added.map(secondary) : added)];
}

function secondary<T>(one: T): T {
  return typeof one === 'object' && one !== null && 'primary' in one ? { ...one, primary: false } : one;
}

function listsChange<F extends RecordFields>(plan: MergePlan<F>, into: F, from: F): Partial<F> {
  const changed = plan.lists.flatMap((list): [string, unknown][] => {
    const all = listOf(list, into, from);
    if (all.length > list.most) throw tooLong();
    return all.length === (into[list.field] as unknown[]).length ? [] : [[list.field, all]];
  });
  return Object.fromEntries(changed) as Partial<F>;
}

/** Ids have no order of their own; as they are read back. */
function listOf<F>({ field, same: sameAs }: UnitingList<F>, into: F, from: F): unknown[] {
  const [kept, other] = [into[field] as never[], from[field] as never[]];
  const all = unitedList(kept, other, sameAs) as unknown[];
  return all.every((one) => typeof one === 'string') ? all.toSorted() : all;
}

function tooLong(): Problem {
  const detail =
    'Together they have more addresses, numbers or companies than a record can keep. Remove some first.';
  return new Problem(409, 'conflict', detail);
}

function customChange(taken: readonly Difference[], into: RecordFields, from: RecordFields): CustomValues {
  const several = severalCustom(into, from);
  const chosen = taken.flatMap(({ field, from: value }): [string, CustomValue][] =>
    field.startsWith('custom.') ? [[field.slice('custom.'.length), value as CustomValue]] : [],
  );
  const lists = several.flatMap((key): [string, CustomValue][] => {
    const [kept, other] = [into.custom[key] as string[], from.custom[key] as string[]];
    const all = unitedList(kept, other, (one) => one);
    return all.length === kept.length ? [] : [[key, all]];
  });
  return Object.fromEntries([...chosen, ...lists]);
}

function refuseUnknown<F extends RecordFields>(
  plan: MergePlan<F>,
  into: F,
  from: F,
  take: readonly string[],
): void {
  const known = new Set([
    ...singleFields(plan, into).map((field) => nameOf(plan, field)),
    ...singleCustom(into, from).map((key) => `custom.${key}`),
  ]);
  const errors = take.flatMap((field, at) =>
    known.has(field) ? [] : [{ path: `take.${at}`, message: 'There is no such field to choose.' }],
  );
  if (errors.length > 0) throw invalid(...errors);
}
