import type { CustomField, CustomValue } from './custom-field.ts';

/** A value as a cell of a file says it: choices by their labels, several with ; between. The import reads it back. */
export function cellOfCustom({ choices }: CustomField, value: CustomValue | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  const label = (key: string) => choices.find((choice) => choice.key === key)?.label ?? key;
  return Array.isArray(value) ? value.map(label).join('; ') : label(value);
}
