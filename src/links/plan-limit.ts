import type { Tx } from '#platform/db/database.ts';
import { Problem } from '#platform/refusal.ts';
import { lockWorkspace } from '#people/store-workspaces.ts';
import type { Link } from './link.ts';
import { countGeneralLinks } from './store.ts';

/**
 * L8: the plan limits active general-availability links per member; specific times do not count. Asked when a
 * link begins to count: one that counted `before` may be edited even after the plan became smaller.
 */
export async function checkPlan(tx: Tx, link: Link, before?: Link): Promise<void> {
  if (!counts(link) || (before && counts(before) && before.ownerId === link.ownerId)) return;
  // Locked, so that two links made at once take turns: else each would count without the other.
  const { plan } = (await lockWorkspace(tx, link.workspaceId))!;
  const most = plan.generalLinksPerMember;
  if (most === null || (await countGeneralLinks(tx, link)) < most) return;
  const links = most === 1 ? 'link' : 'links';
  const sentence = `The plan ${plan.name} allows ${most} active ${links} with general availability for each member.`;
  throw new Problem(409, 'conflict', `${sentence} Switch one off, or offer specific times.`);
}

function counts({ active, kind }: Link): boolean {
  return active && kind !== 'specific-times';
}
