import type { Tx } from '#platform/db/database.ts';
import { Problem } from '#platform/refusal.ts';
import type { Workspace } from '#people/workspace.ts';
import type { Link } from './link.ts';
import { countGeneralLinks } from './store.ts';

/** L8: the plan limits active general-availability links per member; specific times do not count. */
export async function checkPlan(tx: Tx, workspace: Workspace, link: Link): Promise<void> {
  const most = workspace.plan.generalLinksPerMember;
  if (most === null || !link.active || link.kind === 'specific-times') return;
  const others = await countGeneralLinks(tx, workspace.id, link.ownerId, link.id);
  if (others < most) return;
  throw new Problem(
    409,
    'conflict',
    `The plan ${workspace.plan.name} allows ${most} active link${most === 1 ? '' : 's'} with general availability for each member. Switch one off, or offer specific times.`,
  );
}
