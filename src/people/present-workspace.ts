import type { Platform } from '#platform/platform.ts';
import { logoPath } from '#people/branding/logo.ts';
import { workspaceAnswer } from './workspace-fields.ts';
import type { Workspace } from './workspace.ts';

/** A workspace as the API shows it. */
export function presentWorkspace({ config }: Pick<Platform, 'config'>, workspace: Workspace) {
  const { logo } = workspace;
  return workspaceAnswer.parse({ ...workspace, logoUrl: logo && `${config.publicUrl}${logoPath(logo)}` });
}
