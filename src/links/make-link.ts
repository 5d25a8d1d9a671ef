import { isoNow } from '#platform/clock.ts';
import { isConstraint, type Reader, type Tx } from '#platform/db/database.ts';
import { may, type Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notAllowed, Problem } from '#platform/refusal.ts';
import { slugFrom } from '#people/slug.ts';
import { lockWorkspace } from '#people/store-workspaces.ts';
import { refuseReading } from '#rotations/rights.ts';
import { checkHosts, checkSettings } from './check-link.ts';
import { checkAhead } from './check-times.ts';
import { checkQuestions } from './check-questions.ts';
import { defaultSettings, withInput } from './link-defaults.ts';
import type { NewLinkInput } from './link-fields.ts';
import { rotationIds, rotationOf, type Link, type LinkSettings } from './link.ts';
import { checkPlan } from './plan-limit.ts';
import { insertLink, readCandidates, slugIsTaken } from './store.ts';
import { knownRotations, withRotations } from './store-rotations.ts';

/** Makes a link of any kind (B1, B7). Refuses what contradicts itself, hosts that cannot host (B4), taken slugs. */
export async function makeLink(platform: Platform, caller: Caller, input: NewLinkInput): Promise<Link> {
  if (input.ownerId && input.ownerId !== caller.memberId && !may(caller, 'manage-links')) {
    throw notAllowed('Only someone with the permission manage-links makes links for others.');
  }
  const ownerId = input.ownerId ?? caller.memberId;
  const settings = withInput(defaultSettings(input.timeZone), input.kind, withOwnTimes(input, ownerId));
  checkSettings(input.kind, settings);
  checkAhead(platform.clock, settings);
  return platform.db.transact(async (tx) => {
    const { workspaceId } = caller;
    const slug = input.slug ?? (await freeSlug(tx, workspaceId, input.title));
    const made = newLink(platform, workspaceId, { ...input, ownerId, slug, settings });
    const link = await filledLink(tx, caller, made);
    await checkPeople(tx, link);
    await checkQuestions(tx, link);
    await checkPlan(tx, link);
    await insertOrSay(tx, link);
    return link;
  });
}

/** L3: whoever picks times without naming a host picks their own. */
export function withOwnTimes<T extends Pick<NewLinkInput, 'kind' | 'hostIds' | 'chairs'>>(
  input: T,
  ownerId: string,
): T {
  if (input.kind !== 'specific-times' || input.hostIds || input.chairs) return input;
  return { ...input, hostIds: [ownerId] };
}

interface Made {
  kind: Link['kind'];
  title: string;
  slug: string;
  ownerId: string;
  active?: boolean;
  holidayListId?: string | null;
  settings: LinkSettings;
}

export function newLink({ clock }: Pick<Platform, 'clock'>, workspaceId: string, made: Made): Link {
  const now = isoNow(clock);
  return {
    workspaceId,
    id: newId(),
    slug: made.slug,
    kind: made.kind,
    title: made.title,
    ownerId: made.ownerId,
    active: made.active ?? true,
    holidayListId: made.holidayListId ?? null,
    countingFrom: now,
    version: 1,
    createdAt: now,
    deletedAt: null,
    settings: made.settings,
  };
}

/** R10: a link with the members of its rotations, which must be there. Whoever names a new one must have its use (R1). */
export async function filledLink(db: Reader, caller: Caller, link: Link, before?: Link): Promise<Link> {
  const wanted = rotationIds(link.settings);
  const had = before ? rotationIds(before.settings) : [];
  if (wanted.some((id) => !had.includes(id))) refuseReading(caller);
  const known = await knownRotations(db, link.workspaceId, wanted);
  const missing = link.settings.chairs.findIndex(({ rotationId }) => rotationId && !known.has(rotationId));
  if (missing >= 0) {
    const path = rotationOf(link.settings) ? 'rotationId' : `chairs.${missing}.rotationId`;
    throw invalid({ path, message: 'There is no such rotation in this workspace.' });
  }
  return (await withRotations(db, link.workspaceId, [link]))[0]!;
}

/** Hosts and owner must be people of this workspace who may do this. */
export async function checkPeople(tx: Tx, link: Link, before?: ReadonlySet<string>): Promise<void> {
  const members = await readCandidates(tx, link.workspaceId, link.settings, link.ownerId);
  checkHosts(link, members, before);
  if (!members.some((member) => member.memberId === link.ownerId)) {
    throw invalid({ path: 'ownerId', message: 'There is no such member in this workspace.' });
  }
}

/**
 * A title's own slug, or with a number behind it when that is taken. Holds the workspace, so that two links made
 * at once with one title do not find the same address free.
 */
export async function freeSlug(tx: Tx, workspaceId: string, title: string): Promise<string> {
  await lockWorkspace(tx, workspaceId);
  const slug = slugFrom(title, 'meeting');
  for (let number = 1; ; number++) {
    const tried = number === 1 ? slug : `${slug}-${number}`;
    if (!(await slugIsTaken(tx, workspaceId, tried))) return tried;
  }
}

async function insertOrSay(tx: Tx, link: Link): Promise<void> {
  try {
    await insertLink(tx, link);
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What the database's keys say about a link, in words. */
export function refusalOf(error: unknown): unknown {
  if (isConstraint(error, 'unique'))
    return new Problem(409, 'taken', 'Another link has this address; choose another.');
  if (isConstraint(error, 'foreign')) {
    return invalid({ path: 'holidayListId', message: 'There is no such holiday list in this workspace.' });
  }
  return error;
}
