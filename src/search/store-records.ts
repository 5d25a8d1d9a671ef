import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#platform/db/database.ts';
import { RECORD_KINDS, RECORD_TABLES, type RecordKind } from '#crm/timeline/record-kinds.ts';
import { wordsOf } from '#crm/timeline/search-terms.ts';
import '#crm/companies/tables.ts';

export interface RecordQuestion {
  workspaceId: string;
  words: string;
  /** Only this member's records and those without an owner (P9). */
  limitedTo?: string;
  limit: number;
}

export interface RecordHit {
  kind: RecordKind;
  id: string;
  title: string;
  subtitle: string | null;
}

const MOST_WORDS = 6;
/** So many of a word's own terms are looked at, in the order of their letters; whoever types on sees the others. */
const MOST_TERMS = 10_000;
/** A person whose name and addresses all begin so is met several times. */
const TERMS_EACH = 4;

/** A SELECT for each kind: records whose names or addresses hold a beginning of every word (P10), whole words first. */
export async function recordsHolding(db: Reader, question: RecordQuestion): Promise<RawBuilder<unknown>[]> {
  const words = wordsOf(question.words).slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const rarest = await rarestOf(db, question.workspaceId, words);
  return RECORD_KINDS.map((kind) => {
    const first = rarest.get(kind) ?? words[0]!;
    return holding(
      kind,
      question,
      first,
      words.filter((word) => word !== first),
    );
  });
}

/** For each kind the word that the fewest begin with: the others are then looked up record by record. */
async function rarestOf(
  db: Reader,
  workspaceId: string,
  words: readonly string[],
): Promise<Map<string, string>> {
  if (words.length === 1) return new Map();
  const counts = RECORD_KINDS.flatMap((kind) =>
    words.map(
      (word) => sql`select ${sql.lit(kind)} as kind, cast(${word} as text) as word, (select count(*) from
        (select 1 from search_terms t where ${begins('t', workspaceId, kind, word)} limit ${MOST_COUNTED}) as counted) as n`,
    ),
  );
  const { rows } = await sql<{ kind: string; word: string; n: number }>`
    ${sql.join(counts, sql` union all `)}`.execute(db);
  const sorted = rows.toSorted((one, other) => other.n - one.n);
  return new Map(sorted.map(({ kind, word }) => [kind, word]));
}

const MOST_COUNTED = 1_000;

function holding(
  kind: RecordKind,
  { workspaceId, limitedTo, limit }: RecordQuestion,
  first: string,
  others: readonly string[],
): RawBuilder<unknown> {
  const { table, idColumn } = RECORD_TABLES[kind];
  const id = sql.ref(`r.${idColumn}`);
  const theirs = limitedTo === undefined ? sql`` : sql`and (r.owner_id is null or r.owner_id = ${limitedTo})`;
  // Asked for each record in turn, until there are enough: `exists` made PostgreSQL gather all that begin so, for nothing.
  const each = others.map(
    (word) => sql`and (select 1 from search_terms o where ${begins('o', workspaceId, kind, word)}
      and o.record_id = t.record_id limit 1) is not null`,
  );
  return sql`select ${sql.lit(kind)} as kind, ${id} as id, r.name as title, ${subtitle(kind)} as subtitle,
      t.term as term
    from (select term, record_id from search_terms t where ${begins('t', workspaceId, kind, first)}
      order by t.term, t.record_id limit ${MOST_TERMS}) as t
    join ${sql.table(table)} as r on r.workspace_id = ${workspaceId} and ${id} = t.record_id
    where r.deleted_at is null ${theirs} ${sql.join(each, sql` `)}
    order by t.term, t.record_id limit ${limit * TERMS_EACH}`;
}

/** One stretch of the key: no letter comes after the last of all code points. */
function begins(alias: string, workspaceId: string, kind: RecordKind, word: string): RawBuilder<boolean> {
  const term = sql.ref(`${alias}.term`);
  return sql<boolean>`${sql.ref(`${alias}.workspace_id`)} = ${workspaceId}
    and ${sql.ref(`${alias}.record_kind`)} = ${sql.lit(kind)}
    and ${term} >= ${word} and ${term} < ${`${word}\u{10FFFF}`}`;
}

/** What tells two of one name apart. */
function subtitle(kind: RecordKind): RawBuilder<unknown> {
  if (kind === 'company') return sql`r.website`;
  if (kind !== 'contact' && kind !== 'lead') return sql`null`;
  return sql`(select e.address from person_emails e where e.workspace_id = r.workspace_id
    and e.person_kind = ${sql.lit(kind)} and e.person_id = ${sql.ref(`r.${kind}_id`)}
    order by e.is_primary desc, e.position limit 1)`;
}
