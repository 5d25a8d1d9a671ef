import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/ids.ts';
import type { NewNotice } from './notice.ts';
import { insertNotices } from './store.ts';

/**
 * Tells members in the app, inside the act's transaction, and answers which of them did not know of it yet: only
 * those need a mail. Never tells whoever caused it.
 */
export async function notify(tx: Tx, notice: NewNotice, memberIds: readonly string[]): Promise<string[]> {
  const others = [...new Set(memberIds)].filter((memberId) => memberId !== notice.byId);
  if (others.length === 0) return [];
  const rows = others.map((member_id) => ({
    workspace_id: notice.workspaceId,
    member_id,
    notice_id: newId(),
    kind: notice.kind,
    subject_id: notice.subjectId,
    record_kind: notice.record.kind,
    record_id: notice.record.id,
    by_id: notice.byId,
    at: notice.at,
    data: JSON.stringify(notice.data),
  }));
  return insertNotices(tx, rows);
}
