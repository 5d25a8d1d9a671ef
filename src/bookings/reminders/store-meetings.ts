import type { Minute } from '#engine/minutes.ts';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import '#bookings/tables.ts';
import './tables.ts';

interface Question {
  workspaceId: string;
  linkId: string;
  now: Minute;
  after: string;
  limit: number;
}

export interface MeetingToCome {
  id: string;
  start: Minute;
  end: Minute;
  hasVisitor: boolean;
}

/** Meetings of a link that stand and have not begun, in the order of their ids; `after` is the last of those before. */
export async function meetingsToCome(db: Reader, question: Question): Promise<MeetingToCome[]> {
  const rows = await toCome(db, question).execute();
  return rows.map((row) => ({
    id: row.booking_id,
    start: row.start_minute,
    end: row.end_minute,
    hasVisitor: row.visitor_email !== null,
  }));
}

/** The same, held against every other change of theirs until the commit, as they are then. */
export async function holdMeetingsToCome(tx: Tx, question: Question): Promise<MeetingToCome[]> {
  if (isPostgres(tx)) await toCome(tx, question).forNoKeyUpdate().execute();
  return meetingsToCome(tx, question);
}

function toCome(db: Reader, { workspaceId, linkId, now, after, limit }: Question) {
  return db
    .selectFrom('bookings')
    .select(['booking_id', 'start_minute', 'end_minute', 'visitor_email'])
    .where('workspace_id', '=', workspaceId)
    .where('link_id', '=', linkId)
    .where('start_minute', '>', now)
    .where('status', '=', 'scheduled')
    .where('deleted_at', 'is', null)
    .where('booking_id', '>', after)
    .orderBy('booking_id')
    .limit(limit);
}

export async function deleteReminders(tx: Tx, workspaceId: string, bookingIds: string[]): Promise<void> {
  await tx
    .deleteFrom('booking_reminders')
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', 'in', bookingIds)
    .execute();
}
