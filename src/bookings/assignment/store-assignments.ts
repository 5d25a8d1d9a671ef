import type { Reader } from '#platform/db/database.ts';
import '#bookings/tables.ts';
import '#rotations/tables.ts';

/** Why these hosts, every time that it was decided, the newest first: that one holds (D5). */
export async function readAssignments(db: Reader, workspaceId: string, bookingId: string, limit?: number) {
  return db
    .selectFrom('assignments')
    .select(['assignment_id', 'rule', 'decision', 'by_hand', 'at'])
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', '=', bookingId)
    .orderBy('assignment_id', 'desc')
    .$if(limit !== undefined, (q) => q.limit(limit!))
    .execute();
}

/** Of some bookings, those whose hosts somebody chose by hand, and has not been decided anew since. */
export async function readChosenByHand(db: Reader, workspaceId: string, bookingIds: string[]) {
  return db
    .selectFrom('assignments as a')
    .select(['a.booking_id', 'a.assignment_id', 'a.rule', 'a.decision', 'a.by_hand', 'a.at'])
    .where('a.workspace_id', '=', workspaceId)
    .where('a.booking_id', 'in', bookingIds)
    .where('a.by_hand', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('assignments as later')
            .select('later.assignment_id')
            .whereRef('later.workspace_id', '=', 'a.workspace_id')
            .whereRef('later.booking_id', '=', 'a.booking_id')
            .whereRef('later.assignment_id', '>', 'a.assignment_id'),
        ),
      ),
    )
    .execute();
}

export type AssignmentFound = Awaited<ReturnType<typeof readAssignments>>[number];

/** A rotation's present name; one that was deleted keeps its own. */
export async function readRotationName(
  db: Reader,
  workspaceId: string,
  rotationId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('rotations')
    .select('name')
    .where('workspace_id', '=', workspaceId)
    .where('rotation_id', '=', rotationId)
    .executeTakeFirst();
  return row?.name ?? null;
}
