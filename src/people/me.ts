import { z } from '#platform/http/fields.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { feedAddress } from './feed.ts';
import { memberAnswer, permission, presentMember } from './member-fields.ts';
import { presentWorkspace } from './present-workspace.ts';
import { readMyself } from './store.ts';
import { readWorkspace } from './store-workspaces.ts';
import { workspaceAnswer } from './workspace-fields.ts';

export const meAnswer = z.object({
  member: memberAnswer,
  workspace: workspaceAnswer,
  permissions: z.array(permission),
  feedUrl: z.string(),
  publicUrl: z.string(),
  twoFactor: z.boolean().openapi({ description: 'Whether a password alone is not enough to sign in' }),
  mailFrom: z.string().openapi({ description: 'Whom mails come from' }),
  unreadNotices: z.number(),
  mailCaptured: z.boolean().openapi({ description: 'No SMTP_URL: mail is kept here, not sent' }),
});

/** The signed-in member, what they may do, and where they are: all that a screen needs before it asks for more. */
export async function presentMe(platform: Platform, caller: Caller): Promise<z.infer<typeof meAnswer>> {
  const { workspaceId, memberId, permissions } = caller;
  const { read } = platform.db;
  const { member, sealedFeedToken, twoFactor, unread } = (await readMyself(read, workspaceId, memberId))!;
  const workspace = await readWorkspace(read, workspaceId);
  return {
    member: presentMember(member),
    workspace: presentWorkspace(platform, workspace!),
    permissions: [...permissions],
    feedUrl: feedAddress(platform, sealedFeedToken),
    publicUrl: platform.config.publicUrl,
    twoFactor,
    mailFrom: platform.config.mailFrom,
    unreadNotices: unread,
    mailCaptured: !platform.config.smtpUrl,
  };
}
