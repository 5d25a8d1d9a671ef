import { isConstraint, type Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { admitMember } from './admit-member.ts';
import { hashOf } from './hashing.ts';
import { invite } from './invite.ts';
import type { Member, NewMember } from './member.ts';
import { readMember, readMemberByEmail } from './store.ts';
import { readWorkspace } from './store-workspaces.ts';
import type { Workspace } from './workspace.ts';

export type AddMember = Pick<NewMember, 'name' | 'email'> & Partial<NewMember> & { password?: string };
export type AddRefusal = 'only-owners' | 'email-taken' | 'no-such-list';

/** An admin adds somebody: with a password they can sign in at once, without one they are invited by mail. */
export async function addMember(
  platform: Platform,
  caller: Caller,
  given: AddMember,
): Promise<{ member: Member } | { refused: AddRefusal }> {
  if (given.role === 'owner' && caller.role !== 'owner') return { refused: 'only-owners' };
  const { workspaceId } = caller;
  const workspace = (await readWorkspace(platform.db.read, workspaceId))!;
  const { password, ...rest } = given;
  const hash = password === undefined ? null : await hashOf(password);
  const member = { ...defaultsFrom(workspace), ...defined(rest) };
  const result = await orRefused(platform, workspaceId, member, () =>
    platform.db.transact(async (tx) => ({
      member: await write(tx, platform, workspace, caller, member, hash),
    })),
  );
  platform.wakeWorker();
  return result;
}

async function write(
  tx: Tx,
  platform: Platform,
  workspace: Workspace,
  caller: Caller,
  given: NewMember,
  passwordHash: string | null,
): Promise<Member> {
  const member = await admitMember(tx, platform, workspace.id, given, passwordHash);
  if (member.invited && member.active) {
    const inviter = await readMember(tx, workspace.id, caller.memberId);
    await invite(tx, platform, workspace, member, inviter?.name ?? workspace.name);
  }
  return member;
}

function defaultsFrom(workspace: Workspace): Omit<NewMember, 'name' | 'email'> {
  return {
    role: 'member',
    seat: true,
    permissions: [],
    timeZone: workspace.timeZone,
    locale: workspace.locale,
    active: true,
    holidayListId: null,
    meetingUrl: null,
  };
}

function defined<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

/** A key that refused the row says what was wrong: the address is another's, or there is no such holiday list. */
export async function orRefused<T>(
  platform: Platform,
  workspaceId: string,
  given: { email?: string; holidayListId?: string | null },
  act: () => Promise<T>,
): Promise<T | { refused: 'email-taken' | 'no-such-list' }> {
  try {
    return await act();
  } catch (error) {
    if (given.email !== undefined && isConstraint(error, 'unique')) {
      const other = await readMemberByEmail(platform.db.read, workspaceId, given.email);
      if (other) return { refused: 'email-taken' };
    }
    if (given.holidayListId && isConstraint(error, 'foreign')) return { refused: 'no-such-list' };
    throw error;
  }
}
