import { isoNow } from '#platform/clock.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import type { Platform } from '#platform/platform.ts';
import './facts.ts';
import { hashOf } from './hashing.ts';
import type { Member } from './member.ts';
import { lockMember, readMember, updateMember } from './store.ts';
import { insertIdentity } from './store-identity.ts';
import { readToken, takeToken, type PeopleToken } from './store-tokens.ts';
import { readWorkspace } from './store-workspaces.ts';
import type { Workspace } from './workspace.ts';

/** Altered and unknown tokens are the same; used and expired ones say so. */
export type TokenRefusal = 'unknown' | 'used' | 'expired';

export interface Invitation {
  member: Member;
  workspace: Workspace;
}

/** What the page of an invitation shows. Reading changes nothing (ABUSE 17). */
export async function readInvitation(
  platform: Platform,
  token: string,
): Promise<Invitation | { refused: TokenRefusal }> {
  const { db } = platform;
  const found = await readGoodToken(db.read, platform, 'invitation', token);
  if ('refused' in found) return found;
  const member = await readMember(db.read, found.workspace_id, found.subject_id);
  const workspace = await readWorkspace(db.read, found.workspace_id);
  return member?.active && workspace ? { member, workspace } : { refused: 'unknown' };
}

/** The invited member chooses a password and can sign in from now on. An invitation works once. */
export async function acceptInvitation(
  platform: Platform,
  token: string,
  password: string,
): Promise<{ member: Member } | { refused: TokenRefusal }> {
  const found = await readGoodToken(platform.db.read, platform, 'invitation', token);
  if ('refused' in found) return found;
  const passwordHash = await hashOf(password);
  return platform.db.transact((tx) => join(tx, platform, found, passwordHash));
}

async function join(
  tx: Tx,
  platform: Platform,
  token: Row<'tokens'>,
  passwordHash: string,
): Promise<{ member: Member } | { refused: TokenRefusal }> {
  const now = isoNow(platform.clock);
  const before = await lockMember(tx, token.workspace_id, token.subject_id);
  if (!before?.active || !before.invited) return { refused: 'used' };
  if (!(await takeToken(tx, token, now))) return { refused: 'used' };
  const userId = await insertIdentity(tx, { name: before.name, email: before.email, passwordHash, now });
  await updateMember(tx, before.workspaceId, before.id, { userId });
  const member = { ...before, userId, invited: false, version: before.version + 1 };
  await platform.announcer.announce(tx, 'member-changed', { before, after: member });
  return { member };
}

/** The token's row while it may be used; else why not. */
export async function readGoodToken(
  db: Reader,
  platform: Platform,
  kind: PeopleToken,
  token: string,
): Promise<Row<'tokens'> | { refused: TokenRefusal }> {
  const found = await readToken(db, kind, token);
  if (!found) return { refused: 'unknown' };
  if (found.used_at !== null) return { refused: 'used' };
  const over = found.expires_at !== null && found.expires_at <= isoNow(platform.clock);
  return over ? { refused: 'expired' } : found;
}
