import { sql, type RawBuilder } from 'kysely';
import { isPostgres, type Tx } from '../src/platform/db/database.ts';

export const SIZES = { companies: 100_000, contacts: 300_000, entries: 1_000_000 };

const FIRST = ['Anna', 'Bo', 'Chloé', 'Łucja', 'Zofia', 'Marek', 'Priya', 'Anaïs', 'Jan', 'Émile'];
const LAST = [
  'Nowak',
  'Lindqvist',
  'Martin',
  'Świątek',
  'Kowalska',
  'Girard',
  'Młyn',
  'Perdrix',
  'Wiśniewska',
];
const TRADE = ['Bakery', 'Mill', 'Piekarnia', 'Boulangerie', 'Ovens', 'Patisserie', 'Grain', 'Rye'];

/**
 * Fills a workspace by a few statements: companies, contacts with an address each, and what happened, which stands on
 * the contact and on its company. Everything is made of its number, so that two runs are the same.
 */
export async function seedCrm(tx: Tx, workspaceId: string): Promise<void> {
  const { companies, contacts, entries } = SIZES;
  const w = sql`cast(${workspaceId} as text)`;
  const counted = (to: number) =>
    sql`with recursive n(i) as (select 0 union all select i + 1 from n where i < ${sql.lit(to - 1)})`;
  const at = instants(tx);
  await sql`${counted(companies)} insert into companies (workspace_id, company_id, name, name_folded, name_key, stage,
      created_at, active_at)
    select ${w}, ${ids('1')}, ${companyName}, ${companyWord} || ' ' || i, ${companyWord} || ' ' || i,
      case i % 3 when 0 then 'customer' else 'prospect' end, ${at}, ${at} from n`.execute(tx);
  await sql`${counted(contacts)} insert into contacts (workspace_id, contact_id, name, name_folded, phones,
      created_at, active_at)
    select ${w}, ${ids('2')}, ${picked(FIRST)} || ' ' || ${picked(LAST, 7)} || ' ' || i,
      ${picked(FIRST.map(folded))} || ' ' || ${picked(LAST.map(folded), 7)} || ' ' || i, '[]', ${at}, ${at} from n`.execute(
    tx,
  );
  await sql`${counted(contacts)} insert into person_emails (workspace_id, person_kind, person_id, position, address,
      address_folded, is_primary)
    select ${w}, 'contact', ${ids('2')}, 0, ${address}, ${address}, 1 from n`.execute(tx);
  await sql`${counted(contacts)} insert into record_links (workspace_id, from_kind, from_id, to_kind, to_id)
    select ${w}, 'contact', ${ids('2')}, 'company', ${ids('1', sql`i % ${sql.lit(companies)}`)} from n`.execute(
    tx,
  );
  await sql`${counted(entries)} insert into timeline_entries (workspace_id, entry_id, kind, at, by_kind, record_kind,
      record_id, data)
    select ${w}, ${ids('3')}, case i % 4 when 0 then 'note' else 'changed' end, ${at}, 'system', 'contact',
      ${ids('2', ofContact)}, case i % 4 when 0 then '{"html":"<p>Rye.</p>"}' else '{"changes":[]}' end from n`.execute(
    tx,
  );
  await sql`${counted(entries)} insert into timeline_records (workspace_id, record_kind, record_id, entry_id)
    select ${w}, 'contact', ${ids('2', ofContact)}, ${ids('3')} from n union all
    select ${w}, 'company', ${ids('1', sql`i % ${sql.lit(companies)}`)}, ${ids('3')} from n`.execute(tx);
  await seedTerms(tx, w, counted);
}

async function seedTerms(
  tx: Tx,
  w: RawBuilder<unknown>,
  counted: (to: number) => RawBuilder<unknown>,
): Promise<void> {
  const terms = (kind: string, id: string, each: RawBuilder<unknown>[]) =>
    sql.join(
      each.map((term) => sql`select ${w}, ${sql.lit(kind)}, ${term}, ${ids(id)} from n`),
      sql` union all `,
    );
  const into = sql`insert into search_terms (workspace_id, record_kind, term, record_id)`;
  const number = sql`cast(i as text)`;
  await sql`${counted(SIZES.companies)} ${into}
    ${terms('company', '1', [companyWord, number])}`.execute(tx);
  await sql`${counted(SIZES.contacts)} ${into} ${terms('contact', '2', [
    picked(FIRST.map(folded)),
    picked(LAST.map(folded), 7),
    number,
    address,
    sql`'mail' || (i % 1000) || '.example'`,
  ])}`.execute(tx);
}

const ofContact = sql`i % ${sql.lit(SIZES.contacts)}`;
const companyName = sql`${picked(TRADE)} ${sql.raw(`|| ' ' ||`)} i`;
const companyWord = picked(TRADE.map(folded));
const address = sql`'p' || i || '@mail' || (i % 1000) || '.example'`;

function folded(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[łŁ]/g, 'l').toLowerCase();
}

/** One of the words, by the number; `each` numbers in a row take the same. */
function picked(words: readonly string[], each = 1): RawBuilder<unknown> {
  const cases = words.map((word, at) => sql`when ${sql.lit(at)} then ${sql.lit(word)}`);
  return sql`case (i / ${sql.lit(each)}) % ${sql.lit(words.length)} ${sql.join(cases, sql` `)} end`;
}

/** Ids that sort by their number. */
export function idOf(kind: '1' | '2' | '3', number: number): string {
  return `0192f0c0-0000-700${kind}-8000-${String(number).padStart(12, '0')}`;
}

function ids(kind: string, number: RawBuilder<unknown> = sql`i`): RawBuilder<unknown> {
  const prefix = sql.lit(`0192f0c0-0000-700${kind}-8000-`);
  return sql`${prefix} || substr(cast(1000000000000 + ${number} as text), 2)`;
}

function instants(tx: Tx): RawBuilder<unknown> {
  if (isPostgres(tx)) return sql`timestamptz '2026-01-01T00:00:00Z' + i * interval '1 second'`;
  return sql`strftime('%Y-%m-%dT%H:%M:%fZ', 1767225600 + i, 'unixepoch')`;
}
