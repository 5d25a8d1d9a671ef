import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { flag } from '#platform/db/tables.ts';
import { fold, foldAddress } from '#platform/fold.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { newToken } from '#platform/secrets.ts';
import './facts.ts';
import type { Member, NewMember } from './member.ts';
import { insertMember } from './store.ts';
import { insertIdentity } from './store-identity.ts';
import { insertToken } from './store-tokens.ts';

/**
 * Writes a new member with their private feed address (K5) and tells the slices after. With a password hash
 * they can sign in at once; without, they are invited. A taken address breaks a key: the caller says so.
 */
export async function admitMember(
  tx: Tx,
  platform: Platform,
  workspaceId: string,
  given: NewMember,
  passwordHash: string | null,
): Promise<Member> {
  const now = isoNow(platform.clock);
  const id = newId();
  const feed = newToken();
  const { name, email } = given;
  const userId = passwordHash === null ? null : await insertIdentity(tx, { name, email, passwordHash, now });
  await insertMember(tx, {
    ...rowFrom(given, now),
    workspace_id: workspaceId,
    member_id: id,
    user_id: userId,
    feed_token_sealed: platform.secrets.seal(feed),
    created_at: now,
  });
  await insertToken(tx, { token: feed, workspaceId, kind: 'feed', memberId: id, now, expiresAt: null });
  await platform.announcer.announce(tx, 'member-joined', { workspaceId, memberId: id });
  return memberFrom(given, { workspaceId, id, userId, createdAt: now });
}

function rowFrom(given: NewMember, now: string) {
  return {
    name: given.name,
    name_folded: fold(given.name),
    email: given.email,
    email_folded: foldAddress(given.email),
    role: given.role,
    seat: flag(given.seat),
    permissions: JSON.stringify(given.permissions),
    time_zone: given.timeZone,
    locale: given.locale,
    active: flag(given.active),
    holiday_list_id: given.holidayListId,
    meeting_url: given.meetingUrl,
    version: 1,
    deactivated_at: given.active ? null : now,
  };
}

function memberFrom(
  given: NewMember,
  made: Pick<Member, 'workspaceId' | 'id' | 'userId' | 'createdAt'>,
): Member {
  const deactivatedAt = given.active ? null : made.createdAt;
  return { ...given, ...made, invited: made.userId === null, version: 1, deactivatedAt };
}
