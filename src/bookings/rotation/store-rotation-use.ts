import type { Reader } from '#platform/db/database.ts';
import { COUNTED } from '#bookings/booking.ts';
import '#bookings/tables.ts';

/** How many meetings that count (D3) came through each link, and how many records were booked from by colleagues. */
export async function readRotationUse(
  db: Reader,
  workspaceId: string,
  rotationId: string,
): Promise<{ byLink: Map<string, number>; records: number }> {
  const rows = await db
    .selectFrom('bookings')
    .select('link_id')
    .select((eb) => [
      eb.fn.countAll<number>().as('meetings'),
      eb.fn.count<number>('record_id').distinct().as('records'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('rotation_id', '=', rotationId)
    .where('status', 'in', COUNTED)
    .where('deleted_at', 'is', null)
    .groupBy('link_id')
    .execute();
  const byLink = rows.flatMap((row) => (row.link_id === null ? [] : [[row.link_id, row.meetings] as const]));
  return { byLink: new Map(byLink), records: rows.find((row) => row.link_id === null)?.records ?? 0 };
}
