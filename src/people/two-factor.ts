import { isoAfter, isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { proveOwnPassword, type Person } from './own-password.ts';
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts';
import type { SignInRefusal } from './sign-in.ts';
import { giveCodeTryBack, takeCodeTry } from './sign-in-tries.ts';
import { readMember } from './store.ts';
import { endSessions } from './store-identity.ts';
import {
  deleteTwoFactor,
  enableTwoFactor,
  keepWaitingSecret,
  readTwoFactor,
  replaceRecoveryCodes,
} from './store-two-factor.ts';
import { dropTokens } from './store-tokens.ts';
import { newTotpSecret, stepOfCode, totpAddress } from './totp.ts';
import { mailTwoFactor } from './two-factor-mail.ts';
import { sixDigits, takeCode } from './take-code.ts';

const WAITS_MS = 3_600_000;
const ISSUER = 'Rondo';

/** First step of switching on: the secret for the app. Nothing is on until a code of it comes back. */
export async function prepareTwoFactor(
  platform: Platform,
  caller: Caller,
  given: { password: string; from: string },
): Promise<{ secret: string; address: string } | { refused: 'on' } | SignInRefusal> {
  const proved = await proveOwnPassword(platform, caller, given);
  if ('refused' in proved) return proved;
  const { userId, email } = proved.person;
  const secret = newTotpSecret();
  const kept = await platform.db.transact((tx) =>
    keepWaitingSecret(tx, {
      user_id: userId,
      secret_sealed: platform.secrets.seal(secret),
      last_step: 0,
      created_at: isoNow(platform.clock),
      enabled_at: null,
    }),
  );
  return kept ? { secret, address: totpAddress(secret, ISSUER, email) } : { refused: 'on' };
}

/** Second step: a first code shows that the app works. Sessions that a password alone opened end, but this one. */
export async function switchTwoFactorOn(
  platform: Platform,
  caller: Caller,
  given: { code: string; sessionToken: string; from: string },
): Promise<{ recoveryCodes: string[] } | { refused: 'not-prepared' } | SignInRefusal> {
  const person = await ownPerson(platform, caller);
  const refusal = await takeCodeTry(platform, person.userId, given.from);
  if (refusal) return { refused: 'too-many', ...refusal };
  const result = await platform.db.transact(async (tx) => {
    const waiting = await readTwoFactor(tx, person.userId);
    const over = isoAfter(platform.clock, -WAITS_MS);
    if (!waiting || waiting.enabled_at !== null || waiting.created_at < over) return 'not-prepared';
    const secret = platform.secrets.open(waiting.secret_sealed);
    const step = stepOfCode(secret, sixDigits(given.code) ?? '', platform.clock.now());
    if (step === null) return 'wrong';
    if (!(await enableTwoFactor(tx, waiting, step, isoNow(platform.clock)))) return 'not-prepared';
    await endSessions(tx, person.userId, given.sessionToken);
    await mailTwoFactor(tx, platform, person, { what: 'on' });
    return { recoveryCodes: await freshCodes(tx, platform, person.userId) };
  });
  if (result === 'wrong' || result === 'not-prepared') return { refused: result };
  return settled(platform, person, given.from, result);
}

export interface Proof {
  password: string;
  code: string;
  from: string;
}

/** Off again: asks for the password and for a code, of the app or a recovery code. */
export async function switchTwoFactorOff(
  platform: Platform,
  caller: Caller,
  proof: Proof,
): Promise<{ off: true } | CodeRefusal> {
  return withProof(platform, caller, proof, async (tx, person) => {
    await forgetTwoFactor(tx, person);
    await mailTwoFactor(tx, platform, person, { what: 'off' });
    return { off: true as const };
  });
}

/** Ten new recovery codes; the old ones stop working. */
export async function renewRecoveryCodes(
  platform: Platform,
  caller: Caller,
  proof: Proof,
): Promise<{ recoveryCodes: string[] } | CodeRefusal> {
  return withProof(platform, caller, proof, async (tx, person) => ({
    recoveryCodes: await freshCodes(tx, platform, person.userId),
  }));
}

/** Signing in takes the password alone from now on; false when it did before. */
export async function forgetTwoFactor(
  tx: Tx,
  person: Pick<Person, 'workspaceId' | 'id' | 'userId'>,
): Promise<boolean> {
  await dropTokens(tx, person.workspaceId, ['second-step'], person.id);
  return deleteTwoFactor(tx, person.userId);
}

export type CodeRefusal = SignInRefusal | { refused: 'wrong-code' };

async function withProof<T extends object>(
  platform: Platform,
  caller: Caller,
  { password, code, from }: Proof,
  act: (tx: Tx, person: Person) => Promise<T>,
): Promise<T | CodeRefusal> {
  const proved = await proveOwnPassword(platform, caller, { password, from });
  if ('refused' in proved) return proved;
  const { person } = proved;
  const refusal = await takeCodeTry(platform, person.userId, from);
  if (refusal) return { refused: 'too-many', ...refusal };
  const result = await platform.db.transact(async (tx) =>
    (await takeCode(tx, platform, person.userId, code)) === null ? null : act(tx, person),
  );
  return result === null ? { refused: 'wrong-code' } : settled(platform, person, from, result);
}

async function settled<T>(platform: Platform, { userId }: Person, from: string, result: T): Promise<T> {
  await giveCodeTryBack(platform, userId, from);
  platform.wakeWorker();
  return result;
}

async function ownPerson(platform: Platform, { workspaceId, memberId }: Caller): Promise<Person> {
  const member = (await readMember(platform.db.read, workspaceId, memberId))!;
  return { ...member, userId: member.userId! };
}

async function freshCodes(tx: Tx, platform: Platform, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => recoveryHash(platform.secrets, userId, code)!);
  await replaceRecoveryCodes(tx, userId, hashes, isoNow(platform.clock));
  return codes;
}
