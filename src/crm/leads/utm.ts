export const UTM_PARTS = ['source', 'medium', 'campaign', 'term', 'content'] as const;
export type UtmPart = (typeof UTM_PARTS)[number];

/** The advertisement that brought somebody, as the address of its link said (`utm_source=newsletter`). */
export type Utm = Partial<Record<UtmPart, string>>;

export const LONGEST_UTM = 200;

/**
 * What was said, fit to be kept and shown: one line each, no signs that steer a screen or turn the words around, cut at
 * 200 characters; null when nothing is left.
 */
export function utmFrom(said: Partial<Record<UtmPart, string | null>>): Utm | null {
  const parts = UTM_PARTS.map((part) => [part, cleaned(said[part] ?? '')] as const);
  const left = parts.filter(([, value]) => value !== '');
  return left.length > 0 ? Object.fromEntries(left) : null;
}

/** For people: 'newsletter / spring'. */
export function utmWords(utm: Utm): string {
  return UTM_PARTS.flatMap((part) => utm[part] ?? []).join(' / ');
}

function cleaned(value: string): string {
  const plain = value.replaceAll(/\p{Bidi_Control}/gu, '').replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  const cut = plain.trim().slice(0, LONGEST_UTM);
  // Half of a letter that takes two is none.
  return cut.isWellFormed() ? cut.trim() : cut.replaceAll(/\p{Surrogate}/gu, '').trim();
}
