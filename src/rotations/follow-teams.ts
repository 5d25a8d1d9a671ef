import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import '#people/facts.ts';
import { settle } from './settle.ts';
import { dropTeam, rotationsWithTeam } from './store-entries.ts';
import { holdRotations } from './store-locks.ts';
import type { Tally } from './tally.ts';

/** R2: joining or leaving a team joins or leaves its rotations by itself; a team that is gone stands in none. */
export function listenRotations(platform: Platform, tally: Tally): void {
  const { announcer } = platform;
  announcer.on('team-changed', (tx, { workspaceId, teamId }) =>
    settleTeam(tx, platform, tally, workspaceId, teamId),
  );
  announcer.on('team-leaving', async (tx, { workspaceId, teamId }) => {
    await settleTeam(tx, platform, tally, workspaceId, teamId, () => dropTeam(tx, workspaceId, teamId));
  });
}

async function settleTeam(
  tx: Tx,
  platform: Platform,
  tally: Tally,
  workspaceId: string,
  teamId: string,
  first: () => Promise<void> = async () => {},
): Promise<void> {
  const rotations = await holdRotations(tx, workspaceId, await rotationsWithTeam(tx, workspaceId, teamId));
  await first();
  for (const rotation of rotations) {
    await settle(tx, platform, tally, { ...rotation, version: rotation.version + 1 });
  }
}
