import type { Minute } from '#engine/minutes.ts';
import type { Reader } from '#platform/db/database.ts';
import './tables.ts';

const MOST = 5_000;

/** A member's own events that meet [from, to), by start, with what a calendar to subscribe to needs of them. */
export async function readEventsForFeed(
  db: Reader,
  workspaceId: string,
  memberId: string,
  { from, to }: { from: Minute; to: Minute },
) {
  return db
    .selectFrom('calendar_events')
    .select(['event_id', 'title', 'start_minute', 'end_minute', 'all_day', 'busy', 'version', 'created_at'])
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('end_minute', '>', from)
    .where('start_minute', '<', to)
    .orderBy('start_minute')
    .orderBy('event_id')
    .limit(MOST)
    .execute();
}
