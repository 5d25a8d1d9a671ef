import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import '#crm/contacts/tables.ts';
import '#crm/leads/tables.ts';
import { maySee } from '#crm/timeline/record-rights.ts';
import { readLinked } from '#crm/timeline/store-links.ts';
import { isPlace, type Place } from './record-places.ts';

/** The person and the company a record is about, as templates speak of them. */
export interface About {
  name: string | null;
  jobTitle: string | null;
  companyName: string | null;
}

/**
 * A contact or lead is about itself, a deal or ticket about whom it names first; the company is the nearest. What the
 * caller may not see is not among them (P9).
 */
export async function readAbout(db: Reader, caller: Caller, record: Place): Promise<About> {
  const { workspaceId } = caller;
  const links = await seenLinks(db, caller, record);
  const person = [record, ...links].find(({ kind }) => kind === 'contact' || kind === 'lead');
  const known = person ? await readPerson(db, workspaceId, person) : undefined;
  const further = person && person !== record ? await seenLinks(db, caller, person) : [];
  const company = [record, ...links, ...further].find(({ kind }) => kind === 'company');
  const [named] = company ? await readLinked(db, workspaceId, [company]) : [];
  return {
    name: known?.name ?? null,
    jobTitle: known?.job_title ?? null,
    companyName: named?.name ?? known?.company_name ?? null,
  };
}

async function seenLinks(db: Reader, caller: Caller, { kind, id }: Place): Promise<Place[]> {
  const rows = await db
    .selectFrom('record_links')
    .select(['to_kind as kind', 'to_id as id'])
    .where('workspace_id', '=', caller.workspaceId)
    .where('from_kind', '=', kind)
    .where('from_id', '=', id)
    .orderBy('to_kind')
    .orderBy('to_id')
    .execute();
  const links = rows.filter(isPlace);
  const found = await readLinked(db, caller.workspaceId, links);
  const seen = new Set(found.filter((one) => !one.isTrashed && maySee(caller, one)).map((one) => one.id));
  return links.filter((one) => seen.has(one.id));
}

async function readPerson(db: Reader, workspaceId: string, { kind, id }: Place) {
  if (kind === 'contact') {
    const row = await db
      .selectFrom('contacts')
      .select(['name', 'job_title'])
      .where('workspace_id', '=', workspaceId)
      .where('contact_id', '=', id)
      .executeTakeFirst();
    return row && { ...row, company_name: null };
  }
  return db
    .selectFrom('leads')
    .select(['name', 'job_title', 'company_name'])
    .where('workspace_id', '=', workspaceId)
    .where('lead_id', '=', id)
    .executeTakeFirst();
}
