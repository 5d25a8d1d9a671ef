import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { may, type Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notAllowed, notFound } from '#platform/refusal.ts';
import { checkSettings } from './check-link.ts';
import { checkAhead } from './check-times.ts';
import { checkQuestions } from './check-questions.ts';
import { withInput } from './link-defaults.ts';
import type { LinkChangesInput } from './link-fields.ts';
import { candidateIds, type Link, type LinkSettings } from './link.ts';
import { checkPeople, filledLink, refusalOf } from './make-link.ts';
import { checkPlan } from './plan-limit.ts';
import { holdAnyLink, holdLink, updateLink } from './store.ts';

/**
 * Changes a link where it stands: same address, new times; bookings already made are not touched (B5).
 * `version` is what the caller last read; when somebody was faster, the present state comes back.
 */
export async function changeLink(
  platform: Platform,
  caller: Caller,
  linkId: string,
  input: LinkChangesInput,
  version?: number,
): Promise<Link | { changedMeanwhile: Link }> {
  return platform.db.transact(async (tx) => {
    const before = await holdLink(tx, caller.workspaceId, linkId);
    if (!before) throw notFound();
    refuseStranger(caller, before, input);
    if (version !== undefined && version !== before.version) return { changedMeanwhile: before };
    const after = await filledLink(tx, caller, changed(platform, before, input), before);
    await checkPeople(tx, after, new Set(candidateIds(before.settings)));
    await checkQuestions(tx, after, before);
    await checkPlan(tx, after, before);
    await updateOrSay(tx, after);
    return after;
  });
}

/** B6: the address answers 410 from now on; its bookings and their manage links live on. */
export async function removeLink(platform: Platform, caller: Caller, linkId: string): Promise<void> {
  await platform.db.transact(async (tx) => {
    const link = await holdLink(tx, caller.workspaceId, linkId);
    if (!link) throw notFound();
    refuseStranger(caller, link, {});
    const deletedAt = isoNow(platform.clock);
    await updateLink(tx, { ...link, active: false, deletedAt, version: link.version + 1 });
  });
}

/** Brings a deleted link back at its old address, switched off: its owner looks at it before visitors do. */
export async function restoreLink(platform: Platform, caller: Caller, linkId: string): Promise<void> {
  await platform.db.transact(async (tx) => {
    const link = await holdAnyLink(tx, caller.workspaceId, linkId);
    if (!link) throw notFound();
    refuseStranger(caller, link, {});
    if (link.deletedAt) await updateLink(tx, { ...link, deletedAt: null, version: link.version + 1 });
  });
}

/** N3: everyone may see and share another's links; only their owner, or manage-links, edits them. */
export function refuseStranger(caller: Caller, link: Link, input: LinkChangesInput): void {
  if (may(caller, 'manage-links')) return;
  if (link.ownerId !== caller.memberId)
    throw notAllowed('Only the owner of a link, or someone with manage-links, edits it.');
  if (input.ownerId && input.ownerId !== caller.memberId) {
    throw notAllowed('Only someone with the permission manage-links gives a link to another owner.');
  }
}

function changed({ clock }: Platform, before: Link, input: LinkChangesInput): Link {
  if (input.kind !== undefined && input.kind !== before.kind) {
    throw invalid({ path: 'kind', message: 'The kind of a link stays; make a new link instead.' });
  }
  const settings = withInput(before.settings, before.kind, input);
  checkSettings(before.kind, settings);
  checkAhead(clock, settings, before.settings);
  const after = {
    ...before,
    settings,
    slug: input.slug ?? before.slug,
    title: input.title ?? before.title,
    active: input.active ?? before.active,
    ownerId: input.ownerId ?? before.ownerId,
    holidayListId: input.holidayListId === undefined ? before.holidayListId : input.holidayListId,
    version: before.version + 1,
  };
  return hasNewcomer(before, after) ? { ...after, countingFrom: isoNow(clock) } : after;
}

/** A newcomer begins level with everyone: the count starts anew, as in a rotation (R7). */
function hasNewcomer(before: Link, after: Link): boolean {
  const known = new Set(candidateIds(before.settings));
  return candidateIds(withoutRotations(after.settings)).some((id) => !known.has(id));
}

/** Whoever comes by a rotation is counted there. */
function withoutRotations(settings: LinkSettings): LinkSettings {
  return { ...settings, chairs: settings.chairs.filter(({ rotationId }) => !rotationId) };
}

async function updateOrSay(tx: Tx, link: Link): Promise<void> {
  try {
    await updateLink(tx, link);
  } catch (error) {
    throw refusalOf(error);
  }
}
