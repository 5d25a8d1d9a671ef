import { sql, type RawBuilder } from 'kysely';
import { isPostgres, type Reader } from '#platform/db/database.ts';
import '#bookings/calendar-writes/store-writes.ts';
import '#bookings/tables.ts';

/** A meeting that its host moved or deleted in their calendar, and has not said yet what they meant (A3). */
export interface OpenQuestion {
  bookingId: string;
  title: string;
  /** Minutes UTC, as everybody else knows it. */
  start: number;
  kind: 'moved' | 'deleted';
  calendarName: string;
}

const MOST_QUESTIONS = 20;

/** A column: what a member is asked about their own meetings, the next first, as JSON. */
export function openQuestions(
  db: Reader,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: number },
): RawBuilder<unknown> {
  const object = sql.raw(isPostgres(db) ? 'json_build_object' : 'json_object');
  const all = sql.raw(isPostgres(db) ? 'json_agg' : 'json_group_array');
  return sql`(select ${all}(${object}('bookingId', booking_id, 'title', title, 'start', start_minute,
    'kind', question, 'calendarName', name)) from (
      select b.booking_id, b.title, b.start_minute, w.question, c.name
      from calendar_writes w
      join bookings b on b.workspace_id = w.workspace_id and b.booking_id = w.booking_id
      join booking_hosts h on h.workspace_id = w.workspace_id and h.booking_id = w.booking_id
        and h.host_id = w.host_id
      join outside_calendars c on c.workspace_id = w.workspace_id and c.calendar_id = w.calendar_id
      where w.workspace_id = ${workspaceId} and w.question is not null and w.host_id = ${memberId}
        and b.status = 'scheduled' and b.deleted_at is null and b.end_minute > ${now} and c.sync_on = 1
      order by b.start_minute, b.booking_id limit ${MOST_QUESTIONS}) as asked) as questions`;
}
