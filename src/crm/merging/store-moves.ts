import { sql } from 'kysely';
import type { Reader } from '#platform/db/database.ts';
import { RECORD_KINDS, RECORD_TABLES, type RecordKind } from '#crm/timeline/record-kinds.ts';
import '#crm/activities/tables.ts';
import '#crm/notes/tables.ts';
import '#crm/records/tables.ts';
import '#crm/timeline/tables.ts';

/** How much goes along with a record: what hangs on it, which live records belong to it, what its timeline tells. */
export interface Moves {
  notes: number;
  tasks: number;
  events: number;
  addresses: number;
  contacts: number;
  leads: number;
  deals: number;
  tickets: number;
  emails: number;
  bookings: number;
  entries: number;
}

/** In one statement. */
export async function countMoves(
  db: Reader,
  workspaceId: string,
  record: { kind: RecordKind; id: string },
): Promise<Moves> {
  const on = sql`workspace_id = ${workspaceId} and record_kind = ${record.kind} and record_id = ${record.id}`;
  const counts = [
    sql`select 'notes' as what, count(*) as n from notes where ${on} and deleted_at is null`,
    sql`select 'tasks' as what, count(*) as n from tasks where ${on}`,
    sql`select 'events' as what, count(*) as n from record_events where ${on}`,
    sql`select 'addresses' as what, count(*) as n from addresses where ${on}`,
    ...RECORD_KINDS.filter((kind) => kind !== 'company').map((kind) => linking(kind, workspaceId, record.id)),
    timelineCount(workspaceId, record, sql`'emails'`, sql`count(case when e.kind = 'email' then 1 end)`),
    timelineCount(workspaceId, record, sql`'bookings'`, sql`count(distinct e.booking_id)`),
    timelineCount(workspaceId, record, sql`'entries'`, sql`count(*)`),
  ];
  const { rows } = await sql<{ what: keyof Moves; n: number }>`
    ${sql.join(counts, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ what, n }) => [what, n])) as unknown as Moves;
}

function linking(kind: RecordKind, workspaceId: string, id: string) {
  const { table, idColumn } = RECORD_TABLES[kind];
  return sql`select ${sql.lit(table)} as what, count(*) as n from record_links l
    join ${sql.table(table)} r on r.workspace_id = l.workspace_id and r.${sql.ref(idColumn)} = l.from_id
    where l.workspace_id = ${workspaceId} and l.to_kind in (${sql.join(KINDS)}) and l.to_id = ${id}
      and l.from_kind = ${sql.lit(kind)} and r.deleted_at is null`;
}

/** Named one by one, so that the key by what is linked to is used from its first column on. */
const KINDS = RECORD_KINDS.map((kind) => sql.lit(kind));

function timelineCount(
  workspaceId: string,
  record: { kind: RecordKind; id: string },
  what: ReturnType<typeof sql>,
  count: ReturnType<typeof sql>,
) {
  return sql`select ${what} as what, ${count} as n from timeline_records t
    join timeline_entries e on e.workspace_id = t.workspace_id and e.entry_id = t.entry_id
    where t.workspace_id = ${workspaceId} and t.record_kind = ${record.kind} and t.record_id = ${record.id}`;
}
