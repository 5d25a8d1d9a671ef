import { isoNow } from '#platform/clock.ts';
import { isConstraint, type Tx } from '#platform/db/database.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import './facts.ts';
import { readMembers } from './store.ts';
import * as store from './store-teams.ts';
import type { Team } from './team.ts';

export type TeamRefusal =
  | { refused: 'unknown' }
  | { refused: 'name-taken' }
  /** Positions in the list that was sent. */
  | { refused: 'no-such-member'; at: number[] }
  | { refused: 'changed-meanwhile'; team: Team };

type Made = { team: Team } | TeamRefusal;

export async function makeTeam(
  platform: Platform,
  workspaceId: string,
  given: { name: string; memberIds: string[] },
): Promise<Made> {
  const team: Team = {
    id: newId(),
    name: given.name,
    memberIds: [],
    version: 1,
    createdAt: isoNow(platform.clock),
  };
  return orNameTaken(() =>
    platform.db.transact(async (tx) => {
      const missing = await strangersAmong(tx, workspaceId, given.memberIds);
      if (missing.length > 0) return { refused: 'no-such-member', at: missing };
      await store.insertTeam(tx, workspaceId, team);
      return { team: await replaceMembers(tx, platform, workspaceId, team, given.memberIds) };
    }),
  );
}

export async function changeTeam(
  platform: Platform,
  workspaceId: string,
  teamId: string,
  change: { name?: string; memberIds?: string[] },
  version: number | undefined,
): Promise<Made> {
  return orNameTaken(() =>
    platform.db.transact(async (tx) => {
      const team = await store.lockTeam(tx, workspaceId, teamId);
      if (!team) return { refused: 'unknown' };
      if (version !== undefined && version !== team.version) return { refused: 'changed-meanwhile', team };
      const missing = await strangersAmong(tx, workspaceId, change.memberIds ?? []);
      if (missing.length > 0) return { refused: 'no-such-member', at: missing };
      await store.updateTeam(tx, workspaceId, teamId, change.name);
      const renamed = { ...team, name: change.name ?? team.name, version: team.version + 1 };
      return {
        team: await replaceMembers(tx, platform, workspaceId, renamed, change.memberIds ?? team.memberIds),
      };
    }),
  );
}

/** Everybody leaves first, so that what follows teams hears of it. */
export async function removeTeam(platform: Platform, workspaceId: string, teamId: string): Promise<boolean> {
  return platform.db.transact(async (tx) => {
    const team = await store.lockTeam(tx, workspaceId, teamId);
    if (!team) return false;
    await platform.announcer.announce(tx, 'team-leaving', { workspaceId, teamId });
    await replaceMembers(tx, platform, workspaceId, team, []);
    await store.deleteTeam(tx, workspaceId, teamId);
    return true;
  });
}

/** Writes who is in a team now, and tells who joined and who left. */
export async function replaceMembers(
  tx: Tx,
  platform: Platform,
  workspaceId: string,
  team: Team,
  wanted: string[],
): Promise<Team> {
  const memberIds = [...new Set(wanted)];
  const left = team.memberIds.filter((id) => !memberIds.includes(id));
  const joined = memberIds.filter((id) => !team.memberIds.includes(id));
  await store.deleteTeamMembers(tx, workspaceId, team.id, left);
  await store.insertTeamMembers(tx, workspaceId, team.id, joined, isoNow(platform.clock));
  if (left.length + joined.length > 0) {
    await platform.announcer.announce(tx, 'team-changed', { workspaceId, teamId: team.id, joined, left });
  }
  return { ...team, memberIds: [...team.memberIds.filter((id) => !left.includes(id)), ...joined] };
}

async function strangersAmong(tx: Tx, workspaceId: string, memberIds: string[]): Promise<number[]> {
  const known = new Set((await readMembers(tx, workspaceId, memberIds)).map((member) => member.id));
  return memberIds.flatMap((id, at) => (known.has(id) ? [] : [at]));
}

async function orNameTaken(act: () => Promise<Made>): Promise<Made> {
  try {
    return await act();
  } catch (error) {
    if (isConstraint(error, 'unique')) return { refused: 'name-taken' };
    throw error;
  }
}
