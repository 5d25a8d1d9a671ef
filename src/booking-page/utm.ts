import { UTM_PARTS, utmFrom, type Utm } from '#crm/leads/utm.ts';

/** What the query of a page, or a form, says of the advertisement that led to it; never a reason to refuse either. */
export function utmOf(asked: Partial<Record<string, string>>): Utm | null {
  return utmFrom(Object.fromEntries(UTM_PARTS.map((part) => [part, asked[`utm_${part}`]])));
}

/** The same as it stands in every address and form of the page from then on: no cookie remembers it. */
export function utmQuery(asked: Partial<Record<string, string>>): Record<string, string> {
  const parts = Object.entries(utmOf(asked) ?? {});
  return Object.fromEntries(parts.map(([part, value]) => [`utm_${part}`, value]));
}
