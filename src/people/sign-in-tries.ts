import { foldAddress } from '#platform/fold.ts';
import type { Limit, Refusal } from '#platform/limits/limit.ts';
import { windowOf } from '#platform/limits/limit.ts';
import { countDown, countUp, readCounter } from '#platform/limits/store.ts';
import type { Platform } from '#platform/platform.ts';
import { hashToken } from '#platform/secrets.ts';

const TEN_MINUTES = 600;
/** Identity is global, so its counters belong to no workspace. */
const NOWHERE = '-';

/** Wrong tries for one account from one place, from one place, and for one account from everywhere. */
function limitsFor(email: string, from: string): Limit[] {
  const account = hashToken(foldAddress(email)).slice(0, 16);
  return [
    { name: `sign-in:${from}:${account}`, max: 5, windowSeconds: TEN_MINUTES },
    { name: `sign-in:${from}`, max: 20, windowSeconds: TEN_MINUTES },
    { name: `sign-in:account:${account}`, max: 100, windowSeconds: 3600 },
  ];
}

/** Counts a try, unless a limit is used up already: then when to come back. Shared by all processes. */
export function takeTry(platform: Platform, email: string, from: string): Promise<Refusal | null> {
  return takeAll(platform, limitsFor(email, from));
}

/** The password was right, so it was no misuse. */
export function giveTryBack(platform: Platform, email: string, from: string): Promise<void> {
  return giveAllBack(platform, limitsFor(email, from));
}

/**
 * Six digits are few: beside the five tries of one place, thirty an hour from everywhere leave a guesser who knows
 * the password one chance in ten thousand an hour.
 */
function codeLimitsFor(userId: string, from: string): Limit[] {
  return [
    { name: `code:${from}:${userId}`, max: 5, windowSeconds: TEN_MINUTES },
    { name: `code:account:${userId}`, max: 30, windowSeconds: 3600 },
  ];
}

/** Counts a try at a code of this identity, wherever it is asked for. */
export function takeCodeTry(platform: Platform, userId: string, from: string): Promise<Refusal | null> {
  return takeAll(platform, codeLimitsFor(userId, from));
}

export function giveCodeTryBack(platform: Platform, userId: string, from: string): Promise<void> {
  return giveAllBack(platform, codeLimitsFor(userId, from));
}

/** Unguessable tokens, tried: set-up, invitations, resets. Only wrong ones are counted. */
export function takeTokenTry(platform: Platform, from: string): Promise<Refusal | null> {
  return takeAll(platform, [{ name: `token:${from}`, max: 20, windowSeconds: TEN_MINUTES }]);
}

async function giveAllBack({ db, clock }: Platform, limits: Limit[]): Promise<void> {
  await db.transact(async (tx) => {
    for (const limit of limits) await countDown(tx, NOWHERE, limit.name, windowOf(clock, limit).start);
  });
}

async function takeAll({ db, clock }: Platform, limits: Limit[]): Promise<Refusal | null> {
  return db.transact(async (tx) => {
    for (const limit of limits) {
      const { start, secondsLeft } = windowOf(clock, limit);
      const used = await readCounter(tx, NOWHERE, limit.name, start);
      if (used >= limit.max) return { retryAfterSeconds: secondsLeft };
    }
    for (const limit of limits) {
      const { start, secondsLeft } = windowOf(clock, limit);
      const used = await countUp(tx, NOWHERE, limit.name, start);
      if (used > limit.max) return { retryAfterSeconds: secondsLeft };
    }
    return null;
  });
}
