import { sql, type RawBuilder } from 'kysely';
import { beginsFolded, containsFolded, containsWords } from '#platform/db/contains.ts';
import type { Reader } from '#platform/db/database.ts';
import { isMeant, type BookingFilter, type Where } from '#bookings/store-filter.ts';
import '#bookings/tables.ts';

interface NamedQuestion {
  workspaceId: string;
  words: string;
  /** Only this member's records and those without an owner (P9). */
  limitedTo?: string;
  limit: number;
}

interface NamedHit {
  kind: 'contact' | 'lead' | 'link' | 'member';
  id: string;
  title: string;
  subtitle: string | null;
  /** 0 = the name begins so, 1 = it holds the words, 2 = an address does. */
  rank: number;
}

/** People and links by name or address, in one statement: names that begin so first, each once. */
export async function findNamed(db: Reader, question: NamedQuestion): Promise<NamedHit[]> {
  const parts = [
    byName('contact', question),
    byAddress('contact', question),
    byName('lead', question),
    byAddress('lead', question),
    links(question),
    members(question),
  ];
  // SQLite takes a limit inside a union only within a query of its own.
  const each = parts.map((part, at) => sql`select * from (${part}) as ${sql.ref(`part${at}`)}`);
  const { rows } = await sql<NamedHit>`${sql.join(each, sql` union all `)}`.execute(db);
  const seen = new Set<string>();
  return rows
    .toSorted((one, other) => one.rank - other.rank)
    .filter(({ id }) => !seen.has(id) && seen.add(id));
}

function byName(kind: 'contact' | 'lead', question: NamedQuestion) {
  const { words, limit } = question;
  const rank = sql`case when ${beginsFolded('name_folded', words)} then 0 else 1 end`;
  return sql`${people(kind, question, rank)} and ${containsWords('name_folded', words)}
    order by rank, name_folded limit ${limit}`;
}

/** An address that more people share than these names nobody. */
const MOST_ADDRESSES = 200;

function byAddress(kind: 'contact' | 'lead', question: NamedQuestion) {
  const { workspaceId, words, limit } = question;
  return sql`${people(kind, question, sql`2`)} and ${sql.ref(`${kind}_id`)} in (
    select e.person_id from person_emails e where e.workspace_id = ${workspaceId}
      and e.person_kind = ${sql.lit(kind)} and ${containsFolded('e.address_folded', words)}
      limit ${MOST_ADDRESSES})
    order by name_folded limit ${limit}`;
}

function people(
  kind: 'contact' | 'lead',
  { workspaceId, limitedTo }: NamedQuestion,
  rank: RawBuilder<unknown>,
) {
  const id = sql.ref(`${kind}s.${kind}_id`);
  const theirs = limitedTo === undefined ? sql`` : sql`and (owner_id is null or owner_id = ${limitedTo})`;
  return sql`select ${sql.lit(kind)} as kind, ${id} as id, name as title,
      (select address from person_emails e where e.workspace_id = ${workspaceId}
        and e.person_kind = ${sql.lit(kind)} and e.person_id = ${id}
        order by e.is_primary desc, e.position limit 1) as subtitle, ${rank} as rank
    from ${sql.table(`${kind}s`)}
    where workspace_id = ${workspaceId} and deleted_at is null ${theirs}`;
}

function links({ workspaceId, words, limit }: NamedQuestion) {
  return sql`select 'link' as kind, link_id as id, title, slug as subtitle, 1 as rank from links
    where workspace_id = ${workspaceId} and deleted_at is null
    and (${containsWords('title_folded', words)} or ${containsFolded('slug', words)})
    order by active desc, title_folded limit ${limit}`;
}

function members({ workspaceId, words, limit }: NamedQuestion) {
  return sql`select 'member' as kind, member_id as id, name as title, email as subtitle, 1 as rank from members
    where workspace_id = ${workspaceId}
    and (${containsWords('name_folded', words)} or ${containsFolded('email_folded', words)})
    order by active desc, name_folded limit ${limit}`;
}

/** Meetings to come, the next first, then past ones, the latest first: one statement. */
export async function findBookings(db: Reader, workspaceId: string, filter: BookingFilter, limit: number) {
  const { minute } = filter.now;
  const found = await half(db, workspaceId, { ...filter, from: minute }, 'asc', limit)
    .unionAll(half(db, workspaceId, { ...filter, to: minute }, 'desc', limit))
    .execute();
  const ahead = found.filter((row) => row.start_minute >= minute);
  const past = found.filter((row) => row.start_minute < minute);
  return [...ahead.toSorted(byStart), ...past.toSorted(byStart).toReversed()].slice(0, limit);
}

export type BookingHit = Awaited<ReturnType<typeof findBookings>>[number];

function half(db: Reader, workspaceId: string, filter: BookingFilter, order: 'asc' | 'desc', limit: number) {
  return db
    .selectFrom((eb) =>
      eb
        .selectFrom('bookings as b')
        .select(['b.booking_id', 'b.title', 'b.visitor_name', 'b.start_minute', 'b.end_minute'])
        .select(['b.status', 'b.expires_at'])
        .where((where) => isMeant(where as unknown as Where, workspaceId, filter))
        .orderBy('b.start_minute', order)
        .limit(limit)
        .as('found'),
    )
    .selectAll();
}

function byStart(one: { start_minute: number }, other: { start_minute: number }): number {
  return one.start_minute - other.start_minute;
}
