import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { replaceMembers } from './change-team.ts';
import { readMembers } from './store.ts';
import { lockTeam, updateTeam } from './store-teams.ts';
import type { Team } from './team.ts';

type Placed = { team: Team } | { refused: 'unknown' };

/** Puts one member into a team; doing it twice is doing it once. */
export function joinTeam(
  platform: Platform,
  workspaceId: string,
  teamId: string,
  memberId: string,
): Promise<Placed> {
  return place(platform, workspaceId, teamId, memberId, (others) => [...others, memberId]);
}

export function leaveTeam(
  platform: Platform,
  workspaceId: string,
  teamId: string,
  memberId: string,
): Promise<Placed> {
  return place(platform, workspaceId, teamId, memberId, (others) => others);
}

function place(
  platform: Platform,
  workspaceId: string,
  teamId: string,
  memberId: string,
  beside: (others: string[]) => string[],
): Promise<Placed> {
  return platform.db.transact(async (tx: Tx) => {
    const team = await lockTeam(tx, workspaceId, teamId);
    const members = await readMembers(tx, workspaceId, [memberId]);
    if (!team || members.length === 0) return { refused: 'unknown' };
    const wanted = beside(team.memberIds.filter((id) => id !== memberId));
    if (wanted.includes(memberId) === team.memberIds.includes(memberId)) return { team };
    await updateTeam(tx, workspaceId, teamId);
    const raised = { ...team, version: team.version + 1 };
    return { team: await replaceMembers(tx, platform, workspaceId, raised, wanted) };
  });
}
