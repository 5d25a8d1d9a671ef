import type { Platform } from '#platform/platform.ts';
import { readOnlyWorkspace } from '#people/store-workspaces.ts';
import { signOf } from './brand.ts';
import { frameFor, type PageContext } from './send-page.ts';
import type { Frame } from './view.ts';

/** The workspace's own name on its pages; "Rondo" before there is one. */
export async function staffFrame(platform: Platform, c: PageContext): Promise<Frame> {
  const workspace = await readOnlyWorkspace(platform.db.read);
  return frameFor(platform, c, workspace ? signOf(workspace) : { name: 'Rondo' });
}
