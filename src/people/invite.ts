import { isoAfter, isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { queueMail } from '#platform/mailer/store.ts';
import type { Platform } from '#platform/platform.ts';
import { newToken } from '#platform/secrets.ts';
import { INVITATION_DAYS } from './invitation.ts';
import { invitationMail } from './mail.ts';
import type { Member } from './member.ts';
import { readMember } from './store.ts';
import { dropTokens, insertToken } from './store-tokens.ts';
import { readWorkspace } from './store-workspaces.ts';
import type { Workspace } from './workspace.ts';

/** Mails an invitation that replaces every earlier one. */
export async function invite(
  tx: Tx,
  platform: Platform,
  workspace: Workspace,
  member: Member,
  inviter: string,
): Promise<void> {
  const url = await invitationAddress(tx, platform, member);
  await queueMail(tx, platform, {
    workspaceId: workspace.id,
    kind: 'invitation',
    to: member.email,
    // Captured mail is read by admins, who must not become owners by it; without SMTP it is the only way.
    secret: member.role === 'owner' && platform.config.smtpUrl !== undefined,
    ...invitationMail(member.locale, { name: member.name, workspace: workspace.name, inviter, url }),
  });
}

/** A fresh address where an invited member chooses a password; earlier ones stop working. */
export async function invitationAddress(tx: Tx, platform: Platform, member: Member): Promise<string> {
  const token = newToken();
  await dropTokens(tx, member.workspaceId, ['invitation'], member.id);
  await insertToken(tx, {
    token,
    workspaceId: member.workspaceId,
    kind: 'invitation',
    memberId: member.id,
    now: isoNow(platform.clock),
    expiresAt: isoAfter(platform.clock, INVITATION_DAYS * 86_400_000),
  });
  return `${platform.config.publicUrl}/invitation?token=${token}`;
}

/** The same invitation again, when the first was lost or ran out. Owners are invited by owners. */
export async function inviteAgain(
  platform: Platform,
  caller: Caller,
  memberId: string,
): Promise<{ invited: Member } | { refused: AgainRefusal }> {
  const result = await platform.db.transact((tx) => again(tx, platform, caller, memberId));
  platform.wakeWorker();
  return result;
}

type AgainRefusal = 'unknown' | 'accepted' | 'inactive' | 'only-owners';

async function again(
  tx: Tx,
  platform: Platform,
  caller: Caller,
  memberId: string,
): Promise<{ invited: Member } | { refused: AgainRefusal }> {
  const { workspaceId } = caller;
  const member = await readMember(tx, workspaceId, memberId);
  if (!member) return { refused: 'unknown' };
  if (!member.invited) return { refused: 'accepted' };
  if (!member.active) return { refused: 'inactive' };
  if (member.role === 'owner' && caller.role !== 'owner') return { refused: 'only-owners' };
  const workspace = (await readWorkspace(tx, workspaceId))!;
  const inviter = await readMember(tx, workspaceId, caller.memberId);
  await invite(tx, platform, workspace, member, inviter?.name ?? workspace.name);
  return { invited: member };
}
