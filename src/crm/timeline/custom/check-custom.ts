import type { Tx } from '#platform/db/database.ts';
import { invalid, type FieldError } from '#platform/refusal.ts';
import type { FieldChange } from '../changes.ts';
import type { RecordKind } from '../record-kinds.ts';
import type { CustomField, CustomValue, CustomValues } from './custom-field.ts';
import { readValue, type Read } from './read-value.ts';
import { holdCustomFields } from './store-custom-fields.ts';

/** What a change of a field of the workspace's own was: readable when the field is gone, too. */
export interface CustomChange extends FieldChange {
  label: string;
  type: CustomField['type'];
  /** The choices that it is told of. */
  choices?: CustomField['choices'];
}

interface Checked {
  values: CustomValues;
  /** The live fields of this kind; none were read when nothing was given. */
  fields: readonly CustomField[];
}

/** Values as they are kept. 422 at `custom.<key>` for an unknown key, and for what its field does not take. */
export async function checkCustom(
  tx: Tx,
  { workspaceId, kind }: { workspaceId: string; kind: RecordKind },
  given: CustomValues | undefined,
): Promise<Checked> {
  const entries = Object.entries(given ?? {});
  if (entries.length === 0) return { values: {}, fields: [] };
  const fields = await holdCustomFields(tx, workspaceId, kind);
  const errors: FieldError[] = [];
  const values = new Map<string, CustomValue | null>();
  for (const [key, value] of entries) {
    const read = readOne(fields, key, value);
    if ('message' in read) errors.push({ path: `custom.${key.slice(0, 60)}`, message: read.message });
    else values.set(key, read.value);
  }
  if (errors.length > 0) throw invalid(...errors.slice(0, 20));
  return { values: Object.fromEntries(values), fields };
}

function readOne(fields: readonly CustomField[], key: string, value: unknown): Read {
  const field = fields.find((one) => one.key === key);
  return field ? readValue(field, value) : { message: 'These records have no such field.' };
}

/** What a change really changes, as its entry on the timeline tells it. */
export function customChanges(before: CustomValues, { values, fields }: Checked): CustomChange[] {
  return Object.entries(values).flatMap(([key, to]) => {
    const from = before[key] ?? null;
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    const { label, type, choices } = fields.find((field) => field.key === key)!;
    const told = new Set([from, to].flat());
    const known = choices.filter((choice) => told.has(choice.key));
    return { field: `custom.${key}`, from, to, label, type, ...(known.length > 0 && { choices: known }) };
  });
}
