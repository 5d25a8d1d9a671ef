import { nameOfCustom, useCustomFields, type CustomField } from '#crm/fields/screens/custom-field-queries.ts';
import type { MergedKind } from '#crm/merging/screens/merging-queries.ts';

/** The workspace's own field that is called so: 'custom.<key>'. */
export function useCustomNamed(kind: MergedKind): (name: string) => CustomField | undefined {
  const fields = useCustomFields(kind);
  return (name) => fields.find((field) => nameOfCustom(field) === name);
}
