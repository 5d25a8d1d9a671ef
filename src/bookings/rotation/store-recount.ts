import type { Reader } from '#platform/db/database.ts';
import type { Rotation } from '#rotations/rotation.ts';
import { rotationFrom } from '#rotations/store.ts';
import '#bookings/tables.ts';

/** Every live rotation of the installation. */
export async function everyRotation(db: Reader): Promise<Rotation[]> {
  const rows = await db
    .selectFrom('rotations')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('workspace_id')
    .orderBy('name_folded')
    .execute();
  return rows.map(rotationFrom);
}

const AT_ONCE = 5_000;

/** Every meeting of a rotation, a row for each host, with what the booking itself says; nothing is left out. */
export async function* everyMeeting(db: Reader, { workspaceId, id }: Rotation): AsyncGenerator<MeetingRow[]> {
  for (let after = { bookingId: '', chair: 0 }; ;) {
    const rows = await meetingsAfter(db, workspaceId, id, after);
    yield rows;
    if (rows.length < AT_ONCE) return;
    const last = rows.at(-1)!;
    after = { bookingId: last.booking_id, chair: last.chair };
  }
}

function meetingsAfter(
  db: Reader,
  workspaceId: string,
  rotationId: string,
  { bookingId, chair }: { bookingId: string; chair: number },
) {
  return db
    .selectFrom('booking_hosts as h')
    .innerJoin('bookings as b', (join) =>
      join.onRef('b.workspace_id', '=', 'h.workspace_id').onRef('b.booking_id', '=', 'h.booking_id'),
    )
    .select(['h.booking_id', 'h.chair', 'h.host_id', 'b.status', 'b.deleted_at', 'b.expires_at', 'b.made_at'])
    .where('h.workspace_id', '=', workspaceId)
    .where('h.rotation_id', '=', rotationId)
    .where((eb) =>
      eb.or([
        eb('h.booking_id', '>', bookingId),
        eb.and([eb('h.booking_id', '=', bookingId), eb('h.chair', '>', chair)]),
      ]),
    )
    .orderBy('h.booking_id')
    .orderBy('h.chair')
    .limit(AT_ONCE)
    .execute();
}

export type MeetingRow = Awaited<ReturnType<typeof meetingsAfter>>[number];
