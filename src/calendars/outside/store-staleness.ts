import { sql } from 'kysely';
import { COUNTS_AT_ONCE, NEVER_READ } from './staleness.ts';
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

/** How long they may go unread. */
export const staleMinutes = sql<number>`60`;
