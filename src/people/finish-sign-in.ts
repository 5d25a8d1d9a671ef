import { isoAfter, isoNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import type { Refusal } from '#platform/limits/limit.ts';
import { newToken } from '#platform/secrets.ts';
import { readGoodToken } from './accept-invitation.ts';
import type { Member } from './member.ts';
import type { Person } from './own-password.ts';
import type { SignedIn } from './sign-in.ts';
import { cookiesOf, signInLibrary } from './sign-in-library.ts';
import { giveCodeTryBack, takeCodeTry } from './sign-in-tries.ts';
import { readMember } from './store.ts';
import { insertToken, readToken, takeToken } from './store-tokens.ts';
import { countRecoveryCodes } from './store-two-factor.ts';
import { mailTwoFactor } from './two-factor-mail.ts';
import { takeCode } from './take-code.ts';

/** From the right password to the code. */
export const SECOND_STEP_SECONDS = 300;

/** The password was right: what the browser shows again together with the code. Opens nothing by itself. */
export async function beginSecondStep(platform: Platform, member: Member): Promise<string> {
  const token = newToken();
  await platform.db.transact((tx) =>
    insertToken(tx, {
      token,
      workspaceId: member.workspaceId,
      kind: 'second-step',
      memberId: member.id,
      now: isoNow(platform.clock),
      expiresAt: isoAfter(platform.clock, SECOND_STEP_SECONDS * 1000),
    }),
  );
  return token;
}

/** Who may now write a code; null when the password must come first, again. Reading changes nothing. */
export async function secondStepPerson(platform: Platform, token: string | null): Promise<Person | null> {
  if (token === null) return null;
  const found = await readGoodToken(platform.db.read, platform, 'second-step', token);
  if ('refused' in found) return null;
  const member = await readMember(platform.db.read, found.workspace_id, found.subject_id);
  return member?.active && member.userId !== null ? { ...member, userId: member.userId } : null;
}

export type SecondStepRefusal = { refused: 'over' | 'wrong-code' } | ({ refused: 'too-many' } & Refusal);

/**
 * Second step of signing in: a code of the app or a recovery code (which is mailed about). Codes are counted before
 * they are looked at (ABUSE 35); wrong and used ones answer alike.
 */
export async function finishSignIn(
  platform: Platform,
  given: { token: string | null; code: string; userAgent: string | undefined },
  from: string,
): Promise<SignedIn | SecondStepRefusal> {
  const person = await secondStepPerson(platform, given.token);
  if (!person) return { refused: 'over' };
  const refusal = await takeCodeTry(platform, person.userId, from);
  if (refusal) return { refused: 'too-many', ...refusal };
  const refused = await takeBoth(platform, person, given.token!, given.code);
  if (refused) return { refused };
  await giveCodeTryBack(platform, person.userId, from);
  platform.wakeWorker();
  const library = await signInLibrary(platform);
  const response = await library.letIn(person.userId, given.userAgent);
  if (!response.ok) throw new Error('the sign-in library failed');
  // It may have been forgotten just before it ended (`signOutEverywhere`): whoever is about to is waited for, and whoever
  // comes later ends this session.
  if (!(await platform.db.transact((tx) => readToken(tx, 'second-step', given.token!, 'lock')))) {
    await library.signOut(cookiesOf(response));
    return { refused: 'over' };
  }
  return { cookies: response.headers.getSetCookie() };
}

/** One code and one token open the door once. */
async function takeBoth(
  platform: Platform,
  person: Person,
  token: string,
  code: string,
): Promise<'over' | 'wrong-code' | null> {
  return platform.db.transact(async (tx) => {
    const how = await takeCode(tx, platform, person.userId, code);
    if (how === null) return 'wrong-code';
    const found = await readGoodToken(tx, platform, 'second-step', token);
    if ('refused' in found || !(await takeToken(tx, found, isoNow(platform.clock)))) return 'over';
    if (how === 'recovery') {
      const left = await countRecoveryCodes(tx, person.userId);
      await mailTwoFactor(tx, platform, person, { what: 'recovery', left });
    }
    return null;
  });
}
