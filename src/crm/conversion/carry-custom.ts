import type { Tx } from '#platform/db/database.ts';
import type { CustomValue, CustomValues } from '#crm/timeline/custom/custom-field.ts';
import { readValue } from '#crm/timeline/custom/read-value.ts';
import { readCustomFields } from '#crm/timeline/custom/store-custom-fields.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';

/** What a lead's own fields say to records of each kind. */
export type Carried = (kind: RecordKind) => CustomValues;

/**
 * Values that go on with what a lead becomes (P4): where that kind has a field of the same key and type which takes
 * them. The others stay readable on the lead.
 */
export async function carriedCustom(tx: Tx, workspaceId: string, values: CustomValues): Promise<Carried> {
  if (Object.keys(values).length === 0) return () => ({});
  const fields = await readCustomFields(tx, workspaceId);
  const typeOf = new Map(fields.filter(({ kind }) => kind === 'lead').map(({ key, type }) => [key, type]));
  return (kind) => {
    const twins = fields.filter((field) => field.kind === kind && typeOf.get(field.key) === field.type);
    const taken = twins.flatMap((field): [string, CustomValue][] => {
      const read = readValue(field, values[field.key]);
      return 'value' in read && read.value !== null ? [[field.key, read.value]] : [];
    });
    return Object.fromEntries(taken);
  };
}
