import { canSeat } from '#engine/matching.ts';
import { invalid, type FieldError } from '#platform/refusal.ts';
import { checkTimes } from './check-times.ts';
import { isAllowedIncrement } from './link-fields.ts';
import { candidateIds, isTeamLink, type LinkKind, type LinkSettings } from './link.ts';

const LONGEST = 1440;
const MOST_CANDIDATES = 2_000;

/** What no single field can tell: refuses settings that contradict each other (A4, A5, B1). */
export function checkSettings(kind: LinkKind, settings: LinkSettings): void {
  const errors = [
    ...checkChairs(kind, settings),
    ...checkOwnerFirst(kind, settings),
    ...checkGrid(kind, settings),
    ...checkLengths(kind, settings),
    ...checkTimes(kind, settings),
  ];
  if (errors.length > 0) throw invalid(...errors);
}

function checkChairs(kind: LinkKind, { chairs, weights }: LinkSettings): FieldError[] {
  if (chairs.length === 0) return [{ path: 'hostIds', message: 'Name at least one host.' }];
  const people = chairs.filter(({ rotationId }) => !rotationId).map((chair) => chair.candidateIds);
  const lists = chairs.map((chair) => chair.candidateIds);
  return [
    ...checkRotations(kind, chairs),
    ...checkKind(kind, lists),
    ...checkLists(people),
    ...checkWeights(people, weights ?? {}),
  ];
}

/** R10: a rotation fills a chair with several candidates; who they are is the rotation's affair. */
function checkRotations(kind: LinkKind, chairs: LinkSettings['chairs']): FieldError[] {
  if (kind === 'round-robin' || kind === 'panel') return [];
  return chairs.flatMap(({ rotationId }, at) =>
    rotationId
      ? [{ path: `chairs.${at}.rotationId`, message: 'Only round robins and panels take a rotation.' }]
      : [],
  );
}

/** C: only where several could have the meeting there is an owner to put first. */
function checkOwnerFirst(kind: LinkKind, { ownerFirst }: LinkSettings): FieldError[] {
  if (ownerFirst === 'off' || kind === 'round-robin' || kind === 'panel') return [];
  return [{ path: 'ownerFirst', message: 'Only round robins and panels put the owner first.' }];
}

/** The chairs of each kind (B1); a panel takes any. */
function checkKind(kind: LinkKind, lists: string[][]): FieldError[] {
  const single = lists.every((ids) => ids.length === 1);
  if (kind === 'personal' && !(lists.length === 1 && single))
    return [{ path: 'hostIds', message: 'A personal link has exactly one host.' }];
  if ((kind === 'group' || kind === 'specific-times') && !single)
    return [{ path: 'chairs', message: 'Every chair of this kind has exactly one candidate.' }];
  if (kind === 'round-robin' && lists.length !== 1)
    return [{ path: 'chairs', message: 'A round-robin link has exactly one chair.' }];
  return [];
}

function checkLists(lists: string[][]): FieldError[] {
  const twice = lists.findIndex((ids) => new Set(ids).size < ids.length);
  if (twice >= 0) return [{ path: `chairs.${twice}`, message: 'A candidate stands here twice.' }];
  if (lists.flat().length > MOST_CANDIDATES)
    return [{ path: 'chairs', message: `All chairs together list at most ${MOST_CANDIDATES} candidates.` }];
  if (canSeat(lists, () => true)) return [];
  return [{ path: 'chairs', message: 'Nobody fills two chairs: these can never be filled all at once.' }];
}

function checkWeights(lists: string[][], weights: Record<string, number>): FieldError[] {
  const hosts = new Set(lists.flat());
  const strangers = Object.keys(weights).filter((id) => !hosts.has(id));
  return strangers.map((id) => ({ path: `weights.${id}`, message: 'This is not a host of the link.' }));
}

function checkGrid(kind: LinkKind, { incrementMinutes, durationsMinutes }: LinkSettings): FieldError[] {
  if (kind === 'specific-times' || incrementMinutes === null) return [];
  if (isAllowedIncrement(incrementMinutes, durationsMinutes)) return [];
  return [
    { path: 'incrementMinutes', message: 'Use 5, 10, 15, 20, 30, 45, 60, 90, 120, or one of the durations.' },
  ];
}

/** A4: length plus buffers are a day at most. */
function checkLengths(kind: LinkKind, settings: LinkSettings): FieldError[] {
  const lengths = kind === 'specific-times' ? settings.times.map(lengthOf) : settings.durationsMinutes;
  const padded = Math.max(0, ...lengths) + settings.bufferBeforeMinutes + settings.bufferAfterMinutes;
  if (padded <= LONGEST) return [];
  return [{ path: 'bufferAfterMinutes', message: 'Length and buffers together must stay within 24 hours.' }];
}

export interface Candidate {
  memberId: string;
  name: string;
  seat: boolean;
  active: boolean;
}

/**
 * B4: newcomers to a team link need a seat and active status (the built-in calendar is always connected).
 * `before` are the hosts it had: losing a seat later closes them, it does not break an edit.
 */
export function checkHosts(
  link: { kind: LinkKind; settings: LinkSettings },
  members: Candidate[],
  before: ReadonlySet<string> = new Set(),
): void {
  const known = new Map(members.map((member) => [member.memberId, member]));
  const named = { ...link.settings, chairs: link.settings.chairs.filter(({ rotationId }) => !rotationId) };
  const errors = candidateIds(named).flatMap((id): FieldError[] => {
    const member = known.get(id);
    if (!member) return [{ path: 'hostIds', message: `There is no member ${id} in this workspace.` }];
    if (before.has(id)) return [];
    if (!member.active) return [{ path: 'hostIds', message: `${member.name} cannot host: deactivated.` }];
    if (!member.seat && isTeamLink(link))
      return [{ path: 'hostIds', message: `${member.name} cannot host: no seat.` }];
    return [];
  });
  if (errors.length > 0) throw invalid(...errors);
}

function lengthOf({ start, end }: { start: string; end: string }): number {
  return (Date.parse(end) - Date.parse(start)) / 60_000;
}
