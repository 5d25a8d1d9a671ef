import { visibleContact } from '#crm/contacts/read-contact.ts';
import { visibleLead } from '#crm/leads/read-lead.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { invalid, notBuilt, Problem } from '#platform/refusal.ts';
import type { RecordRef } from './booking.ts';

/** P9: rights are checked on every linked id; a record the caller may not see is unknown to them (422). */
export async function checkRecord(db: Reader, caller: Caller, record: RecordRef): Promise<void> {
  if (record.kind !== 'contact' && record.kind !== 'lead') throw notBuilt('record.kind');
  try {
    if (record.kind === 'lead') await visibleLead(db, caller, record.id);
    else await visibleContact(db, caller, record.id);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 404) throw error;
    throw invalid({ path: 'record.id', message: `There is no such ${record.kind}.` });
  }
}
