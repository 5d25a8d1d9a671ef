import type { Reader } from '#platform/db/database.ts';
import { nameKey } from '#crm/companies/store.ts';
import type { Members } from './read-row.ts';
import '#crm/contacts/tables.ts';
import '#crm/leads/tables.ts';
import '#crm/timeline/tables.ts';

/** A record that is there, with the key it was found by. */
export interface Found {
  key: string;
  id: string;
  ownerId: string | null;
}

/** Live contacts or leads with one of these addresses, those that something happened with last come last. */
export async function findByAddress(
  db: Reader,
  workspaceId: string,
  kind: 'contact' | 'lead',
  addresses: readonly string[],
): Promise<Found[]> {
  if (addresses.length === 0) return [];
  // Both tables have the columns named here.
  const [table, idColumn] = (kind === 'contact' ? ['contacts', 'contact_id'] : ['leads', 'lead_id']) as [
    'contacts',
    'contact_id',
  ];
  const rows = await db
    .selectFrom('person_emails as e')
    .innerJoin(`${table} as p`, (join) =>
      join.onRef('p.workspace_id', '=', 'e.workspace_id').onRef(`p.${idColumn}`, '=', 'e.person_id'),
    )
    .select(['e.address_folded as key', 'e.person_id as id', 'p.owner_id as ownerId'])
    .where('e.workspace_id', '=', workspaceId)
    .where('e.person_kind', '=', kind)
    .where('e.address_folded', 'in', addresses)
    .where('p.deleted_at', 'is', null)
    .orderBy('p.active_at')
    .execute();
  return rows;
}

/** Live companies of these names. */
export async function findByName(
  db: Reader,
  workspaceId: string,
  names: readonly string[],
): Promise<Found[]> {
  if (names.length === 0) return [];
  return db
    .selectFrom('companies')
    .select(['name_key as key', 'company_id as id', 'owner_id as ownerId'])
    .where('workspace_id', '=', workspaceId)
    .where('name_key', 'in', names.map(nameKey))
    .where('deleted_at', 'is', null)
    .execute();
}

/** Live companies whose website is that of one of these domains, found by what the search knows of them. */
export async function findByDomain(
  db: Reader,
  workspaceId: string,
  domains: readonly string[],
): Promise<Found[]> {
  if (domains.length === 0) return [];
  const rows = await db
    .selectFrom('search_terms as t')
    .innerJoin('companies as c', (join) =>
      join.onRef('c.workspace_id', '=', 't.workspace_id').onRef('c.company_id', '=', 't.record_id'),
    )
    .select(['c.website', 'c.company_id as id', 'c.owner_id as ownerId'])
    .where('t.workspace_id', '=', workspaceId)
    .where('t.term', 'in', domains)
    .where('t.record_kind', '=', 'company')
    .where('c.deleted_at', 'is', null)
    .orderBy('c.active_at')
    .execute();
  return rows.map(({ website, ...row }) => ({ ...row, key: domainOf(website) ?? '' }));
}

/** 'https://www.example.com/en' is at example.com. */
export function domainOf(website: string | null | undefined): string | undefined {
  if (!website || !URL.canParse(website)) return undefined;
  return new URL(website).hostname.replace(/^www\./, '');
}

/** Active members by their id and their address. */
export async function readMembersByName(db: Reader, workspaceId: string): Promise<Members> {
  const rows = await db
    .selectFrom('members')
    .select(['member_id', 'email'])
    .where('workspace_id', '=', workspaceId)
    .where('active', '=', 1)
    .execute();
  return new Map(
    rows.flatMap((row) => [
      [row.member_id, row.member_id],
      [row.email.toLowerCase(), row.member_id],
    ]),
  );
}
