import type { Reader, Tx } from '#platform/db/database.ts';
import { flag } from '#platform/db/tables.ts';
import { calendarsReadAt, staleMinutes } from '#calendars/outside/store-staleness.ts';
import type { Rotation, RotationHost } from './rotation.ts';
import '#hours/tables.ts';
import '#people/tables.ts';
import './tables.ts';

/** Who is in several rotations, in the order of their lists, with what decides today whether they can host. */
export async function readHostsOf(
  db: Reader,
  workspaceId: string,
  rotationIds: string[],
): Promise<Map<string, RotationHost[]>> {
  if (rotationIds.length === 0) return new Map();
  const rows = await hostRows(db, workspaceId).where('r.rotation_id', 'in', rotationIds).execute();
  const hosts = Map.groupBy(rows, (row) => row.rotation_id);
  return new Map(rotationIds.map((id) => [id, (hosts.get(id) ?? []).map(hostFrom)]));
}

export async function readHosts(
  db: Reader,
  { workspaceId, id }: Pick<Rotation, 'workspaceId' | 'id'>,
): Promise<RotationHost[]> {
  return (await readHostsOf(db, workspaceId, [id])).get(id)!;
}

function hostRows(db: Reader, workspaceId: string) {
  return db
    .selectFrom('rotation_hosts as r')
    .innerJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'r.workspace_id').onRef('m.member_id', '=', 'r.member_id'),
    )
    .leftJoin('member_hours as h', (join) =>
      join.onRef('h.workspace_id', '=', 'r.workspace_id').onRef('h.member_id', '=', 'r.member_id'),
    )
    .leftJoin('members as s', (join) =>
      join.onRef('s.workspace_id', '=', 'r.workspace_id').onRef('s.member_id', '=', 'r.switched_by'),
    )
    .select(['r.rotation_id', 'r.member_id', 'r.position', 'r.joined_at', 'r.credit', 'r.available'])
    .select(['r.switched_by', 'r.switched_at', 's.name as switched_by_name'])
    .select(['m.name', 'm.active', 'm.seat', 'h.weekly', 'h.overrides'])
    .select([calendarsReadAt.as('calendars_read_at'), staleMinutes.as('stale_minutes')])
    .where('r.workspace_id', '=', workspaceId)
    .orderBy('r.position')
    .orderBy('r.member_id');
}

type HostRow = Awaited<ReturnType<ReturnType<typeof hostRows>['execute']>>[number];

function hostFrom(row: HostRow): RotationHost {
  const { calendars_read_at, stale_minutes } = row;
  return {
    memberId: row.member_id,
    name: row.name,
    position: row.position,
    joinedAt: row.joined_at,
    credit: row.credit,
    available: row.available === 1,
    switchedOff: switchedOff(row),
    active: row.active === 1,
    seat: row.seat === 1,
    hasHours: [row.weekly, row.overrides].some((spans) => spans !== null && spans !== '[]'),
    calendars: { calendars_read_at, stale_minutes },
  };
}

function switchedOff(row: HostRow): RotationHost['switchedOff'] {
  if (row.available === 1 || row.switched_by === null || row.switched_at === null) return null;
  return { by: row.switched_by, byName: row.switched_by_name ?? '', at: row.switched_at };
}

type Place = Pick<RotationHost, 'memberId' | 'position' | 'joinedAt' | 'credit'>;
const AT_ONCE = 500;

/** Puts newcomers in, and everybody to their position; whoever is in keeps the rest of their row. */
export async function placeHosts(
  tx: Tx,
  { workspaceId, id }: Pick<Rotation, 'workspaceId' | 'id'>,
  places: readonly Place[],
): Promise<void> {
  const rows = places.map((place) => ({
    workspace_id: workspaceId,
    rotation_id: id,
    member_id: place.memberId,
    position: place.position,
    joined_at: place.joinedAt,
    credit: place.credit,
    available: flag(true),
  }));
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx
      .insertInto('rotation_hosts')
      .values(rows.slice(from, from + AT_ONCE))
      .onConflict((oc) =>
        oc
          .columns(['workspace_id', 'rotation_id', 'member_id'])
          .doUpdateSet((eb) => ({ position: eb.ref('excluded.position') })),
      )
      .execute();
  }
}

export async function dropHosts(
  tx: Tx,
  { workspaceId, id }: Pick<Rotation, 'workspaceId' | 'id'>,
  memberIds: string[],
): Promise<void> {
  if (memberIds.length === 0) return;
  await tx
    .deleteFrom('rotation_hosts')
    .where('workspace_id', '=', workspaceId)
    .where('rotation_id', '=', id)
    .where('member_id', 'in', memberIds)
    .execute();
}

/** R7: with a new beginning nobody has a start on the others. */
export async function clearCredits(
  tx: Tx,
  { workspaceId, id }: Pick<Rotation, 'workspaceId' | 'id'>,
): Promise<void> {
  await tx
    .updateTable('rotation_hosts')
    .set({ credit: 0 })
    .where('workspace_id', '=', workspaceId)
    .where('rotation_id', '=', id)
    .where('credit', '!=', 0)
    .execute();
}

/** R8: for this rotation alone; the count stays. */
export async function switchHost(
  tx: Tx,
  { workspaceId, id }: Pick<Rotation, 'workspaceId' | 'id'>,
  memberId: string,
  switched: { available: boolean; by: string; at: string },
): Promise<void> {
  await tx
    .updateTable('rotation_hosts')
    .set({ available: flag(switched.available), switched_by: switched.by, switched_at: switched.at })
    .where('workspace_id', '=', workspaceId)
    .where('rotation_id', '=', id)
    .where('member_id', '=', memberId)
    .execute();
}
