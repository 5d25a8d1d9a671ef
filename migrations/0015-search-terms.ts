import { sql, type Kysely } from 'kysely';
import { RECORD_TABLES, type RecordKind } from '../src/crm/timeline/record-kinds.ts';
import { termsOf } from '../src/crm/timeline/search-terms.ts';
import { isPostgres, type Reader } from '../src/platform/db/database.ts';
import { statements } from '../src/platform/db/migrate.ts';

/**
 * What records are found by, each kind for itself, in the order of the letters' numbers on both databases: what begins
 * so is one stretch of the key. Records that are there already get their terms here.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const bytes = isPostgres(db as unknown as Reader) ? 'collate "C"' : '';
  await statements(db, [
    `drop table search_terms`,
    `create table search_terms (
      workspace_id text not null, record_kind text not null, term text ${bytes} not null, record_id text not null,
      primary key (workspace_id, record_kind, term, record_id))`,
    `create index search_terms_of_record on search_terms (workspace_id, record_kind, record_id, term)`,
    // Meetings go along with whom or what they belong to.
    `create index bookings_by_party on bookings (workspace_id, party_kind, party_id) where party_id is not null`,
    `create index bookings_by_record on bookings (workspace_id, record_kind, record_id) where record_id is not null`,
  ]);
  for (const kind of Object.keys(RECORD_TABLES) as RecordKind[]) await fill(db, kind);
}

const BATCH = 1_000;

interface Found {
  workspace: string;
  id: string;
  name: string;
  website: string | null;
}

/** Terms of the live records of a kind, for a table that has none. */
export async function fill(db: Kysely<never>, kind: RecordKind): Promise<void> {
  let [workspace, id] = ['', ''];
  for (;;) {
    const rows = await batch(db, kind, workspace, id);
    const emails = await emailsOf(db, kind, rows);
    const terms = rows.flatMap((row) =>
      termsOf({ ...row, emails: emails.get(row.id) }).map((term) => [row.workspace, kind, term, row.id]),
    );
    for (let from = 0; from < terms.length; from += BATCH) {
      const values = terms.slice(from, from + BATCH).map((one) => sql`(${sql.join(one)})`);
      await sql`insert into search_terms (workspace_id, record_kind, term, record_id)
        values ${sql.join(values)}`.execute(db);
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    [workspace, id] = [last.workspace, last.id];
  }
}

/** Live records, after the last one of the batch before. */
async function batch(db: Kysely<never>, kind: RecordKind, workspace: string, id: string): Promise<Found[]> {
  const { table, idColumn } = RECORD_TABLES[kind];
  const key = sql.ref(idColumn);
  const website = kind === 'company' ? sql.ref('website') : sql`null`;
  const { rows } =
    await sql<Found>`select workspace_id as workspace, ${key} as id, name, ${website} as website
    from ${sql.table(table)} where deleted_at is null and (workspace_id, ${key}) > (${workspace}, ${id})
    order by workspace_id, ${key} limit ${BATCH}`.execute(db);
  return rows;
}

async function emailsOf(db: Kysely<never>, kind: RecordKind, rows: readonly Found[]) {
  if ((kind !== 'contact' && kind !== 'lead') || rows.length === 0) return new Map<string, Email[]>();
  const ids = sql.join(rows.map(({ id }) => id));
  const workspaces = sql.join([...new Set(rows.map(({ workspace }) => workspace))]);
  const found = await sql<Email>`select person_id, address from person_emails
    where workspace_id in (${workspaces}) and person_kind = ${kind} and person_id in (${ids})
    order by position`.execute(db);
  return Map.groupBy(found.rows, (row) => row.person_id);
}

interface Email {
  person_id: string;
  address: string;
}
