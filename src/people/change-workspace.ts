import { isConstraint } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import './facts.ts';
import { lockWorkspace, updateWorkspace } from './store-workspaces.ts';
import type { Workspace, WorkspaceChange } from './workspace.ts';

export type WorkspaceRefusal =
  | { refused: 'slug-taken' }
  | { refused: 'changed-meanwhile'; workspace: Workspace };

/** Changes the workspace. Later slices may refuse it (an appointment page whose link does not exist). */
export async function changeWorkspace(
  platform: Platform,
  workspaceId: string,
  change: WorkspaceChange,
  version: number | undefined,
): Promise<{ workspace: Workspace } | WorkspaceRefusal> {
  try {
    return await platform.db.transact(async (tx) => {
      const before = (await lockWorkspace(tx, workspaceId))!;
      if (version !== undefined && version !== before.version) {
        return { refused: 'changed-meanwhile', workspace: before };
      }
      const after: Workspace = { ...before, ...change, version: before.version + 1 };
      await platform.announcer.announce(tx, 'workspace-changing', { before, after });
      await updateWorkspace(tx, after);
      return { workspace: after };
    });
  } catch (error) {
    if (change.slug !== undefined && isConstraint(error, 'unique')) return { refused: 'slug-taken' };
    throw error;
  }
}
