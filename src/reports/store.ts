import { sql } from 'kysely';
import type { Reader } from '#platform/db/database.ts';
import { workspaceFrom } from '#people/store-workspaces.ts';
import type { Workspace } from '#people/workspace.ts';
import '#platform/jobs/tables.ts';
import '#platform/mailer/tables.ts';
import '#people/tables.ts';
import '#hours/tables.ts';
import '#bookings/tables.ts';

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
  sent: number;
  captured: number;
  waiting: number;
  failed: number;
  last_error: string | null;
  dead_jobs: number;
}

/**
 * What stands behind the first steps, the mails since an instant, and the dead state of the outbox: one statement.
 * Mails that failed are counted as mails and not again as jobs.
 */
export async function readFacts(db: Reader, workspaceId: string, since: string): Promise<Facts> {
  const mails = (state: string) =>
    sql`select count(*) from mails where workspace_id = ${workspaceId} and state = ${state} and secret = 0`;
  const { rows } = await sql<Facts>`select
    (select count(*) from members where workspace_id = ${workspaceId} and active = 1) as members,
    (select count(*) from members m left join member_hours h
      on h.workspace_id = m.workspace_id and h.member_id = m.member_id
      where m.workspace_id = ${workspaceId} and m.active = 1 and m.seat = 1
      and coalesce(h.weekly, '[]') = '[]' and coalesce(h.overrides, '[]') = '[]') as without_hours,
    (select count(*) from (select 1 from bookings
      where workspace_id = ${workspaceId} and link_id is not null limit 1) as one) as booked,
    (${mails('sent')} and created_at >= ${since}) as sent,
    (${mails('captured')} and created_at >= ${since}) as captured,
    (${mails('queued')}) as waiting,
    (${mails('failed')} and created_at >= ${since}) as failed,
    (select error from mails where workspace_id = ${workspaceId} and state = 'failed' and secret = 0
      and created_at >= ${since} order by id desc limit 1) as last_error,
    (select count(*) from outbox where workspace_id = ${workspaceId} and dead_at is not null
      and kind != 'mail.send') as dead_jobs`.execute(db);
  return rows[0]!;
}

/** Holiday lists with their days as JSON, by id. */
export async function readHolidayDays(db: Reader, workspaceId: string) {
  const rows = await db
    .selectFrom('holiday_lists')
    .select(['holiday_list_id', 'name', 'days'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  return rows.map((row) => ({ id: row.holiday_list_id, name: row.name, days: row.days }));
}

export type HolidayDays = Awaited<ReturnType<typeof readHolidayDays>>[number];
