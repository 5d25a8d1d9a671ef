import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { recoveryHash } from './recovery-codes.ts';
import { readTwoFactor, takeRecoveryCode, takeStep } from './store-two-factor.ts';
import { stepOfCode } from './totp.ts';

/**
 * Uses up a code of a person: the six digits of their app, or one of their recovery codes. Each is taken once. Null
 * when it is wrong, was used, or two-factor is off: which of them is not said. Tries are counted by whoever calls.
 */
export async function takeCode(
  tx: Tx,
  platform: Platform,
  userId: string,
  typed: string,
): Promise<'app' | 'recovery' | null> {
  const kept = await readTwoFactor(tx, userId);
  if (!kept || kept.enabled_at === null) return null;
  const digits = sixDigits(typed);
  if (digits !== null) {
    const step = stepOfCode(platform.secrets.open(kept.secret_sealed), digits, platform.clock.now());
    return step !== null && (await takeStep(tx, userId, step)) ? 'app' : null;
  }
  const hash = recoveryHash(platform.secrets, userId, typed);
  return hash !== null && (await takeRecoveryCode(tx, userId, hash, isoNow(platform.clock)))
    ? 'recovery'
    : null;
}

/** The code of an app, however it was spaced; null when it is not one. */
export function sixDigits(typed: string): string | null {
  const plain = typed.replaceAll(/[\s-]/g, '');
  return /^\d{6}$/.test(plain) ? plain : null;
}
