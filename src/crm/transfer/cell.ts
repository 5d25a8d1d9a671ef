import { fold } from '#platform/fold.ts';

/** What a cell says. The apostrophe that keeps a spreadsheet from running a formula is taken off (ABUSE 26). */
export function said(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/u, '').trim();
}

/** Several things in one cell stand with ; between them, as in our own files. */
export function severalFrom(cell: string): string[] {
  return cell
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** A comma is a decimal sign, too; what is no number goes to the schema as it is, which refuses it. */
export function numberFrom(cell: string): unknown {
  return /^-?\d{1,15}([.,]\d{1,10})?$/.test(cell) ? Number(cell.replace(',', '.')) : cell;
}

/** '12.50 EUR', '1.200,50 €' or '$1,200' as minor units; what is no amount goes to the schema as it is, which refuses it. */
export function moneyFrom(cell: string): unknown {
  const [, before, figure = '', after] =
    /^([A-Z]{3}|[€$£]|zł)?\s*(\d[\d\s.,'’]{0,24}?)\s*([A-Z]{3}|[€$£]|zł)?$/u.exec(cell) ?? [];
  const currency = SIGNS[before ?? after ?? ''] ?? before ?? after;
  if (currency === undefined) return cell;
  const amount = minorFrom(figure, digitsOf(currency) ?? 0);
  return amount === undefined ? cell : { amount, currency };
}

const SIGNS: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP', zł: 'PLN' };

/** The last sign with few digits after it parts the decimals; the others part thousands. */
function minorFrom(figure: string, digits: number): number | undefined {
  const decimals = digits > 2 ? /^(.*)[.,](\d{1,3})$/ : /^(.*)[.,](\d{1,2})$/;
  const [, whole = figure, part = ''] = decimals.exec(figure) ?? [];
  const parts = whole.split(/[\s.,'’]/u);
  const isWhole = parts.length === 1 || parts.slice(1).every((three) => three.length === 3);
  if (!isWhole || part.length > digits) return undefined;
  const amount = Number(parts.join('') + part.padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? amount : undefined;
}

function digitsOf(currency: string): number | undefined {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits;
  } catch {
    return undefined;
  }
}

/** A company's stage as people call it. */
export function stageFrom(cell: string): string {
  const said = fold(cell);
  return Object.entries(STAGES).find(([, names]) => names.includes(said))?.[0] ?? said;
}

const STAGES = {
  prospect: ['prospekt', 'potencjalny klient'],
  customer: ['client', 'klient', 'kunde'],
  partner: ['partenaire'],
  former: ['ancien', 'former customer', 'byly klient'],
};
