import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { maySee } from '#crm/timeline/record-rights.ts';
import { readLinked } from '#crm/timeline/store-links.ts';
import { RECORD_KINDS, type RecordKind } from '#crm/records/record-desks.ts';
import type { RecordRef } from '#crm/timeline/entry.ts';

export type Place = RecordRef & { kind: RecordKind };

export function isPlace(record: RecordRef): record is Place {
  return (RECORD_KINDS as readonly string[]).includes(record.kind);
}

/** True when the caller may see at least one of these records. */
export async function seesAny(db: Reader, caller: Caller, records: readonly RecordRef[]): Promise<boolean> {
  const found = await readLinked(db, caller.workspaceId, records.filter(isPlace));
  return found.some((record) => !record.isTrashed && maySee(caller, record));
}
