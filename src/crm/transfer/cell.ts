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

/** '12.50 EUR' as minor units; what is no amount goes to the schema as it is. */
export function moneyFrom(cell: string): unknown {
  const [, whole, , part = '', currency] =
    /^(\d[\d\s\u00a0]{0,18})([.,](\d{1,3}))?\s*([A-Z]{3})$/.exec(cell) ?? [];
  if (whole === undefined || currency === undefined) return cell;
  const digits = digitsOf(currency);
  if (digits === undefined || part.length > digits) return cell;
  return { amount: Number(whole.replace(/\s/g, '') + part.padEnd(digits, '0')), currency };
}

function digitsOf(currency: string): number | undefined {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
}
