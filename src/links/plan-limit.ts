import type { Tx } from '#platform/db/database.ts';
import { Problem } from '#platform/refusal.ts';
import { generalLinkLimit, hasScheduler, type Plan } from '#people/plan.ts';
import { lockWorkspace } from '#people/store-workspaces.ts';
import { isGeneral, type Link } from './link.ts';
import { countGeneralLinks } from './store.ts';

/**
 * L8: the plan limits active general-availability links per member; specific times do not count. Asked when a
 * link begins to count: one that counted `before` may be edited even after the plan became smaller. A plan
 * without the scheduler makes no links and switches none on.
 */
export async function checkPlan(tx: Tx, link: Link, before?: Link): Promise<void> {
  const opens = before ? link.active && !before.active : true;
  const begins = counts(link) && !(before && counts(before) && before.ownerId === link.ownerId);
  if (!opens && !begins) return;
  // Locked, so that two links made at once take turns: else each would count without the other.
  const { plan } = (await lockWorkspace(tx, link.workspaceId))!;
  if (opens && !hasScheduler(plan)) throw withoutScheduler(plan);
  if (begins && (await isFull(tx, plan, link))) throw overLimit(plan);
}

/** L1: whether a default link may begin as one that is on. For an act that holds the workspace. */
export async function mayBeginActive(tx: Tx, plan: Plan, link: Link): Promise<boolean> {
  return hasScheduler(plan) && !(await isFull(tx, plan, link));
}

async function isFull(tx: Tx, plan: Plan, link: Link): Promise<boolean> {
  const most = generalLinkLimit(plan);
  return most !== null && (await countGeneralLinks(tx, link)) >= most;
}

function counts(link: Link): boolean {
  return link.active && isGeneral(link);
}

/** The staff app says the same in French and Polish (src/admin/refusals). */
function overLimit({ name, generalLinksPerMember: most }: Plan): Problem {
  const links = most === 1 ? 'link' : 'links';
  const sentence = `The plan ${name} allows ${most} active ${links} with general availability for each member.`;
  return new Problem(409, 'conflict', `${sentence} Switch one off, or offer specific times.`);
}

function withoutScheduler({ name }: Plan): Problem {
  const sentence = `The plan ${name} is without the scheduler: no link can be made or switched on.`;
  return new Problem(409, 'conflict', `${sentence} Ask an admin for another plan or an add-on.`);
}
