import type { Reader, Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { notAllowed, notFound } from '#platform/refusal.ts';
import { notHere } from '#crm/timeline/read-live.ts';
import { RECORD_KINDS, type RecordKind } from '#crm/timeline/record-kinds.ts';
import { mayEdit, maySee } from '#crm/timeline/record-rights.ts';
import { readLinked, type LinkedRecord } from '#crm/timeline/store-links.ts';
import { holdRecords } from '#crm/timeline/store-merges.ts';

/** Where records of each kind stand in the API: what hangs on every record is routed through it. */
export const RECORD_PATHS = {
  company: '/api/companies',
  contact: '/api/contacts',
  lead: '/api/leads',
  deal: '/api/deals',
  ticket: '/api/tickets',
} as const satisfies Record<RecordKind, `/api/${string}`>;

export { RECORD_KINDS, type RecordKind };

/**
 * A live record of any kind that the caller may see; else there is nothing here (404, P9). Inside an act it stays there
 * until the act ends: what is hung on it meanwhile is not left behind by a merge.
 */
export async function visibleRecord(
  db: Reader | Tx,
  caller: Caller,
  kind: RecordKind,
  id: string,
): Promise<LinkedRecord> {
  if (db.isTransaction) {
    await holdRecords(db as Tx, { workspaceId: caller.workspaceId, kind, ids: [id] }, 'there');
  }
  const [record] = await readLinked(db, caller.workspaceId, [{ kind, id }]);
  if (record?.isTrashed === true) throw await notHere(db, caller, kind, id);
  if (!record || !maySee(caller, record)) throw notFound();
  return record;
}

/** The same for acts that only its owner or an admin may do: 403 where the caller may look but not touch. */
export async function editableRecord(
  db: Reader | Tx,
  caller: Caller,
  kind: RecordKind,
  id: string,
): Promise<LinkedRecord> {
  const record = await visibleRecord(db, caller, kind, id);
  if (mayEdit(caller, record)) return record;
  throw notAllowed('Only its owner or an admin changes this record. Ask one of them.');
}
