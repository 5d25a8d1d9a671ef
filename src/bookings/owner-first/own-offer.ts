import { slots } from '#engine/slots.ts';
import type { Minute } from '#engine/minutes.ts';
import { zoneNamed } from '#engine/zone.ts';
import { toHolidays } from '#hours/stored-hours.ts';
import { readMember } from '#people/store.ts';
import type { Member } from '#people/member.ts';
import { minuteNow, type Clock } from '#platform/clock.ts';
import type { Reader } from '#platform/db/database.ts';
import { LADDER_DAYS, type LinkChair } from '#links/link.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Contact, Who } from './contact.ts';
import { horizonOf } from '#bookings/offer-window.ts';
import { readSnapshot } from '#bookings/snapshot.ts';
import { isSwitchedOff, readTeammates } from './store-owner-first.ts';
import { endOfWorkingDays } from './working-days.ts';

/** Which way the owner rule went (C1–C5); kept with the assignment (D5). */
export type OwnerBranch =
  | 'off'
  | 'owner'
  | 'owner-full'
  | 'owner-cannot'
  | 'not-owned'
  | 'unknown'
  | 'ladder-owner'
  | 'ladder-team'
  | 'ladder-everyone'
  | 'unproven-owner'
  | 'unproven';

/** A link as one visitor may have it. */
export interface OwnOffer {
  /** Narrowed to those who may hold this visitor's meeting: ask `offeredStarts` of it. */
  found: FoundLink;
  branch: OwnerBranch;
  /** C3: whose times these are. `choice` null = the visitor has not chosen, the ladder did. */
  ladder?: { rung: 'owner' | 'team' | 'everyone'; choice: Who | null };
  /** The owner who comes first; undefined where no owner decides. */
  owner?: Member;
}

/**
 * C2, C3: who may hold this visitor's meeting, as things stand in `db`. Whether an owner who comes first has any time
 * under `strict` is another question: `hasFree`.
 */
export async function ownOffer(
  db: Reader,
  clock: Clock,
  found: FoundLink,
  contact: Contact | null,
  who?: Who,
): Promise<OwnOffer> {
  const { ownerFirst } = found.link.settings;
  if (ownerFirst === 'off') return { found, branch: 'off' };
  if (contact === null || contact.person === null) return { found, branch: 'unknown' };
  if (contact.ownerId === null) return { found, branch: 'not-owned' };
  const place = await placeOf(db, found, contact.ownerId);
  if (!place) return { found, branch: 'owner-cannot' };
  if (ownerFirst === 'ladder')
    return { ...(await onLadder(db, clock, found, place, who)), owner: place.owner };
  return { found: narrowed(found, place.chair, [place.owner.id]), branch: 'owner', owner: place.owner };
}

/** Whether any of the link's lengths has a free start before `until`; without it, within the horizon. */
export async function hasFree(db: Reader, clock: Clock, found: FoundLink, until?: Minute): Promise<boolean> {
  const { settings } = found.link;
  const from = minuteNow(clock);
  const horizon = horizonOf(settings.horizon, zoneNamed(settings.timeZone)!, from);
  const end = Math.min(until ?? horizon.to, horizon.to);
  for (const window of piecesOf(Math.max(from, horizon.from), end)) {
    for (const durationMinutes of settings.durationsMinutes.toSorted((one, other) => one - other)) {
      const { offer } = await readSnapshot(db, clock, found, { durationMinutes, window });
      if (slots(offer, window).length > 0) return true;
    }
  }
  return false;
}

/** A horizon may be years, and its first weeks nearly always tell. */
function piecesOf(from: Minute, to: Minute): { from: Minute; to: Minute }[] {
  const starts = Array.from(
    { length: Math.max(0, Math.ceil((to - from) / PIECE)) },
    (_, at) => from + at * PIECE,
  );
  return starts.map((start) => ({ from: start, to: Math.min(start + PIECE, to) }));
}

const PIECE = 62 * 1440;

interface Place {
  owner: Member;
  /** Index of the first chair that lists them: it is theirs. */
  chair: number;
}

/** C2.1, C2.3: where in the link the owner sits, when they can host: a seat, active, and not switched off there (R8). */
async function placeOf(db: Reader, { link }: FoundLink, ownerId: string): Promise<Place | null> {
  const { workspaceId, settings } = link;
  const chair = settings.chairs.findIndex(({ candidateIds }) => candidateIds.includes(ownerId));
  if (chair < 0) return null;
  const owner = await readMember(db, workspaceId, ownerId);
  if (!owner?.active || !owner.seat) return null;
  const { rotationId } = settings.chairs[chair]!;
  if (rotationId && (await isSwitchedOff(db, workspaceId, rotationId, ownerId))) return null;
  return { owner, chair };
}

/** C3: the owner; their team when they have nothing within so many working days; everyone when the team has neither. */
async function onLadder(
  db: Reader,
  clock: Clock,
  found: FoundLink,
  { owner, chair }: Place,
  who: Who | undefined,
): Promise<OwnOffer> {
  const own = narrowed(found, chair, [owner.id]);
  if (who === 'owner') return rung(own, 'owner', who);
  if (who === 'first') return rung(found, 'everyone', who);
  const until = ladderEnd(found, clock);
  if (await hasFree(db, clock, own, until)) return rung(own, 'owner');
  const mates = await readTeammates(db, found.link.workspaceId, owner.id);
  const team = narrowed(found, chair, [owner.id, ...mates]);
  const isMore = team.link.settings.chairs[chair]!.candidateIds.length > 1;
  if (isMore && (await hasFree(db, clock, team, until))) return rung(team, 'team');
  return rung(found, 'everyone');
}

function rung(found: FoundLink, name: 'owner' | 'team' | 'everyone', choice: Who | null = null): OwnOffer {
  return { found, branch: `ladder-${name}`, ladder: { rung: name, choice } };
}

function ladderEnd({ link: { settings }, holidayDays }: FoundLink, clock: Clock): Minute {
  const days = settings.ladderDays ?? LADDER_DAYS;
  return endOfWorkingDays(zoneNamed(settings.timeZone)!, toHolidays(holidayDays), minuteNow(clock), days);
}

/** The link as if one of its chairs had only these of its candidates; all else goes by the link as it is. */
function narrowed(found: FoundLink, chair: number, among: string[]): FoundLink {
  const only = (one: LinkChair): LinkChair => ({
    ...one,
    candidateIds: one.candidateIds.filter((id) => among.includes(id)),
    among,
  });
  const chairs = found.link.settings.chairs.map((one, at) => (at === chair ? only(one) : one));
  return { ...found, link: { ...found.link, settings: { ...found.link.settings, chairs } } };
}
