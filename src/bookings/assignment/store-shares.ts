import type { Reader } from '#platform/db/database.ts';
import '#bookings/tables.ts';
import { COUNTED } from '#bookings/booking.ts';

/** Meetings of links that count (D3) and start within [from, to), minutes UTC, by link, chair and host. */
export async function readShares(
  db: Reader,
  workspaceId: string,
  linkIds: string[],
  { from, to }: { from: number; to: number },
) {
  if (linkIds.length === 0) return [];
  return db
    .selectFrom('bookings as b')
    .innerJoin('booking_hosts as h', (join) =>
      join.onRef('h.workspace_id', '=', 'b.workspace_id').onRef('h.booking_id', '=', 'b.booking_id'),
    )
    .select(['b.link_id', 'h.chair', 'h.host_id'])
    .select((eb) => eb.fn.countAll<number>().as('meetings'))
    .where('b.workspace_id', '=', workspaceId)
    .where('b.link_id', 'in', linkIds)
    .where('b.start_minute', '>=', from)
    .where('b.start_minute', '<', to)
    .where('b.status', 'in', COUNTED)
    .where('b.deleted_at', 'is', null)
    .groupBy(['b.link_id', 'h.chair', 'h.host_id'])
    .execute();
}

export type ShareRow = Awaited<ReturnType<typeof readShares>>[number];

/** How many meetings of links are still to come, live holds not among them. */
export async function countUpcoming(
  db: Reader,
  workspaceId: string,
  linkIds: string[],
  after: number,
): Promise<Map<string, number>> {
  if (linkIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('bookings')
    .select('link_id')
    .select((eb) => eb.fn.countAll<number>().as('meetings'))
    .where('workspace_id', '=', workspaceId)
    .where('link_id', 'in', linkIds)
    .where('start_minute', '>', after)
    .where('status', '=', 'scheduled')
    .where('deleted_at', 'is', null)
    .groupBy('link_id')
    .execute();
  return new Map(rows.map((row) => [row.link_id!, row.meetings]));
}
