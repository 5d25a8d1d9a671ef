import { sql } from 'kysely';
import type { Reader } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import { foldAddress } from '#platform/fold.ts';
import type { Person } from './person.ts';
import '#crm/contacts/tables.ts';
import '#crm/leads/tables.ts';

/**
 * The person behind an address (F2): any address of a live contact or lead, trimmed and case-folded; a contact
 * before a lead; of several the one with the most recent activity.
 */
export async function matchPerson(db: Reader, workspaceId: string, email: string): Promise<Person | null> {
  const { rows } = await findPerson(db, { workspaceId, address: foldAddress(email) });
  return rows[0] ? { ...rows[0], name: rows[0].name! } : null;
}

const findPerson = prepared((db, { workspaceId, address }: { workspaceId: string; address: string }) =>
  db
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
        .on('l.deleted_at', 'is', null),
    )
    .select(['e.person_kind as kind', 'e.person_id as id'])
    .select((eb) => [
      eb.fn.coalesce('c.name', 'l.name').as('name'),
      eb.fn.coalesce('c.owner_id', 'l.owner_id').as('ownerId'),
    ])
    .where('e.workspace_id', '=', workspaceId)
    .where('e.address_folded', '=', address)
    .where((eb) => eb.or([eb('c.contact_id', 'is not', null), eb('l.lead_id', 'is not', null)]))
    .orderBy('e.person_kind')
    .orderBy(sql`coalesce(c.active_at, l.active_at)`, 'desc')
    .orderBy('e.person_id', 'desc')
    .limit(1),
);

export { touchPerson } from '#crm/leads/store-activity.ts';
