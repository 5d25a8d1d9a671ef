/** Money is counted in minor units (cents) and never as a fraction; a currency is its ISO 4217 code. */

/** How many digits stand after the decimal sign: 2 for EUR, 0 for JPY, 3 for KWD. */
export function digitsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** '€1,234.50', without the decimals when there are none: '€1,234'. */
export function moneyWords(minor: number, currency: string, language: string): string {
  const digits = digitsOf(currency);
  const whole = minor % 10 ** digits === 0;
  try {
    return new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      minimumFractionDigits: whole ? 0 : digits,
      maximumFractionDigits: digits,
    }).format(minor / 10 ** digits);
  } catch {
    return `${writeMoney(minor, currency, language)} ${currency}`;
  }
}

/** As it stands in a field: '1,234.50', without the currency's sign. */
export function writeMoney(minor: number, currency: string, language: string): string {
  const digits = digitsOf(currency);
  const decimals = minor % 10 ** digits === 0 ? 0 : digits;
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: digits,
    useGrouping: true,
  }).format(minor / 10 ** digits);
}

/**
 * Minor units of what somebody typed: '1 234,50', '1,234.50', '€1.234', '12k'. The last sign counts as the decimal one
 * when it is the language's own, or when what follows cannot be a group of three. Null: no amount, or more decimals
 * than the currency has.
 */
export function readMoney(text: string, currency: string, language: string): number | null {
  const typed = text
    .replaceAll(/[\s\u00A0\u202F'’_]/g, '')
    .replace(/\p{Sc}/u, '')
    .replace(new RegExp(`^${currency}|${currency}$`, 'i'), '')
    .replace('\u2212', '-');
  const match = /^(-?)(\d[\d.,]*|[.,]\d+)(k|m)?$/i.exec(typed);
  if (!match) return null;
  const [, sign, figure, times] = match;
  const parts = split(figure!, decimalSign(language));
  if (!parts) return null;
  const power = digitsOf(currency) + ({ k: 3, m: 6 }[times?.toLowerCase() ?? ''] ?? 0);
  const decimals = parts.decimals.replace(/0+$/, '');
  if (decimals.length > power) return null;
  const minor = Number(`${parts.whole || '0'}${decimals.padEnd(power, '0')}`);
  return Number.isSafeInteger(minor) ? (sign && minor !== 0 ? -minor : minor) : null;
}

function split(figure: string, decimal: string): { whole: string; decimals: string } | null {
  const at = Math.max(figure.lastIndexOf('.'), figure.lastIndexOf(','));
  if (at === -1) return { whole: figure, decimals: '' };
  const sign = figure[at]!;
  const after = figure.slice(at + 1);
  const before = figure.slice(0, at);
  const isGroup = before.includes(sign) || (sign !== decimal && after.length === 3 && before !== '');
  const whole = isGroup ? figure : before;
  if (!groupsOf(whole)) return null;
  return { whole: whole.replaceAll(/[.,]/g, ''), decimals: isGroup ? '' : after };
}

/** Groups are of three, all with one sign. */
const groupsOf = (whole: string) => /^\d*$|^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:,\d{3})+$/.test(whole);

function decimalSign(language: string): string {
  const parts = new Intl.NumberFormat(language).formatToParts(0.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
