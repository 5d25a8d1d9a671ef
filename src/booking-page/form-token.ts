import type { Platform } from '#platform/platform.ts';

/** Nobody reads and fills in a form faster; robots do. */
const FASTEST_MS = 2_000;
const LONGEST_MS = 12 * 3_600_000;

/**
 * Says that we made this form, for this link and key, at this moment. A form sent again carries the same key, so
 * it makes the same booking, never another (ABUSE 14).
 */
export function formToken({ secrets, clock }: Platform, linkId: string, key: string): string {
  const at = clock.now().toString(36);
  return `${at}.${secrets.sign('form', `${linkId}|${key}|${at}`)}`;
}

/** 'too-soon' is ours, but was sent faster than anybody reads: a moment later it is good. */
export function readFormToken(
  { secrets, clock }: Platform,
  linkId: string,
  key: string,
  token: string,
): 'good' | 'too-soon' | 'no' {
  const [at = '', signature = ''] = token.split('.');
  if (!secrets.verify('form', `${linkId}|${key}|${at}`, signature)) return 'no';
  const age = clock.now() - Number.parseInt(at, 36);
  if (age > LONGEST_MS) return 'no';
  return age < FASTEST_MS ? 'too-soon' : 'good';
}
