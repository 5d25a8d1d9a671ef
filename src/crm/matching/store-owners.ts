import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import { foldAddress } from '#platform/fold.ts';
import type { PersonKind } from '#crm/contacts/tables.ts';
import type { Person } from './person.ts';
import { bestOf, peopleAt } from './store.ts';
import '#crm/companies/tables.ts';
import '#crm/timeline/tables.ts';

/**
 * The person behind an address as `matchPerson` finds them, with who is responsible for them: their own owner, else
 * their company's (C2). One statement, and the same one, whether anybody is found or not (C5).
 */
export async function matchOwned(db: Reader, workspaceId: string, email: string): Promise<Person | null> {
  const { rows } = await ownedAt(db, { workspaceId, address: foldAddress(email) });
  return bestOf(rows.map((row) => ({ ...row, ownerId: row.ownerId ?? row.companyOwner })));
}

const ownedAt = prepared((db, at: { workspaceId: string; address: string }) =>
  peopleAt(db, at).select(companyOwner('e.workspace_id', 'e.person_kind', 'e.person_id').as('companyOwner')),
);

/** A live contact or lead by its id, owned in the same way; undefined when it is in the trash or became a contact. */
export async function readOwned(
  db: Reader,
  workspaceId: string,
  { kind, id }: { kind: PersonKind; id: string },
): Promise<Person | undefined> {
  const { rows } = await (kind === 'contact' ? contactById : leadById)(db, { workspaceId, id });
  const [row] = rows;
  return row && { kind, id, name: row.name, ownerId: row.owner_id ?? row.company_owner };
}

const contactById = prepared((db, { workspaceId, id }: { workspaceId: string; id: string }) =>
  db
    .selectFrom('contacts as p')
    .select(['p.name', 'p.owner_id'])
    .select(companyOwner('p.workspace_id', sql.lit('contact'), 'p.contact_id').as('company_owner'))
    .where('p.workspace_id', '=', workspaceId)
    .where('p.contact_id', '=', id)
    .where('p.deleted_at', 'is', null),
);

const leadById = prepared((db, { workspaceId, id }: { workspaceId: string; id: string }) =>
  db
    .selectFrom('leads as p')
    .select(['p.name', 'p.owner_id'])
    .select(companyOwner('p.workspace_id', sql.lit('lead'), 'p.lead_id').as('company_owner'))
    .where('p.workspace_id', '=', workspaceId)
    .where('p.lead_id', '=', id)
    .where('p.status', '!=', 'converted')
    .where('p.deleted_at', 'is', null),
);

/** Of several companies the one with the most recent activity that has an owner. */
function companyOwner(
  workspace: string,
  kind: string | RawBuilder<unknown>,
  id: string,
): RawBuilder<string | null> {
  return sql<string | null>`(select co.owner_id from record_links rl
    join companies co on co.workspace_id = rl.workspace_id and co.company_id = rl.to_id
    where rl.workspace_id = ${sql.ref(workspace)}
      and rl.from_kind = ${typeof kind === 'string' ? sql.ref(kind) : kind}
      and rl.from_id = ${sql.ref(id)} and rl.to_kind = 'company'
      and co.deleted_at is null and co.owner_id is not null
    order by co.active_at desc, co.company_id limit 1)`;
}

/** Who holds an address among the people that a record is about: those it belongs to, or who belong to it. */
export async function peopleOf(
  db: Reader,
  workspaceId: string,
  record: { kind: string; id: string },
  email: string,
): Promise<{ kind: PersonKind; id: string }[]> {
  const { rows } = await sql<{ kind: PersonKind; id: string }>`
    select e.person_kind as kind, e.person_id as id from person_emails e
    where e.workspace_id = ${workspaceId} and e.address_folded = ${foldAddress(email)} and (
      (e.person_kind = ${record.kind} and e.person_id = ${record.id})
      or exists (select 1 from record_links l where l.workspace_id = e.workspace_id
        and l.from_kind = ${record.kind} and l.from_id = ${record.id}
        and l.to_kind = e.person_kind and l.to_id = e.person_id)
      or exists (select 1 from record_links l where l.workspace_id = e.workspace_id
        and l.to_kind = ${record.kind} and l.to_id = ${record.id}
        and l.from_kind = e.person_kind and l.from_id = e.person_id)
      or exists (select 1 from record_links l
        join record_links m on m.workspace_id = l.workspace_id
          and m.to_kind = 'company' and m.to_id = l.to_id
          and m.from_kind = e.person_kind and m.from_id = e.person_id
        where l.workspace_id = e.workspace_id and l.from_kind = ${record.kind} and l.from_id = ${record.id}
          and l.to_kind = 'company'))
    order by case when e.person_kind = 'contact' then 0 else 1 end, e.person_id`.execute(db);
  return rows;
}
