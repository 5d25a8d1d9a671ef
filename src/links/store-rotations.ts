import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { Link } from './link.ts';
import { rotationIds } from './link.ts';
import '#rotations/tables.ts';
import './tables.ts';

/**
 * Links with the members of their rotations as candidates, in the order of the rotation (R10). Costs a statement
 * when one of them has a rotation, and nothing otherwise.
 */
export async function withRotations<T extends Pick<Link, 'settings'>>(
  db: Reader,
  workspaceId: string,
  links: T[],
): Promise<T[]> {
  const wanted = [...new Set(links.flatMap(({ settings }) => rotationIds(settings)))];
  if (wanted.length === 0) return links;
  const membersOf = await readRotationMembers(db, workspaceId, wanted);
  return links.map((link) => {
    const chairs = link.settings.chairs.map((chair) =>
      chair.rotationId ? { ...chair, candidateIds: membersOf.get(chair.rotationId) ?? [] } : chair,
    );
    return { ...link, settings: { ...link.settings, chairs } };
  });
}

async function readRotationMembers(
  db: Reader,
  workspaceId: string,
  ids: string[],
): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('rotation_hosts')
    .select(['rotation_id', 'member_id'])
    .where('workspace_id', '=', workspaceId)
    .where('rotation_id', 'in', ids)
    .orderBy('position')
    .orderBy('member_id')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.rotation_id)].map(([id, own]) => [
      id,
      own.map((row) => row.member_id),
    ]),
  );
}

/** Which of the rotations are there, of this workspace and not deleted; in an act they stay there until it ends. */
export async function knownRotations(tx: Reader, workspaceId: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('rotations')
    .select('rotation_id')
    .where('workspace_id', '=', workspaceId)
    .where('rotation_id', 'in', ids)
    .where('deleted_at', 'is', null)
    .orderBy('rotation_id')
    .$if(tx.isTransaction && isPostgres(tx), (q) => q.forShare())
    .execute();
  return new Set(rows.map((row) => row.rotation_id));
}

export async function writeLinkRotations(tx: Tx, { workspaceId, id, settings }: Link): Promise<void> {
  const rows = settings.chairs.flatMap(({ rotationId }, chair) =>
    rotationId ? [{ workspace_id: workspaceId, link_id: id, chair, rotation_id: rotationId }] : [],
  );
  if (rows.length > 0) await tx.insertInto('link_rotations').values(rows).execute();
}

/** Live links that a rotation fills a chair of, by title. */
export async function linksOfRotation(
  db: Reader,
  workspaceId: string,
  rotationId: string,
): Promise<{ id: string; title: string }[]> {
  return (await linksOfRotations(db, workspaceId, [rotationId])).get(rotationId) ?? [];
}

/** The same of several rotations; those that no link goes by are missing. */
export async function linksOfRotations(
  db: Reader,
  workspaceId: string,
  rotationIds: string[],
): Promise<Map<string, { id: string; title: string }[]>> {
  if (rotationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('link_rotations as r')
    .innerJoin('links as l', (join) =>
      join.onRef('l.workspace_id', '=', 'r.workspace_id').onRef('l.link_id', '=', 'r.link_id'),
    )
    .select(['r.rotation_id', 'l.link_id as id', 'l.title'])
    .distinct()
    .where('r.workspace_id', '=', workspaceId)
    .where('r.rotation_id', 'in', rotationIds)
    .where('l.deleted_at', 'is', null)
    .orderBy('l.title')
    .execute();
  const named = rows.map(({ rotation_id, id, title }) => [rotation_id, { id, title }] as const);
  return new Map(
    [...Map.groupBy(named, ([rotation]) => rotation)].map(([id, own]) => [id, own.map(([, link]) => link)]),
  );
}
