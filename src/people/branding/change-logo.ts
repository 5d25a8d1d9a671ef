import { createHash } from 'node:crypto';
import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { lockWorkspace, updateWorkspace } from '#people/store-workspaces.ts';
import type { Workspace } from '#people/workspace.ts';
import { LOGO_TYPES, type Logo } from './logo.ts';
import type { Picture } from './read-picture.ts';
import { removeLogos, replaceLogo } from './store-logos.ts';

/** `picture` is what was read of `bytes`. The one before goes. */
export async function putLogo(
  platform: Platform,
  workspaceId: string,
  picture: Picture,
  bytes: Buffer,
): Promise<Workspace> {
  const logo: Logo = { hash: createHash('sha256').update(bytes).digest('hex').slice(0, 32), ...picture };
  return change(platform, workspaceId, logo, (tx) =>
    replaceLogo(tx, {
      workspace_id: workspaceId,
      logo_hash: logo.hash,
      type: LOGO_TYPES[logo.kind],
      content: bytes.toString('base64'),
      created_at: isoNow(platform.clock),
    }),
  );
}

export function removeLogo(platform: Platform, workspaceId: string): Promise<Workspace> {
  return change(platform, workspaceId, null, (tx) => removeLogos(tx, workspaceId));
}

function change(
  { db }: Platform,
  workspaceId: string,
  logo: Logo | null,
  write: (tx: Tx) => Promise<void>,
): Promise<Workspace> {
  return db.transact(async (tx) => {
    const before = (await lockWorkspace(tx, workspaceId))!;
    const after: Workspace = { ...before, logo, version: before.version + 1 };
    await write(tx);
    await updateWorkspace(tx, after);
    return after;
  });
}
