import type { RecordFields } from '#crm/timeline/record.ts';
import { isEmpty, nameOf, sameValue, singleCustom, singleFields } from './merge-fields.ts';
import type { MergePlan } from './merge-plan.ts';

/** A field in which two records differ, by the name it has in the API. */
export interface Difference {
  field: string;
  into: unknown;
  from: unknown;
  /** Whose value stays when nobody chooses: the kept record's, else the only one there is. */
  stays: 'into' | 'from';
}

/** The fields with one value each in which they differ. Followers of a field stand and fall with it. */
export function differences<F extends RecordFields>(plan: MergePlan<F>, into: F, from: F): Difference[] {
  const own = singleFields(plan, into).map((field) => ({
    field: nameOf(plan, field),
    into: into[field],
    from: from[field],
  }));
  const custom = singleCustom(into, from).map((key) => ({
    field: `custom.${key}`,
    into: into.custom[key] ?? null,
    from: from.custom[key] ?? null,
  }));
  return [...own, ...custom]
    .filter((one) => !sameValue(one.into, one.from))
    .map((one) => ({ ...one, stays: isEmpty(one.into) ? 'from' : 'into' }));
}
