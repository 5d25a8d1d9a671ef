import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#platform/db/database.ts';
import { RECORD_TABLES } from '#crm/timeline/record-kinds.ts';
import { wordsOf } from '#crm/timeline/search-terms.ts';
import '#crm/contacts/tables.ts';
import '#crm/timeline/tables.ts';

export type RecognisedKind = 'company' | 'contact' | 'lead';

export interface Recognised {
  kind: RecognisedKind;
  id: string;
  name: string;
  subtitle: string | null;
  key: string;
}

interface Question {
  workspaceId: string;
  /** Only this member's records and those without an owner (P9). */
  limitedTo: string | undefined;
  limit: number;
}

/** Live records with one of these keys; a row for each key they have. */
export async function findByKeys(
  db: Reader,
  { kinds, keys, ...question }: Question & { kinds: readonly RecognisedKind[]; keys: readonly string[] },
): Promise<Recognised[]> {
  const each = kinds.map((kind) => {
    const id = idOf(kind);
    return sql`select * from (select ${sql.lit(kind)} as kind, ${id} as id, r.name as name,
        ${subtitleOf(kind, 'r')} as subtitle, k.key as key
      from record_keys k
      join ${sql.table(RECORD_TABLES[kind].table)} r on r.workspace_id = k.workspace_id and ${id} = k.record_id
      where k.workspace_id = ${question.workspaceId} and k.record_kind = ${sql.lit(kind)}
        and k.key in (${sql.join(keys)}) and r.deleted_at is null ${theirs('r', question.limitedTo)}
      limit ${question.limit}) as found`;
  });
  const { rows } = await sql<Recognised>`${sql.join(each, sql` union all `)}`.execute(db);
  return rows;
}

const MOST_WORDS = 6;
const LEAST_LETTERS = 3;
/** So many companies that have the rarest word are looked at. */
const MOST_LOOKED_AT = 2_000;

/** Live companies whose name or site has words that begin like all of these. */
export async function companiesCalled(
  db: Reader,
  { workspaceId, limitedTo, limit }: Question,
  name: string,
): Promise<Omit<Recognised, 'key'>[]> {
  const words = wordsOf(name).slice(0, MOST_WORDS);
  const [first, ...others] = words.toSorted((one, other) => other.length - one.length);
  if (first === undefined || first.length < LEAST_LETTERS) return [];
  const each = others.map(
    (word) => sql`and exists (select 1 from search_terms o where ${begins('o', workspaceId, word)}
      and o.record_id = t.record_id)`,
  );
  const { rows } = await sql<Omit<Recognised, 'key'>>`
    select distinct 'company' as kind, r.company_id as id, r.name as name, r.website as subtitle, r.name_folded
    from (select record_id from search_terms t where ${begins('t', workspaceId, first)}
      order by t.term limit ${MOST_LOOKED_AT}) as t
    join companies r on r.workspace_id = ${workspaceId} and r.company_id = t.record_id
    where r.deleted_at is null ${theirs('r', limitedTo)} ${sql.join(each, sql` `)}
    order by r.name_folded limit ${limit}`.execute(db);
  return rows.map(({ kind, id, name: called, subtitle }) => ({ kind, id, name: called, subtitle }));
}

/** One stretch of the key: no letter comes after the last of all code points. */
function begins(alias: string, workspaceId: string, word: string): RawBuilder<boolean> {
  const term = sql.ref(`${alias}.term`);
  return sql<boolean>`${sql.ref(`${alias}.workspace_id`)} = ${workspaceId}
    and ${sql.ref(`${alias}.record_kind`)} = 'company' and ${term} >= ${word} and ${term} < ${`${word}\u{10FFFF}`}`;
}

function idOf(kind: RecognisedKind, alias = 'r'): RawBuilder<unknown> {
  return sql.ref(`${alias}.${RECORD_TABLES[kind].idColumn}`);
}

export function theirs(alias: string, limitedTo: string | undefined): RawBuilder<unknown> {
  const owner = sql.ref(`${alias}.owner_id`);
  return limitedTo === undefined ? sql`` : sql`and (${owner} is null or ${owner} = ${limitedTo})`;
}

/** What tells two of one name apart. */
export function subtitleOf(kind: RecognisedKind, alias: string): RawBuilder<string | null> {
  if (kind === 'company') return sql`${sql.ref(`${alias}.website`)}`;
  return sql`(select e.address from person_emails e where e.workspace_id = ${sql.ref(`${alias}.workspace_id`)}
    and e.person_kind = ${sql.lit(kind)} and e.person_id = ${idOf(kind, alias)}
    order by e.is_primary desc, e.position limit 1)`;
}
