import { sql, type RawBuilder } from 'kysely';
import { isPostgres, type Reader } from '#platform/db/database.ts';
import { workspaceFrom } from '#people/store-workspaces.ts';
import type { Workspace } from '#people/workspace.ts';
import '#platform/jobs/tables.ts';
import '#platform/mailer/tables.ts';
import '#people/tables.ts';
import '#hours/tables.ts';
import '#calendars/tables.ts';
import '#calendars/outside/tables.ts';
import '#bookings/tables.ts';
import { openQuestions, type OpenQuestion } from './store-questions.ts';

/** The member's zone and the workspace, in one statement. */
export async function readPlace(
  db: Reader,
  workspaceId: string,
  memberId: string,
): Promise<{ timeZone: string; workspace: Workspace }> {
  const row = await db
    .selectFrom('members as m')
    .innerJoin('workspaces as w', 'w.workspace_id', 'm.workspace_id')
    .selectAll('w')
    .select('m.time_zone as own_zone')
    .where('m.workspace_id', '=', workspaceId)
    .where('m.member_id', '=', memberId)
    .executeTakeFirstOrThrow();
  return { timeZone: row.own_zone, workspace: workspaceFrom(row) };
}

export interface Facts {
  members: number;
  /** Active members with a seat who are never open. */
  without_hours: number;
  /** Bookings that came through a link: 1 = at least one. */
  booked: number;
  /** Of the caller's own: outside calendars, or anything in the built-in one; 0 = neither. */
  has_calendar: number;
  sent: number;
  captured: number;
  waiting: number;
  failed: number;
  last_error: string | null;
  dead_jobs: number;
  holidayLists: HolidayDays[];
  /** The caller’s own, the next meeting first. */
  questions: OpenQuestion[];
}

type FactsRow = Omit<Facts, 'holidayLists' | 'questions'> & {
  holiday_lists: Listed<HolidayDays>;
  questions: Listed<OpenQuestion>;
};

/**
 * What stands behind the first steps, the mails since an instant, the dead state of the outbox, the holiday lists and
 * what calendars ask: one statement.
 * Mails that failed are counted as mails and not again as jobs.
 */
export async function readFacts(
  db: Reader,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  { since, now }: { since: string; now: number },
): Promise<Facts> {
  const mails = (state: string) =>
    sql`select count(*) from mails where workspace_id = ${workspaceId} and state = ${state} and secret = 0`;
  const { rows } = await sql<FactsRow>`select
    (select count(*) from members where workspace_id = ${workspaceId} and active = 1) as members,
    (select count(*) from members m left join member_hours h
      on h.workspace_id = m.workspace_id and h.member_id = m.member_id
      where m.workspace_id = ${workspaceId} and m.active = 1 and m.seat = 1
      and coalesce(h.weekly, '[]') = '[]' and coalesce(h.overrides, '[]') = '[]') as without_hours,
    (select count(*) from (select 1 from bookings
      where workspace_id = ${workspaceId} and link_id is not null limit 1) as one) as booked,
    (select count(*) from calendar_accounts where workspace_id = ${workspaceId} and member_id = ${memberId})
      + (select count(*) from (select 1 from calendar_events
      where workspace_id = ${workspaceId} and member_id = ${memberId} limit 1) as own) as has_calendar,
    (${mails('sent')} and created_at >= ${since}) as sent,
    (${mails('captured')} and created_at >= ${since}) as captured,
    (${mails('queued')}) as waiting,
    (${mails('failed')} and created_at >= ${since}) as failed,
    (select error from mails where workspace_id = ${workspaceId} and state = 'failed' and secret = 0
      and created_at >= ${since} order by id desc limit 1) as last_error,
    (select count(*) from outbox where workspace_id = ${workspaceId} and dead_at is not null
      and kind != 'mail.send') as dead_jobs,
    ${holidayLists(db, workspaceId)},
    ${openQuestions(db, { workspaceId, memberId, now })}`.execute(db);
  const { holiday_lists, questions, ...facts } = rows[0]!;
  return { ...facts, holidayLists: listFrom(holiday_lists), questions: listFrom(questions) };
}

export interface HolidayDays {
  id: string;
  name: string;
  /** As JSON. */
  days: string;
}

/** A column: all holiday lists with their days, as JSON. */
function holidayLists(db: Reader, workspaceId: string): RawBuilder<unknown> {
  const list = isPostgres(db)
    ? sql`json_agg(json_build_object('id', holiday_list_id, 'name', name, 'days', days) order by holiday_list_id)`
    : sql`json_group_array(json_object('id', holiday_list_id, 'name', name, 'days', days) order by holiday_list_id)`;
  return sql`(select ${list} from holiday_lists where workspace_id = ${workspaceId}) as holiday_lists`;
}

type Listed<One> = string | One[] | null;

/** PostgreSQL's driver has parsed it already. */
function listFrom<One>(column: Listed<One>): One[] {
  return typeof column === 'string' ? (JSON.parse(column) as One[]) : (column ?? []);
}
