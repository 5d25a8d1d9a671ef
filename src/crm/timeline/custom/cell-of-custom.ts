import type { CustomField, CustomValue } from './custom-field.ts';

/** A value as a cell of a file says it: choices by their labels, several with ; between. The import reads it back. */
export function cellOfCustom({ choices }: CustomField, value: CustomValue | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return figureOf(value);
  const label = (key: string) => choices.find((choice) => choice.key === key)?.label ?? key;
  return Array.isArray(value) ? value.map(label).join('; ') : label(value);
}

/** As people write it: 0.0000001, not 1e-7. */
function figureOf(value: number): string {
  const said = String(value);
  return said.includes('e') ? value.toFixed(20).replace(/0+$/, '') : said;
}
