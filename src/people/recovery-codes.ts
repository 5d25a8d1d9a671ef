import { randomInt } from 'node:crypto';
import type { Secrets } from '#platform/secrets.ts';

export const RECOVERY_CODES = 10;
const LENGTH = 10;
/** Letters and digits that are not mistaken for each other when read from paper. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten codes of 50 random bits, as they are shown this once: "7XK2M-9QTRB". */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
}

/**
 * How a code is kept: keyed, because 50 bits alone could be guessed by whoever has only the database. Case, hyphens
 * and the letters people read wrongly (O for 0, I or L for 1) make no difference. Null when it cannot be one.
 */
export function recoveryHash(secrets: Secrets, userId: string, typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const isOne = /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code);
  return isOne ? secrets.sign('recovery-code', `${userId} ${code}`) : null;
}
