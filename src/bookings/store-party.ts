import type { Reader } from '#platform/db/database.ts';
import type { RecordRef } from './booking.ts';
import '#crm/contacts/tables.ts';
import '#crm/leads/tables.ts';

/** Names by id, also of records in the trash: a booking keeps pointing at them. */
export async function readPartyNames(
  db: Reader,
  workspaceId: string,
  parties: RecordRef[],
): Promise<Map<string, string>> {
  const idsOf = (kind: string): string[] => parties.filter((one) => one.kind === kind).map((one) => one.id);
  const [contacts, leads] = [idsOf('contact'), idsOf('lead')];
  if (contacts.length + leads.length === 0) return new Map();
  const rows = await namesOf(db, 'contact', workspaceId, contacts)
    .unionAll(namesOf(db, 'lead', workspaceId, leads))
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

function namesOf(db: Reader, kind: 'contact' | 'lead', workspaceId: string, ids: string[]) {
  return db
    .selectFrom(`${kind}s` as 'contacts')
    .select([`${kind}_id as id` as 'contact_id as id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where(`${kind}_id` as 'contact_id', 'in', [...new Set(ids), NOBODY]);
}

/** An empty list is no SQL. */
const NOBODY = '-';
