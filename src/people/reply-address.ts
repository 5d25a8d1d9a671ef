import type { Tx } from '#platform/db/database.ts';
import { lockWorkspace, updateWorkspace } from './store-workspaces.ts';

/** The mailbox that answers are read from, or null while none is: invitations made from now on are answered there. */
export async function setReplyAddress(tx: Tx, workspaceId: string, address: string | null): Promise<void> {
  const workspace = await lockWorkspace(tx, workspaceId);
  if (workspace && workspace.replyAddress !== address) {
    await updateWorkspace(tx, { ...workspace, replyAddress: address });
  }
}
