import type { Reader, Tx } from '#platform/db/database.ts';
import { isAdmin, type Caller } from '#platform/http/caller.ts';
import { notAllowed, notFound } from '#platform/refusal.ts';
import type { Member } from '#people/member.ts';
import { lockMember, readMember } from '#people/store.ts';

/** Members keep their own time; owners and admins keep everybody's. */
export function keepsTimeOf(caller: Caller, memberId: string): boolean {
  return caller.memberId === memberId || isAdmin(caller);
}

/** The member whose time is about to change, held until the act ends. Refuses strangers (404) and others (403). */
export async function lockTimeOf(tx: Tx, caller: Caller, memberId: string): Promise<Member> {
  const member = await lockMember(tx, caller.workspaceId, memberId);
  if (!member) throw notFound();
  if (!keepsTimeOf(caller, memberId)) {
    throw notAllowed('Only this member, an owner or an admin changes this. Ask one of them.');
  }
  return member;
}

/** The member whose time is looked at; everybody of the workspace may look. */
export async function memberOf(db: Reader, caller: Caller, memberId: string): Promise<Member> {
  const member = await readMember(db, caller.workspaceId, memberId);
  if (!member) throw notFound();
  return member;
}
