import { RECORD_KINDS, visibleRecord } from '#crm/records/record-desks.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { invalid, Problem } from '#platform/refusal.ts';
import type { RecordRef } from './booking.ts';

/** P9: rights are checked on every linked id; a record the caller may not see is unknown to them (422). */
export async function checkRecord(db: Reader, caller: Caller, record: RecordRef): Promise<void> {
  const kind = RECORD_KINDS.find((one) => one === record.kind);
  if (!kind) throw invalid({ path: 'record.kind', message: 'There are no records of this kind.' });
  try {
    await visibleRecord(db, caller, kind, record.id);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 404) throw error;
    throw invalid({ path: 'record.id', message: `There is no such ${record.kind}.` });
  }
}
