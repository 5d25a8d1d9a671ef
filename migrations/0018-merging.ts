import { sql, type Kysely } from 'kysely';
import { keysOf, makesPairs } from '../src/crm/timeline/record-keys.ts';
import { RECORD_TABLES } from '../src/crm/timeline/record-kinds.ts';
import { statements } from '../src/platform/db/migrate.ts';

/** Which records may be one, which were said not to be, and which became one. Records that are there get their keys. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    // shared: another record of the kind has (or had) this key, too; only these are looked at for pairs.
    `create table record_keys (
      workspace_id text not null, record_kind text not null, key text not null, record_id text not null, shared integer not null,
      primary key (workspace_id, record_kind, key, record_id))`,
    `create index record_keys_of_record on record_keys (workspace_id, record_kind, record_id)`,
    `create index record_keys_shared on record_keys (workspace_id, record_kind, record_id, key) where shared = 1`,
    `create table record_merges (
      workspace_id text not null, record_kind text not null, from_id text not null, into_id text not null,
      by_id text not null, at INSTANT not null,
      primary key (workspace_id, record_kind, from_id))`,
    `create index record_merges_into on record_merges (workspace_id, record_kind, into_id)`,
    // one_id is the smaller.
    `create table distinct_records (
      workspace_id text not null, record_kind text not null, one_id text not null, other_id text not null,
      by_id text not null, at INSTANT not null,
      primary key (workspace_id, record_kind, one_id, other_id))`,
    // E-mails go along with the record they were written from.
    `create index emails_by_record on emails (workspace_id, record_kind, record_id) where record_id is not null`,
  ]);
  for (const kind of ['company', 'contact', 'lead'] as const) await fill(db, kind);
}

type Kind = 'company' | 'contact' | 'lead';
const BATCH = 1_000;

interface Found {
  workspace: string;
  id: string;
  name: string;
  website: string | null;
  phone: string | null;
  phones: string | null;
  status: string | null;
}

/** Keys of the live records of a kind, for a table that has none. */
export async function fill(db: Kysely<never>, kind: Kind): Promise<void> {
  let [workspace, id] = ['', ''];
  for (;;) {
    const rows = await batch(db, kind, workspace, id);
    const emails = await emailsOf(db, kind, rows);
    await insertKeys(db, kind, rows, emails);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) break;
    [workspace, id] = [last.workspace, last.id];
  }
  await markShared(db, kind);
}

const COLUMNS = {
  company: sql`website, phone, null as phones, null as status`,
  contact: sql`null as website, null as phone, phones, null as status`,
  lead: sql`null as website, phone, null as phones, status`,
};

/** Live records, after the last one of the batch before. */
async function batch(db: Kysely<never>, kind: Kind, workspace: string, id: string): Promise<Found[]> {
  const { table, idColumn } = RECORD_TABLES[kind];
  const key = sql.ref(idColumn);
  const { rows } = await sql<Found>`select workspace_id as workspace, ${key} as id, name, ${COLUMNS[kind]}
    from ${sql.table(table)} where deleted_at is null and (workspace_id, ${key}) > (${workspace}, ${id})
    order by workspace_id, ${key} limit ${BATCH}`.execute(db);
  return rows;
}

async function insertKeys(
  db: Kysely<never>,
  kind: Kind,
  rows: readonly Found[],
  emails: ReadonlyMap<string, Email[]>,
): Promise<void> {
  const keys = rows.flatMap((row) => {
    const phones = JSON.parse(row.phones ?? '[]') as { number: string }[];
    const { name, website, phone } = row;
    const fields = { name, website, phone, phones, emails: emails.get(row.id), status: row.status ?? '' };
    return keysOf(kind, fields).map((key) => [
      row.workspace,
      kind,
      key,
      row.id,
      makesPairs(kind, key) ? 2 : 0,
    ]);
  });
  for (let from = 0; from < keys.length; from += BATCH) {
    const values = keys.slice(from, from + BATCH).map((one) => sql`(${sql.join(one)})`);
    await sql`insert into record_keys (workspace_id, record_kind, key, record_id, shared)
      values ${sql.join(values)}`.execute(db);
  }
}

/** Until now 2 stands for "would make a pair". */
async function markShared(db: Kysely<never>, kind: Kind): Promise<void> {
  await sql`update record_keys set shared = 1 where record_kind = ${kind} and shared = 2 and exists (
    select 1 from record_keys o where o.workspace_id = record_keys.workspace_id and o.record_kind = ${kind}
      and o.key = record_keys.key and o.record_id <> record_keys.record_id)`.execute(db);
  await sql`update record_keys set shared = 0 where record_kind = ${kind} and shared = 2`.execute(db);
}

async function emailsOf(db: Kysely<never>, kind: Kind, rows: readonly Found[]) {
  if (kind === 'company' || rows.length === 0) return new Map<string, Email[]>();
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
