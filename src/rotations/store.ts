import { containsFolded } from '#platform/db/contains.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import { flag, type Row } from '#platform/db/tables.ts';
import { fold } from '#platform/fold.ts';
import type { Rotation } from './rotation.ts';
import './tables.ts';

export function rotationFrom(row: Row<'rotations'>): Rotation {
  return {
    workspaceId: row.workspace_id,
    id: row.rotation_id,
    name: row.name,
    newcomers: row.newcomers,
    countCancelled: row.count_cancelled === 1,
    countNoShows: row.count_no_shows === 1,
    weights: JSON.parse(row.weights) as Record<string, number>,
    countingFrom: row.counting_from,
    countingBecause: row.counting_because,
    version: row.version,
    createdAt: row.created_at,
  };
}

function columnsOf(rotation: Rotation) {
  return {
    name: rotation.name,
    name_folded: fold(rotation.name),
    newcomers: rotation.newcomers,
    count_cancelled: flag(rotation.countCancelled),
    count_no_shows: flag(rotation.countNoShows),
    weights: JSON.stringify(rotation.weights),
    counting_from: rotation.countingFrom,
    counting_because: rotation.countingBecause,
    version: rotation.version,
  };
}

export async function insertRotation(tx: Tx, rotation: Rotation): Promise<void> {
  await tx
    .insertInto('rotations')
    .values({
      ...columnsOf(rotation),
      workspace_id: rotation.workspaceId,
      rotation_id: rotation.id,
      created_at: rotation.createdAt,
    })
    .execute();
}

/** Writes a rotation that the caller holds. */
export async function updateRotation(tx: Tx, rotation: Rotation): Promise<void> {
  await tx
    .updateTable('rotations')
    .set(columnsOf(rotation))
    .where('workspace_id', '=', rotation.workspaceId)
    .where('rotation_id', '=', rotation.id)
    .execute();
}

/** Its row stays, for the meetings that were booked through it. */
export async function markDeleted(
  tx: Tx,
  { workspaceId, id }: Rotation,
  { by, at }: { by: string; at: string },
): Promise<void> {
  await tx
    .updateTable('rotations')
    .set({ deleted_at: at, deleted_by: by })
    .where('workspace_id', '=', workspaceId)
    .where('rotation_id', '=', id)
    .execute();
}

/** A live one. */
export async function readRotation(
  db: Reader,
  workspaceId: string,
  rotationId: string,
): Promise<Rotation | undefined> {
  const row = await db
    .selectFrom('rotations')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('rotation_id', '=', rotationId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && rotationFrom(row);
}

/** Those of the named that are live. */
export async function readRotations(
  db: Reader,
  workspaceId: string,
  rotationIds: string[],
): Promise<Rotation[]> {
  const rows = await db
    .selectFrom('rotations')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('rotation_id', 'in', rotationIds)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map(rotationFrom);
}

export interface RotationFilter {
  q?: string;
  /** The folded name of the last one of the page before. */
  after?: string;
  limit: number;
}

/** Live ones by name; one more than `limit` when there is another page. */
export async function listRotations(
  db: Reader,
  workspaceId: string,
  filter: RotationFilter,
): Promise<Rotation[]> {
  const rows = await db
    .selectFrom('rotations')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('deleted_at', 'is', null)
    .$if(filter.q !== undefined, (q) => q.where(containsFolded('name_folded', filter.q!)))
    .$if(filter.after !== undefined, (q) => q.where('name_folded', '>', filter.after!))
    .orderBy('name_folded')
    .limit(filter.limit + 1)
    .execute();
  return rows.map(rotationFrom);
}
