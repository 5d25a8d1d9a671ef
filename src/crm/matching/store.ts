import type { Reader } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import { foldAddress } from '#platform/fold.ts';
import type { PersonKind } from '#crm/contacts/tables.ts';
import type { Person } from './person.ts';
import '#crm/contacts/tables.ts';
import '#crm/leads/tables.ts';

/**
 * The person behind an address (F2): any address of a live contact or lead, trimmed and case-folded; a contact
 * before a lead, a converted lead not at all; of several the one with the most recent activity.
 */
export async function matchPerson(db: Reader, workspaceId: string, email: string): Promise<Person | null> {
  const { rows } = await findPerson(db, { workspaceId, address: foldAddress(email) });
  return bestOf(rows);
}

interface AtAddress {
  kind: PersonKind;
  id: string;
  name: string | null;
  ownerId: string | null;
  activeAt: string | null;
}

/** Who of those that share an address is meant. */
export function bestOf(rows: AtAddress[]): Person | null {
  const [best] = rows.toSorted((one, other) => (rankOf(one) > rankOf(other) ? -1 : 1));
  return best ? { kind: best.kind, id: best.id, name: best.name!, ownerId: best.ownerId } : null;
}

/** Few share an address, and SQLite takes longer to prepare for sorting than to find them. */
function rankOf({ kind, activeAt, id }: AtAddress): string {
  return `${kind === 'contact' ? 1 : 0} ${activeAt} ${id}`;
}

const findPerson = prepared(peopleAt);

/** Live people with an address (folded), `e` being the address. */
export function peopleAt(db: Reader, { workspaceId, address }: { workspaceId: string; address: string }) {
  return livePeople(db).where('e.workspace_id', '=', workspaceId).where('e.address_folded', '=', address);
}

/** Addresses `e` of everybody who is live: contacts, and leads that became nobody else (P4). */
export function livePeople(db: Reader) {
  return db
    .selectFrom('person_emails as e')
    .leftJoin('contacts as c', (join) =>
      join
        .onRef('c.workspace_id', '=', 'e.workspace_id')
        .onRef('c.contact_id', '=', 'e.person_id')
        .on('e.person_kind', '=', 'contact')
        .on('c.deleted_at', 'is', null),
    )
    .leftJoin('leads as l', (join) =>
      join
        .onRef('l.workspace_id', '=', 'e.workspace_id')
        .onRef('l.lead_id', '=', 'e.person_id')
        .on('e.person_kind', '=', 'lead')
        .on('l.deleted_at', 'is', null)
        // What it became is the person now (P4).
        .on('l.status', '!=', 'converted'),
    )
    .select(['e.person_kind as kind', 'e.person_id as id'])
    .select((eb) => [
      eb.fn.coalesce('c.name', 'l.name').as('name'),
      eb.fn.coalesce('c.owner_id', 'l.owner_id').as('ownerId'),
      eb.fn.coalesce('c.active_at', 'l.active_at').as('activeAt'),
    ])
    .where((eb) => eb.or([eb('c.contact_id', 'is not', null), eb('l.lead_id', 'is not', null)]));
}
