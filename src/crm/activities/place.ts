import type { Reader } from '#platform/db/database.ts';
import { PERMISSIONS, type Caller } from '#platform/http/caller.ts';
import { invalid, notFound } from '#platform/refusal.ts';
import type { Member } from '#people/member.ts';
import { readMember } from '#people/store.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';
import { maySee } from '#crm/timeline/record-rights.ts';
import { readLinked, type LinkedRecord } from '#crm/timeline/store-links.ts';

/** The record that a task or event is about. */
export interface Place {
  kind: RecordKind;
  id: string;
}

/** A live record that the caller may see; else there is nothing here (404). */
export async function placeOf(db: Reader, caller: Caller, place: Place): Promise<LinkedRecord> {
  const [record] = await readLinked(db, caller.workspaceId, [place]);
  if (!record || record.isTrashed || !maySee(caller, record)) throw notFound();
  return record;
}

/** P9: a task is given to somebody who works here and sees what it is about; else 422. */
export async function checkAssignee(
  db: Reader,
  workspaceId: string,
  memberId: string,
  record: LinkedRecord,
): Promise<void> {
  const member = await readMember(db, workspaceId, memberId);
  const refuse = (message: string) => invalid({ path: 'assigneeId', message });
  if (!member) throw refuse('There is no such member in this workspace.');
  if (!member.active) throw refuse('This colleague no longer works here. Choose somebody else.');
  if (!seesRecord(member, record)) {
    throw refuse('This colleague may not see this record. Choose somebody else, or change its owner.');
  }
}

/** Whether this member, who is not the caller, would find the record. */
export function seesRecord(member: Member, record: LinkedRecord): boolean {
  const { workspaceId, id: memberId, role, seat } = member;
  const permissions = new Set(role === 'member' ? member.permissions : PERMISSIONS);
  return !record.isTrashed && maySee({ workspaceId, memberId, role, seat, permissions, via: 'key' }, record);
}
