import type { Reader } from '#platform/db/database.ts';
import '#people/tables.ts';
import '#rotations/tables.ts';

/** Everybody who is in a team with a member, without them. */
export async function readTeammates(db: Reader, workspaceId: string, memberId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('team_members as own')
    .innerJoin('team_members as other', (join) =>
      join
        .onRef('other.workspace_id', '=', 'own.workspace_id')
        .onRef('other.team_id', '=', 'own.team_id')
        .onRef('other.member_id', '!=', 'own.member_id'),
    )
    .select('other.member_id')
    .distinct()
    .where('own.workspace_id', '=', workspaceId)
    .where('own.member_id', '=', memberId)
    .execute();
  return rows.map((row) => row.member_id);
}

/** R8: whether a member of a rotation is switched off in it. */
export async function isSwitchedOff(
  db: Reader,
  workspaceId: string,
  rotationId: string,
  memberId: string,
): Promise<boolean> {
  return (await readStanding(db, workspaceId, rotationId, memberId)) === 'off';
}

/** How a member stands in a rotation: not in it (undefined), in it, or in it and switched off (R8). */
export async function readStanding(
  db: Reader,
  workspaceId: string,
  rotationId: string,
  memberId: string,
): Promise<'in' | 'off' | undefined> {
  const row = await db
    .selectFrom('rotation_hosts')
    .select('available')
    .where('workspace_id', '=', workspaceId)
    .where('rotation_id', '=', rotationId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row && (row.available === 0 ? 'off' : 'in');
}
