import type { Reader } from '#platform/db/database.ts';
import './tables.ts';
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
