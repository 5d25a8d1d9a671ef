import type { FieldChange } from '#crm/timeline/changes.ts';
import type { CustomValues } from '#crm/timeline/custom/custom-field.ts';
import type { RecordFields } from '#crm/timeline/record.ts';
import { isEmpty, nameOf, sameValue } from './merge-fields.ts';
import type { MergePlan } from './merge-plan.ts';

/** What the kept record had before and has now, and what the other one had, as the timeline tells it. */
export function toldOf<F extends RecordFields>(
  plan: MergePlan<F>,
  into: F,
  from: F,
  change: Partial<F>,
): { changes: FieldChange[]; values: Record<string, unknown> } {
  const { custom = {}, ...own } = change;
  const fields = Object.keys(own) as (keyof F & string)[];
  const changes = [
    ...fields.map((field) => ({ field: nameOf(plan, field), from: into[field], to: change[field] })),
    ...Object.entries(custom).map(([key, to]) => ({
      field: `custom.${key}`,
      from: into.custom[key] ?? null,
      to,
    })),
  ];
  const { custom: others, ...rest } = from;
  const values = Object.entries({ ...rest, ...prefixed(others) }).filter(([, value]) => !isEmpty(value));
  return {
    changes: changes.filter((one) => !sameValue(one.from, one.to)),
    values: Object.fromEntries(
      values.map(([field, value]) => [nameOf(plan, field as keyof F & string), value]),
    ),
  };
}

function prefixed(custom: CustomValues): Record<string, unknown> {
  return Object.fromEntries(Object.entries(custom).map(([key, value]) => [`custom.${key}`, value]));
}
