import type { Tx } from '#platform/db/database.ts';
import './tables.ts';

/**
 * What decides whether a member is free has changed: hours, absences, holidays or events of their own. A booking
 * being decided meanwhile waits for this act, or this act for it (C6).
 */
export async function bumpMember(tx: Tx, workspaceId: string, memberId: string): Promise<void> {
  await tx
    .updateTable('members')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .execute();
}

/** The same for everyone who keeps a holiday list. */
export async function bumpMembersOfList(tx: Tx, workspaceId: string, holidayListId: string): Promise<void> {
  await tx
    .updateTable('members')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('holiday_list_id', '=', holidayListId)
    .execute();
}
