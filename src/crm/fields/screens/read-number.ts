/**
 * What was typed as a figure: '1 234,5', '1,234.5', '-3'. A sign that the language uses for decimals is one; the others
 * part groups of three. Null when it is no figure.
 */
export function readNumber(text: string, language: string): number | null {
  const typed = text.replaceAll(/[\s\u00A0\u202F'’_]/g, '').replace('\u2212', '-');
  const decimal = new Intl.NumberFormat(language)
    .formatToParts(0.5)
    .find(({ type }) => type === 'decimal')!.value;
  const plain = isGrouped(typed, decimal)
    ? typed.replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.')
    : typed.replace(',', '.');
  if (!/^-?(?:\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** '1.234' is a thousand where ',' is for decimals; '1.5' is what it is in every language. */
function isGrouped(typed: string, decimal: string): boolean {
  const [group, point] = decimal === ',' ? ['\\.', ','] : [',', '\\.'];
  return new RegExp(`^-?\\d{1,3}(?:${group}\\d{3})+(?:${point}\\d*)?$`).test(typed);
}
