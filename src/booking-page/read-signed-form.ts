import type { Platform } from '#platform/platform.ts';
import { newToken } from '#platform/secrets.ts';
import { fieldNames } from './form-names.ts';
import { formToken, readFormToken } from './form-token.ts';

/** The signature a form of a link's page goes out with; one that comes back keeps its own, so nobody waits twice. */
export interface Signature {
  key: string;
  token: string;
}

export function sign(platform: Platform, linkId: string): Signature {
  const key = newToken();
  return { key, token: formToken(platform, linkId, key) };
}

/**
 * What came back with a form (ABUSE 14). `again`: the page with which it must be sent once more. `trapped`: the
 * field that nobody sees was filled in.
 */
export function readSignature(
  platform: Platform,
  linkId: string,
  form: URLSearchParams,
): Signature & { again: boolean; trapped: boolean } {
  const key = form.get(fieldNames.key) ?? '';
  const token = form.get(fieldNames.token) ?? '';
  const known = readFormToken(platform, linkId, key, token);
  const kept = known === 'no' ? sign(platform, linkId) : { key, token };
  return { ...kept, again: known !== 'good', trapped: (form.get(fieldNames.trap) ?? '') !== '' };
}
