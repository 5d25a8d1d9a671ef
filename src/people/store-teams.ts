import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import { fold } from '#platform/fold.ts';
import type { Team } from './team.ts';
import './tables.ts';

export async function insertTeam(tx: Tx, workspaceId: string, team: Team): Promise<void> {
  await tx
    .insertInto('teams')
    .values({
      workspace_id: workspaceId,
      team_id: team.id,
      name: team.name,
      name_folded: fold(team.name),
      version: team.version,
      created_at: team.createdAt,
    })
    .execute();
}

export async function readTeam(db: Reader, workspaceId: string, teamId: string): Promise<Team | undefined> {
  const row = await teamRow(db, workspaceId, teamId).executeTakeFirst();
  return row && (await withMembers(db, workspaceId, [row]))[0];
}

/** Reads a team and keeps others from changing it until the act ends. */
export async function lockTeam(tx: Tx, workspaceId: string, teamId: string): Promise<Team | undefined> {
  const row = await teamRow(tx, workspaceId, teamId)
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && (await withMembers(tx, workspaceId, [row]))[0];
}

function teamRow(db: Reader, workspaceId: string, teamId: string) {
  return db
    .selectFrom('teams')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('team_id', '=', teamId);
}

export interface TeamFilter {
  after?: string;
  limit: number;
}

/** By name; two statements whatever the number of teams. `after` is the folded name of the last one seen. */
export async function listTeams(db: Reader, workspaceId: string, filter: TeamFilter): Promise<Team[]> {
  const rows = await db
    .selectFrom('teams')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .$if(filter.after !== undefined, (query) => query.where('name_folded', '>', filter.after!))
    .orderBy('name_folded')
    .limit(filter.limit)
    .execute();
  return withMembers(db, workspaceId, rows);
}

async function withMembers(db: Reader, workspaceId: string, rows: Row<'teams'>[]): Promise<Team[]> {
  if (rows.length === 0) return [];
  const members = await db
    .selectFrom('team_members')
    .select(['team_id', 'member_id'])
    .where('workspace_id', '=', workspaceId)
    .where(
      'team_id',
      'in',
      rows.map((row) => row.team_id),
    )
    .orderBy('joined_at')
    .orderBy('member_id')
    .execute();
  const byTeam = Map.groupBy(members, (row) => row.team_id);
  return rows.map((row) => ({
    id: row.team_id,
    name: row.name,
    memberIds: (byTeam.get(row.team_id) ?? []).map((member) => member.member_id),
    version: row.version,
    createdAt: row.created_at,
  }));
}

/** Raises the version, and renames when a name is given. */
export async function updateTeam(tx: Tx, workspaceId: string, teamId: string, name?: string): Promise<void> {
  await tx
    .updateTable('teams')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(name === undefined ? {} : { name, name_folded: fold(name) }),
    }))
    .where('workspace_id', '=', workspaceId)
    .where('team_id', '=', teamId)
    .execute();
}

export async function deleteTeam(tx: Tx, workspaceId: string, teamId: string): Promise<void> {
  await tx
    .deleteFrom('teams')
    .where('workspace_id', '=', workspaceId)
    .where('team_id', '=', teamId)
    .execute();
}

export async function insertTeamMembers(
  tx: Tx,
  workspaceId: string,
  teamId: string,
  memberIds: string[],
  now: string,
): Promise<void> {
  if (memberIds.length === 0) return;
  await tx
    .insertInto('team_members')
    .values(
      memberIds.map((member_id) => ({
        workspace_id: workspaceId,
        team_id: teamId,
        member_id,
        joined_at: now,
      })),
    )
    .onConflict((oc) => oc.columns(['workspace_id', 'team_id', 'member_id']).doNothing())
    .execute();
}

export async function deleteTeamMembers(
  tx: Tx,
  workspaceId: string,
  teamId: string,
  memberIds: string[],
): Promise<void> {
  if (memberIds.length === 0) return;
  await tx
    .deleteFrom('team_members')
    .where('workspace_id', '=', workspaceId)
    .where('team_id', '=', teamId)
    .where('member_id', 'in', memberIds)
    .execute();
}
