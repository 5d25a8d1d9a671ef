import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { isAdmin, type Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { orRefused } from './add-member.ts';
import './facts.ts';
import { OWN_FIELDS, type Member, type MemberChange } from './member.ts';
import { lockActiveOwners, lockMember, updateMember } from './store.ts';
import { endSessions, updateIdentity } from './store-identity.ts';
import { deleteKeysOf } from './store-keys.ts';
import { dropTokens } from './store-tokens.ts';

export type ChangeRefusal =
  | { refused: 'unknown' | 'not-yours' | 'only-owners' | 'last-owner' | 'email-taken' | 'no-such-list' }
  | { refused: 'changed-meanwhile'; member: Member };

/**
 * Changes a member. Everyone changes their own name, zone and language; admins change members; only owners
 * change owners or make them; the last owner stays (N1). `version` is the one the caller last saw.
 */
export async function changeMember(
  platform: Platform,
  caller: Caller,
  memberId: string,
  change: MemberChange,
  version: number | undefined,
): Promise<{ member: Member } | ChangeRefusal> {
  return orRefused(platform, caller.workspaceId, change, () =>
    platform.db.transact(async (tx) => {
      const owners = touchesOwners(change) ? await lockActiveOwners(tx, caller.workspaceId) : [];
      const before = await lockMember(tx, caller.workspaceId, memberId);
      if (!before) return { refused: 'unknown' };
      const refused = rightsMissing(caller, before, change);
      if (refused) return { refused };
      if (version !== undefined && version !== before.version) {
        return { refused: 'changed-meanwhile', member: before };
      }
      if (isLastOwner(before, owners) && losesOwner(change)) return { refused: 'last-owner' };
      return { member: await write(tx, platform, before, change) };
    }),
  );
}

/** Owners are locked before the member, so that two owners who remove each other take turns. */
function touchesOwners(change: MemberChange): boolean {
  return change.role !== undefined || change.active !== undefined;
}

function rightsMissing(
  caller: Caller,
  before: Member,
  change: MemberChange,
): 'not-yours' | 'only-owners' | null {
  const own = before.id === caller.memberId;
  const asked = Object.keys(change) as (keyof MemberChange)[];
  if (own && asked.every((field) => OWN_FIELDS.includes(field))) return null;
  if (!isAdmin(caller)) return 'not-yours';
  const ofOwners = before.role === 'owner' || change.role === 'owner';
  return ofOwners && caller.role !== 'owner' ? 'only-owners' : null;
}

function isLastOwner(before: Member, owners: string[]): boolean {
  return owners.length === 1 && owners[0] === before.id;
}

function losesOwner(change: MemberChange): boolean {
  return change.active === false || (change.role !== undefined && change.role !== 'owner');
}

async function write(tx: Tx, platform: Platform, before: Member, change: MemberChange): Promise<Member> {
  if (Object.values(change).every((value) => value === undefined)) return before;
  const now = isoNow(platform.clock);
  const deactivatedAt = change.active === undefined ? before.deactivatedAt : change.active ? null : now;
  const after: Member = { ...before, ...change, deactivatedAt, version: before.version + 1 };
  await updateMember(tx, before.workspaceId, before.id, { ...change, deactivatedAt });
  await changeIdentity(tx, before, after, now);
  await platform.announcer.announce(tx, 'member-changed', { before, after });
  return after;
}

/** What signs in follows the member: a new address, or nothing at all once they are inactive. */
async function changeIdentity(tx: Tx, before: Member, after: Member, now: string): Promise<void> {
  const { workspaceId, id, userId } = before;
  const left = before.active && !after.active;
  if (left || before.email !== after.email) {
    await dropTokens(tx, workspaceId, ['invitation', 'password', 'second-step'], id);
  }
  if (userId && (before.name !== after.name || before.email !== after.email)) {
    await updateIdentity(tx, userId, { name: after.name, email: after.email, now });
  }
  if (!left) return;
  if (userId) await endSessions(tx, userId);
  await deleteKeysOf(tx, workspaceId, id);
}
