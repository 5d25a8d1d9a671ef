import type { Reader } from '#platform/db/database.ts';
import { isAmong, type Among } from '#platform/db/among.ts';
import { COUNTED } from '#bookings/booking.ts';
import '#bookings/tables.ts';
import '#people/tables.ts';
import '#rotations/tables.ts';

/** Which meetings are asked after: those that start within [from, to), minutes UTC. */
export interface Asked {
  from: number;
  to: number;
  linkId?: string;
  rotationId?: string;
}

/** A counted meeting; of a rotation, with the chair that it filled. */
export interface Meeting {
  booking_id: string;
  chair: number | null;
}

/** Meetings that count (D3), the latest first, so many at most; one filled twice by a rotation stands twice. */
export async function readMeetings(
  db: Reader,
  workspaceId: string,
  { from, to, linkId, rotationId }: Asked,
  limit: number,
): Promise<Meeting[]> {
  const meetings = db
    .selectFrom('bookings as b')
    .where('b.workspace_id', '=', workspaceId)
    .where('b.start_minute', '>=', from)
    .where('b.start_minute', '<', to)
    .where('b.status', 'in', COUNTED)
    .where('b.deleted_at', 'is', null)
    .orderBy('b.start_minute', 'desc')
    .orderBy('b.booking_id', 'desc')
    .limit(limit);
  if (rotationId === undefined) {
    const rows = await meetings
      .$if(linkId !== undefined, (q) => q.where('b.link_id', '=', linkId!))
      .select('b.booking_id')
      .execute();
    return rows.map(({ booking_id }) => ({ booking_id, chair: null }));
  }
  return meetings
    .innerJoin('booking_hosts as h', (join) =>
      join.onRef('h.workspace_id', '=', 'b.workspace_id').onRef('h.booking_id', '=', 'b.booking_id'),
    )
    .where('h.rotation_id', '=', rotationId)
    .select(['b.booking_id', 'h.chair'])
    .execute();
}

/** All reasons of some meetings, of each the newest first. */
export async function readReasons(db: Reader, workspaceId: string, bookings: Among) {
  return db
    .selectFrom('assignments')
    .select(['booking_id', 'decision', 'by_hand'])
    .where('workspace_id', '=', workspaceId)
    .where(isAmong('booking_id', bookings))
    .orderBy('booking_id')
    .orderBy('assignment_id', 'desc')
    .execute();
}

export interface HostName {
  name: string;
  active: boolean;
}

export async function readHostNames(
  db: Reader,
  workspaceId: string,
  members: Among,
): Promise<Map<string, HostName>> {
  const rows = await db
    .selectFrom('members')
    .select(['member_id', 'name', 'active'])
    .where('workspace_id', '=', workspaceId)
    .where(isAmong('member_id', members))
    .execute();
  return new Map(rows.map((row) => [row.member_id, { name: row.name, active: row.active === 1 }]));
}

/** A rotation by its present name, a deleted one too, and whether the member is in it. */
export async function readRotationFor(
  db: Reader,
  workspaceId: string,
  rotationId: string,
  memberId: string,
): Promise<{ name: string; isIn: boolean } | undefined> {
  const row = await db
    .selectFrom('rotations as r')
    .leftJoin('rotation_hosts as h', (join) =>
      join
        .onRef('h.workspace_id', '=', 'r.workspace_id')
        .onRef('h.rotation_id', '=', 'r.rotation_id')
        .on('h.member_id', '=', memberId),
    )
    .select(['r.name', 'h.member_id'])
    .where('r.workspace_id', '=', workspaceId)
    .where('r.rotation_id', '=', rotationId)
    .executeTakeFirst();
  return row && { name: row.name, isIn: row.member_id !== null };
}
