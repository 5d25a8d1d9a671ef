import type { Reader } from '#platform/db/database.ts';
import type { PersonKind } from '#crm/contacts/tables.ts';
import { livePeople } from '#crm/matching/store.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';
import '#crm/timeline/tables.ts';

export interface PersonOfRecord {
  kind: PersonKind;
  id: string;
  name: string;
  email: string;
  ownerId: string | null;
  activeAt: string;
}

/** Live people with an address of a record: itself, whom it belongs to, and those who belong to it. */
export async function readPeopleOfRecord(
  db: Reader,
  workspaceId: string,
  record: { kind: RecordKind; id: string },
): Promise<PersonOfRecord[]> {
  const refs = [record, ...(await refsOf(db, workspaceId, record))];
  const people = refs.filter((ref) => ref.kind === 'contact' || ref.kind === 'lead');
  if (people.length === 0) return [];
  const rows = await primaryAddresses(
    db,
    workspaceId,
    people.map((ref) => ref.id),
  );
  return rows.map(({ name, activeAt, ...row }) => ({ ...row, name: name!, activeAt: activeAt! }));
}

function primaryAddresses(db: Reader, workspaceId: string, ids: string[]) {
  return livePeople(db)
    .select('e.address as email')
    .where('e.workspace_id', '=', workspaceId)
    .where('e.person_id', 'in', ids)
    .where('e.is_primary', '=', 1)
    .execute();
}

const MOST = 200;

/** Records that it belongs to (a deal's contacts and lead) and, of a company, who belongs to it. */
function refsOf(db: Reader, workspaceId: string, { kind, id }: { kind: RecordKind; id: string }) {
  const links = db.selectFrom('record_links').where('workspace_id', '=', workspaceId).limit(MOST);
  return kind === 'company'
    ? links
        .select(['from_kind as kind', 'from_id as id'])
        .where('to_kind', '=', 'company')
        .where('to_id', '=', id)
        .where('from_kind', 'in', ['contact', 'lead'])
        .execute()
    : links
        .select(['to_kind as kind', 'to_id as id'])
        .where('from_kind', '=', kind)
        .where('from_id', '=', id)
        .execute();
}
