import type { Reader, Tx } from '#platform/db/database.ts';
import type { RotationEntry } from './rotation.ts';
import '#people/tables.ts';
import './tables.ts';

type Entry = Pick<RotationEntry, 'kind' | 'id'>;

/** The entries of several rotations, in the order of their lists, with present names and people. */
export async function readEntries(
  db: Reader,
  workspaceId: string,
  rotationIds: string[],
): Promise<Map<string, RotationEntry[]>> {
  if (rotationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('rotation_entries')
    .select(['rotation_id', 'kind', 'entry_id'])
    .where('workspace_id', '=', workspaceId)
    .where('rotation_id', 'in', rotationIds)
    .orderBy('position')
    .execute();
  const named = await readNamed(
    db,
    workspaceId,
    rows.map((row) => ({ kind: row.kind, id: row.entry_id })),
  );
  const entries = new Map<string, RotationEntry[]>(rotationIds.map((id) => [id, []]));
  for (const row of rows) {
    const entry = named.get(keyOf({ kind: row.kind, id: row.entry_id }));
    if (entry) entries.get(row.rotation_id)!.push(entry);
  }
  return entries;
}

/** These members and teams, in their order; whoever is not in this workspace is missing. */
export async function findEntries(
  db: Reader,
  workspaceId: string,
  wanted: readonly Entry[],
): Promise<RotationEntry[]> {
  const named = await readNamed(db, workspaceId, wanted);
  return wanted.flatMap((entry) => named.get(keyOf(entry)) ?? []);
}

function keyOf({ kind, id }: Entry): string {
  return `${kind} ${id}`;
}

async function readNamed(
  db: Reader,
  workspaceId: string,
  wanted: readonly Entry[],
): Promise<Map<string, RotationEntry>> {
  const idsOf = (kind: Entry['kind']): string[] => [
    ...new Set(wanted.filter((entry) => entry.kind === kind).map((entry) => entry.id)),
  ];
  const members = await readMemberEntries(db, workspaceId, idsOf('member'));
  const teams = await readTeamEntries(db, workspaceId, idsOf('team'));
  return new Map([...members, ...teams].map((entry) => [keyOf(entry), entry]));
}

async function readMemberEntries(db: Reader, workspaceId: string, ids: string[]): Promise<RotationEntry[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('members')
    .select(['member_id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('member_id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    kind: 'member',
    id: row.member_id,
    name: row.name,
    memberIds: [row.member_id],
  }));
}

async function readTeamEntries(db: Reader, workspaceId: string, ids: string[]): Promise<RotationEntry[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('teams as t')
    .leftJoin('team_members as m', (join) =>
      join.onRef('m.workspace_id', '=', 't.workspace_id').onRef('m.team_id', '=', 't.team_id'),
    )
    .select(['t.team_id', 't.name', 'm.member_id'])
    .where('t.workspace_id', '=', workspaceId)
    .where('t.team_id', 'in', ids)
    .orderBy('m.joined_at')
    .orderBy('m.member_id')
    .execute();
  return [...Map.groupBy(rows, (row) => row.team_id)].map(([id, own]) => ({
    kind: 'team',
    id,
    name: own[0]!.name,
    memberIds: own.flatMap((row) => row.member_id ?? []),
  }));
}

/** Says anew who was put in. An entry that stays keeps when it was added. */
export async function writeEntries(
  tx: Tx,
  { workspaceId, id }: { workspaceId: string; id: string },
  entries: readonly Entry[],
  now: string,
): Promise<void> {
  const kept = await tx
    .deleteFrom('rotation_entries')
    .where('workspace_id', '=', workspaceId)
    .where('rotation_id', '=', id)
    .returning(['kind', 'entry_id', 'added_at'])
    .execute();
  if (entries.length === 0) return;
  const since = new Map(kept.map((row) => [keyOf({ kind: row.kind, id: row.entry_id }), row.added_at]));
  const rows = entries.map((entry, position) => ({
    workspace_id: workspaceId,
    rotation_id: id,
    kind: entry.kind,
    entry_id: entry.id,
    position,
    added_at: since.get(keyOf(entry)) ?? now,
  }));
  await tx.insertInto('rotation_entries').values(rows).execute();
}

/** The live rotations that a team stands in, by id. */
export async function rotationsWithTeam(tx: Tx, workspaceId: string, teamId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('rotation_entries as e')
    .innerJoin('rotations as r', (join) =>
      join.onRef('r.workspace_id', '=', 'e.workspace_id').onRef('r.rotation_id', '=', 'e.rotation_id'),
    )
    .select('e.rotation_id')
    .where('e.workspace_id', '=', workspaceId)
    .where('e.kind', '=', 'team')
    .where('e.entry_id', '=', teamId)
    .where('r.deleted_at', 'is', null)
    .orderBy('e.rotation_id')
    .execute();
  return rows.map((row) => row.rotation_id);
}

export async function dropTeam(tx: Tx, workspaceId: string, teamId: string): Promise<void> {
  await tx
    .deleteFrom('rotation_entries')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'team')
    .where('entry_id', '=', teamId)
    .execute();
}
