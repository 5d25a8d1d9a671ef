import type { Tx } from '#platform/db/database.ts';
import '#bookings/tables.ts';

interface Seat {
  workspaceId: string;
  bookingId: string;
  hostId: string;
}

/** One host of a meeting lets their time go; the others keep theirs. */
export async function leaveChair(tx: Tx, { workspaceId, bookingId, hostId }: Seat): Promise<void> {
  for (const table of ['claims', 'booking_hosts'] as const) {
    await tx
      .deleteFrom(table)
      .where('workspace_id', '=', workspaceId)
      .where('booking_id', '=', bookingId)
      .where('host_id', '=', hostId)
      .execute();
  }
}

/** Who was placed alone sits where the other one sat. */
export async function takeChair(tx: Tx, seat: Seat, chair: number): Promise<void> {
  await tx
    .updateTable('booking_hosts')
    .set({ chair })
    .where('workspace_id', '=', seat.workspaceId)
    .where('booking_id', '=', seat.bookingId)
    .where('host_id', '=', seat.hostId)
    .execute();
}
