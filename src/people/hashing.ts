import { tooMany } from '#platform/refusal.ts';
import { turnstile } from './turnstile.ts';

const HASHES_AT_ONCE = 2;
const MOST_WAITING = 60;
const COME_BACK_SECONDS = 2;

const line = turnstile(HASHES_AT_ONCE, MOST_WAITING);

/**
 * Each hash takes 32 MiB and a core for a moment, so few are made at once; when the line is long, later
 * callers are told to come back (429). Never called inside a transaction: it would hold the writer.
 */
export async function whileHashing<T>(work: () => Promise<T>): Promise<T> {
  const result = await line(() => counted(work));
  if (result === 'full') throw tooMany(COME_BACK_SECONDS);
  return result;
}

let inHand = 0;

/** How many are being hashed at this moment. */
export function hashingNow(): number {
  return inHand;
}

async function counted<T>(work: () => Promise<T>): Promise<T> {
  inHand++;
  try {
    return await work();
  } finally {
    inHand--;
  }
}

/** A hash as the sign-in library makes and reads it. */
export function hashOf(password: string): Promise<string> {
  return whileHashing(async () => (await crypto()).hashPassword(password));
}

export function isPassword(hash: string, password: string): Promise<boolean> {
  return whileHashing(async () => (await crypto()).verifyPassword({ hash, password }));
}

/** Loaded when first needed: most processes start without hashing anything. */
function crypto() {
  return import('better-auth/crypto');
}
