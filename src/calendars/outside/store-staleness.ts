import { sql } from 'kysely';
import type { Reader } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import { COUNTS_AT_ONCE, NEVER_READ, type CalendarsRead } from './staleness.ts';
import '#people/tables.ts';
import './tables.ts';

const countsAtOnce = sql.join(COUNTS_AT_ONCE.map((code) => sql.lit(code)));

/**
 * For a statement that reads members as `m`: when the least known of their calendars that check conflicts was read
 * to its end, as if never when its problem counts at once; null where there are none (A9).
 */
export const calendarsReadAt = sql<string | null>`(
  select min(case when c.problem in (${countsAtOnce}) or c.last_success_at is null
    then ${sql.lit(NEVER_READ)} else c.last_success_at end)
  from outside_calendars as c
  where c.workspace_id = m.workspace_id and c.member_id = m.member_id
    and c.check_conflicts = 1 and c.sync_on = 1)`;

/** Whether bookings are written to an outside calendar of theirs (K3): 1 or 0. */
export const isWritten = sql<number>`(
  select count(*) from outside_calendars as c
  where c.workspace_id = m.workspace_id and c.member_id = m.member_id and c.write_here = 1 and c.sync_on = 1)`;

/** How long they may go unread. */
export const staleMinutes = sql<number>`(
  select w.calendar_stale_minutes from workspaces as w where w.workspace_id = m.workspace_id)`;

/**
 * Whose calendars that check conflicts were last read before `olderThan`, and how long ago, in one cheap statement:
 * a workspace without outside calendars has none. Who left is not among them.
 */
export async function readOldCalendars(
  db: Reader,
  question: { workspaceId: string; olderThan: string },
): Promise<({ member_id: string } & CalendarsRead)[]> {
  return (await oldCalendars(db, question)).rows;
}

const oldCalendars = prepared((db, { workspaceId, olderThan }: { workspaceId: string; olderThan: string }) =>
  db
    .selectFrom('members as m')
    .select(['m.member_id', calendarsReadAt.as('calendars_read_at'), staleMinutes.as('stale_minutes')])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.active', '=', 1)
    .where('m.member_id', 'in', (eb) =>
      eb
        .selectFrom('outside_calendars as o')
        .select('o.member_id')
        .where('o.workspace_id', '=', workspaceId)
        .where('o.check_conflicts', '=', 1)
        .where('o.sync_on', '=', 1)
        .where('o.last_success_at', '<=', olderThan),
    ),
);
