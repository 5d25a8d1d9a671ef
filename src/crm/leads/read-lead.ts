import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { notFound } from '#platform/refusal.ts';
import { maySee } from '#crm/timeline/record-rights.ts';
import type { Lead } from './lead.ts';
import { readLead } from './store.ts';

/** A live lead that the caller may see; else there is nothing here (404). */
export async function visibleLead(db: Reader, caller: Caller, id: string): Promise<Lead> {
  const lead = await readLead(db, { workspaceId: caller.workspaceId, id });
  if (!lead || lead.deletedAt !== null || !maySee(caller, lead.fields)) throw notFound();
  return lead;
}
