import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#platform/db/database.ts';
import { belongsTo } from '#crm/timeline/store-links.ts';

/** One line of what is asked about a company: a count, or a record with what is shown of it. */
export interface SummaryRow {
  part: 'count' | 'owner' | 'city' | 'last' | 'meeting' | 'person' | 'deal' | 'task';
  id: string | null;
  name: string | null;
  amount: number | null;
  until: number | null;
  detail: string | null;
  extra: string | null;
  at: string | null;
}

export interface SummaryAsked {
  workspaceId: string;
  companyId: string;
  ownerId: string | null;
  /** Only this member's records and those of nobody are counted and shown (P9). */
  limitedTo: string | undefined;
  /** Minutes since 1970-01-01T00:00Z. */
  now: number;
  /** So many people, deals and tasks. */
  most: number;
}

/** Everything beside a company's fields and timeline, in one statement. */
export async function readCompanySummary(db: Reader, asked: SummaryAsked): Promise<SummaryRow[]> {
  const parts = [...counts(asked), ...facts(asked), people(asked), deals(asked), tasks(asked)];
  const { rows } = await sql<SummaryRow>`${sql.join(
    parts.map((part) => sql`select * from (${part}) as part`),
    sql` union all `,
  )}`.execute(db);
  return rows;
}

type Part = RawBuilder<unknown>;

const NO_TEXT = sql`cast(null as text)`;
const NO_NUMBER = sql`cast(null as bigint)`;
const NO_TIME = sql`cast(null as timestamptz)`;

/** The first part names the columns. PostgreSQL wants every null to say its type. */
function counts({ workspaceId, companyId, limitedTo }: SummaryAsked): Part[] {
  const own = (what: string, table: string, where: Part = sql`true`) =>
    count(
      what,
      sql`${sql.table(table)} where workspace_id = ${workspaceId} and record_kind = 'company'
        and record_id = ${companyId} and ${where}`,
    );
  const linked = (what: string, kind: 'contact' | 'lead' | 'deal', table: string) =>
    count(
      what,
      sql`${sql.table(table)} where workspace_id = ${workspaceId} and deleted_at is null
        and ${belongsTo(kind, workspaceId, companyId)} and ${ownedBy(limitedTo)}`,
    );
  return [
    own('addresses', 'addresses'),
    linked('contacts', 'contact', 'contacts'),
    linked('leads', 'lead', 'leads'),
    linked('deals', 'deal', 'deals'),
    own('openTasks', 'tasks', sql`done_at is null`),
    own('notes', 'notes', sql`deleted_at is null`),
  ];
}

function count(what: string, from: Part): Part {
  return sql`select 'count' as part, ${NO_TEXT} as id, cast(${what} as text) as name,
    count(*) as amount, ${NO_NUMBER} as until, ${NO_TEXT} as detail, ${NO_TEXT} as extra,
    ${NO_TIME} as at from ${from}`;
}

function ownedBy(limitedTo: string | undefined): Part {
  return limitedTo === undefined ? sql`true` : sql`(owner_id is null or owner_id = ${limitedTo})`;
}

function facts({ workspaceId, companyId, ownerId, now }: SummaryAsked): Part[] {
  const there = sql`r.workspace_id = ${workspaceId} and r.record_kind = 'company' and r.record_id = ${companyId}`;
  const entries = sql`timeline_records r join timeline_entries e
    on e.workspace_id = r.workspace_id and e.entry_id = r.entry_id`;
  return [
    sql`select 'owner', member_id, name, ${NO_NUMBER}, ${NO_NUMBER}, ${NO_TEXT}, ${NO_TEXT}, ${NO_TIME} from members
      where workspace_id = ${workspaceId} and member_id = cast(${ownerId} as text)`,
    sql`select 'city', ${NO_TEXT}, city, ${NO_NUMBER}, ${NO_NUMBER}, ${NO_TEXT}, ${NO_TEXT}, ${NO_TIME} from addresses where workspace_id = ${workspaceId}
      and record_kind = 'company' and record_id = ${companyId} and city is not null
      order by preferred desc, address_id limit 1`,
    sql`select 'last', ${NO_TEXT}, ${NO_TEXT}, ${NO_NUMBER}, ${NO_NUMBER}, ${NO_TEXT}, ${NO_TEXT}, e.at from ${entries} where ${there}
      order by r.entry_id desc limit 1`,
    sql`select 'meeting', b.booking_id, b.title, cast(b.start_minute as bigint), cast(b.end_minute as bigint), ${NO_TEXT}, ${NO_TEXT}, ${NO_TIME}
      from bookings b
      where b.workspace_id = ${workspaceId} and b.status = 'scheduled' and b.deleted_at is null
        and b.start_minute >= ${now} and b.booking_id in
          (select e.booking_id from ${entries} where ${there} and e.kind = 'booking')
      order by b.start_minute limit 1`,
  ];
}

/** Ordered by an expression: the key by time holds everybody's contacts, and would be walked for these few. */
function people({ workspaceId, companyId, limitedTo, most }: SummaryAsked): Part {
  return sql`select 'person', contact_id, name, ${NO_NUMBER}, ${NO_NUMBER}, job_title,
      (select address from person_emails p where p.workspace_id = contacts.workspace_id and p.person_kind = 'contact'
        and p.person_id = contacts.contact_id order by p.is_primary desc, p.position limit 1), ${NO_TIME}
    from contacts where workspace_id = ${workspaceId} and deleted_at is null
      and ${belongsTo('contact', workspaceId, companyId)} and ${ownedBy(limitedTo)}
    order by coalesce(created_at, created_at), contact_id limit ${sql.lit(most)}`;
}

/** What is won or lost has a day on which it was closed. */
function deals({ workspaceId, companyId, limitedTo, most }: SummaryAsked): Part {
  return sql`select 'deal', deal_id, name, amount, ${NO_NUMBER}, stage,
      coalesce(currency, '') || ' ' || coalesce(expected_close, ''), ${NO_TIME}
    from deals where workspace_id = ${workspaceId} and deleted_at is null and closed_at is null
      and ${belongsTo('deal', workspaceId, companyId)} and ${ownedBy(limitedTo)}
    order by amount desc nulls last, deal_id limit ${sql.lit(most)}`;
}

function tasks({ workspaceId, companyId, most }: SummaryAsked): Part {
  return sql`select 'task', task_id, title, cast(due_minute as bigint), ${NO_NUMBER}, assignee_id, ${NO_TEXT}, ${NO_TIME} from tasks
    where workspace_id = ${workspaceId} and record_kind = 'company' and record_id = ${companyId}
      and done_at is null
    order by due_minute nulls last, task_id limit ${sql.lit(most)}`;
}
