import { isPostgres, type Tx } from '#platform/db/database.ts';
import type { Rotation } from './rotation.ts';
import { rotationFrom } from './store.ts';
import '#people/tables.ts';
import './tables.ts';

/**
 * Live rotations, held against change until the act ends: changes of one, and bookings through it, take turns, so
 * that its counts are exact. Links are held before rotations, rotations in the order of their ids.
 */
export async function holdRotations(tx: Tx, workspaceId: string, rotationIds: string[]): Promise<Rotation[]> {
  if (rotationIds.length === 0) return [];
  const rows = await tx
    .selectFrom('rotations')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('rotation_id', 'in', rotationIds)
    .where('deleted_at', 'is', null)
    .orderBy('rotation_id')
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .execute();
  return rows.map(rotationFrom);
}

export async function holdRotation(
  tx: Tx,
  workspaceId: string,
  rotationId: string,
): Promise<Rotation | undefined> {
  return (await holdRotations(tx, workspaceId, [rotationId]))[0];
}

/** Nobody joins or leaves these teams until the act ends. Teams are held before links and rotations. */
export async function keepTeams(tx: Tx, workspaceId: string, teamIds: string[]): Promise<void> {
  if (!isPostgres(tx) || teamIds.length === 0) return;
  await tx
    .selectFrom('teams')
    .select('team_id')
    .where('workspace_id', '=', workspaceId)
    .where('team_id', 'in', teamIds)
    .orderBy('team_id')
    .forShare()
    .execute();
}
