import type { Reader } from '#platform/db/database.ts';
import { COUNTED } from './booking.ts';
import './tables.ts';

/** Meetings that a member holds within a span of minutes, by start. */
export async function readHeld(db: Reader, workspaceId: string, memberId: string, from: number, to: number) {
  return db
    .selectFrom('booking_hosts as h')
    .innerJoin('bookings as b', (join) =>
      join.onRef('b.workspace_id', '=', 'h.workspace_id').onRef('b.booking_id', '=', 'h.booking_id'),
    )
    .select(['b.booking_id', 'b.title', 'b.visitor_name', 'b.start_minute', 'b.end_minute'])
    .select(['b.sequence', 'b.location', 'b.updated_at'])
    .where('h.workspace_id', '=', workspaceId)
    .where('h.host_id', '=', memberId)
    .where('b.end_minute', '>', from)
    .where('b.start_minute', '<', to)
    .where('b.status', 'in', COUNTED)
    .where('b.deleted_at', 'is', null)
    .orderBy('b.start_minute')
    .limit(2_000)
    .execute();
}
