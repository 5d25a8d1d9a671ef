import { sql } from 'kysely';
import { containsFolded, containsWords } from '#platform/db/contains.ts';
import type { Reader } from '#platform/db/database.ts';
import { fold } from '#platform/fold.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';
import { isMeant, type BookingFilter, type Where } from '#bookings/store-filter.ts';
import '#bookings/tables.ts';
import { recordsHolding, type RecordQuestion } from './store-records.ts';

export interface NamedHit {
  kind: RecordKind | 'link' | 'member';
  id: string;
  title: string;
  subtitle: string | null;
  /** The word it was found by; none for links and members, which come in their order. */
  term: string | null;
}

/** Records, links and members by their words, each once, in one statement; two when there are several words. */
export async function findNamed(db: Reader, question: RecordQuestion): Promise<NamedHit[]> {
  const parts = [...(await recordsHolding(db, question)), links(question), members(question)];
  // SQLite takes a limit inside a union only within a query of its own.
  const each = parts.map((part, at) => sql`select * from (${part}) as ${sql.ref(`part${at}`)}`);
  const { rows } = await sql<NamedHit>`${sql.join(each, sql` union all `)}`.execute(db);
  const seen = new Set<string>();
  const words = fold(question.words);
  const rank = ({ title }: NamedHit) => (fold(title).startsWith(words) ? 0 : 1);
  return rows
    .toSorted((one, other) => rank(one) - rank(other))
    .filter(({ id }) => !seen.has(id) && seen.add(id));
}

function links({ workspaceId, words, limit }: RecordQuestion) {
  return sql`select 'link' as kind, link_id as id, title, slug as subtitle, null as term from links
    where workspace_id = ${workspaceId} and deleted_at is null
    and (${containsWords('title_folded', words)} or ${containsFolded('slug', words)})
    order by active desc, title_folded limit ${limit}`;
}

function members({ workspaceId, words, limit }: RecordQuestion) {
  return sql`select 'member' as kind, member_id as id, name as title, email as subtitle, null as term from members
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
