import { stringify } from 'csv-stringify/sync';

/**
 * Rows as a spreadsheet opens them: UTF-8 with its mark, commas, lines that end in CR LF. What a spreadsheet would
 * take for a formula begins with an apostrophe (ABUSE 26); the import takes it off again.
 */
export function csvOf(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  isFirst: boolean,
): string {
  return stringify(isFirst ? [columns, ...rows] : [...rows], {
    bom: isFirst,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

/** The fields of the API as the cells of a row; what holds several things stands in one cell, ; between. */
export function cellsOf(shown: Record<string, unknown>): Record<string, string> {
  const cells = Object.entries(shown).filter(([field]) => !LEFT_OUT.has(field));
  return Object.fromEntries(cells.map(([field, value]) => [field, cellOf(value)]));
}

/** Of no use outside, or said in words elsewhere. */
const LEFT_OUT = new Set(['version', 'linked', 'custom']);

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellOf).join('; ');
  if (typeof value !== 'object') return String(value);
  const { address, number, amount, currency, ...parts } = value as Record<string, unknown>;
  if (amount !== undefined) return moneyCell(Number(amount), String(currency));
  return String(address ?? number ?? Object.values(parts).join(' / '));
}

/** As people write amounts, not in minor units: 12.50 EUR. */
function moneyCell(amount: number, currency: string): string {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return `${(amount / 10 ** digits).toFixed(digits)} ${currency}`;
}
