import { isoAfter, isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { foldAddress } from '#platform/fold.ts';
import type { Job } from '#platform/jobs/job.ts';
import { queueJob } from '#platform/jobs/store.ts';
import { takeFrom, type Refusal } from '#platform/limits/limit.ts';
import { queueMail } from '#platform/mailer/store.ts';
import type { Platform } from '#platform/platform.ts';
import { hashToken, newToken } from '#platform/secrets.ts';
import { readGoodToken, type TokenRefusal } from './accept-invitation.ts';
import { hashOf } from './hashing.ts';
import { invitationAddress } from './invite.ts';
import { passwordMail } from './mail.ts';
import type { Member } from './member.ts';
import { signOutEverywhere } from './sign-out-everywhere.ts';
import { readMember, readMemberByEmail } from './store.ts';
import { updatePasswordHash } from './store-identity.ts';
import { dropTokens, insertToken, takeToken } from './store-tokens.ts';
import { readOnlyWorkspace } from './store-workspaces.ts';
import { forgetTwoFactor } from './two-factor.ts';
import { mailTwoFactor } from './two-factor-mail.ts';

const HOUR_MS = 3_600_000;
const NOWHERE = '-';

/**
 * Asks for a reset mail. Whether the address is known is found out later, by the job: the answer, and the
 * time it takes, are the same for everyone. Beyond three an hour for one address nothing is sent.
 */
export async function requestPasswordReset(
  platform: Platform,
  email: string,
  from: string,
): Promise<{ asked: true } | ({ refused: 'too-many' } & Refusal)> {
  const { db, clock, secrets } = platform;
  const refusal = await takeFrom(db, clock, NOWHERE, { name: `reset:${from}`, max: 20, windowSeconds: 3600 });
  if (refusal) return { refused: 'too-many', ...refusal };
  const account = hashToken(foldAddress(email)).slice(0, 16);
  const limit = { name: `reset:account:${account}`, max: 3, windowSeconds: 3600 };
  if (await takeFrom(db, clock, NOWHERE, limit)) return { asked: true };
  const payload = { email: secrets.seal(email) };
  await db.transact((tx) => queueJob(tx, clock, { workspaceId: NOWHERE, kind: RESET_JOB, payload }));
  platform.wakeWorker();
  return { asked: true };
}

export const RESET_JOB = 'people.password-mail';

/** The job: mails a link to the member with this address, if there is one who can sign in. */
export async function sendPasswordMail(platform: Platform, job: Job): Promise<void> {
  const email = platform.secrets.open(String(job.payload.email));
  const found = await memberWith(platform, email);
  if (!found || found.invited) return;
  await platform.db.transact(async (tx) => {
    const url = await passwordAddress(tx, platform, found);
    await queueMail(tx, platform, {
      workspaceId: found.workspaceId,
      kind: 'password',
      to: found.email,
      secret: true,
      ...passwordMail(found.locale, { name: found.name, url }),
    });
  });
}

/**
 * For the command line, when no mail can be sent: an address where this person chooses a password; null = nobody.
 * `withoutTwoFactor` also switches their two-factor sign-in off, for an owner who lost telephone and recovery codes.
 */
export async function passwordLink(
  platform: Platform,
  email: string,
  { withoutTwoFactor = false } = {},
): Promise<string | null> {
  const member = await memberWith(platform, email);
  if (!member) return null;
  return platform.db.transact(async (tx) => {
    if (member.userId === null) return invitationAddress(tx, platform, member);
    const person = { ...member, userId: member.userId };
    if (withoutTwoFactor && (await forgetTwoFactor(tx, person))) {
      await mailTwoFactor(tx, platform, member, { what: 'off' });
    }
    return passwordAddress(tx, platform, member);
  });
}

/** Whose password a mailed link resets, for its page. Reading changes nothing (ABUSE 17). */
export async function readPasswordReset(
  platform: Platform,
  token: string,
): Promise<{ member: Member } | { refused: TokenRefusal }> {
  const found = await readGoodToken(platform.db.read, platform, 'password', token);
  if ('refused' in found) return found;
  const member = await readMember(platform.db.read, found.workspace_id, found.subject_id);
  return member?.active ? { member } : { refused: 'unknown' };
}

/** Sets the new password and ends every session; two-factor stays on. A link works once and for an hour. */
export async function resetPassword(
  platform: Platform,
  token: string,
  password: string,
): Promise<{ member: Member } | { refused: TokenRefusal }> {
  const found = await readGoodToken(platform.db.read, platform, 'password', token);
  if ('refused' in found) return found;
  const passwordHash = await hashOf(password);
  return platform.db.transact(async (tx) => {
    const now = isoNow(platform.clock);
    const member = await readMember(tx, found.workspace_id, found.subject_id);
    if (!member?.active || !member.userId) return { refused: 'unknown' };
    if (!(await takeToken(tx, found, now))) return { refused: 'used' };
    const { workspaceId, id, userId } = member;
    await updatePasswordHash(tx, userId, passwordHash, now);
    await signOutEverywhere(tx, { workspaceId, id, userId });
    return { member };
  });
}

async function memberWith(platform: Platform, email: string): Promise<Member | undefined> {
  const { read } = platform.db;
  const workspace = await readOnlyWorkspace(read);
  const member = workspace && (await readMemberByEmail(read, workspace.id, email));
  return member?.active ? member : undefined;
}

async function passwordAddress(tx: Tx, platform: Platform, member: Member): Promise<string> {
  const token = newToken();
  await dropTokens(tx, member.workspaceId, ['password'], member.id);
  await insertToken(tx, {
    token,
    workspaceId: member.workspaceId,
    kind: 'password',
    memberId: member.id,
    now: isoNow(platform.clock),
    expiresAt: isoAfter(platform.clock, HOUR_MS),
  });
  return `${platform.config.publicUrl}/reset-password?token=${token}`;
}
