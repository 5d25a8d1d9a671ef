import { isoFromMinute } from '#engine/minutes.ts';
import { minuteNow } from '#platform/clock.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import type { LinkChair, LinkSettings } from '#links/link.ts';
import type { FoundLink } from '#links/store-public.ts';
import { withRotations } from '#links/store-rotations.ts';
import type { Booking } from '#bookings/booking.ts';
import type { Standing } from '#bookings/find-booking.ts';
import { meetingsInNeed } from './needs-host.ts';

/** One chair of a meeting that is to be filled by somebody else (E11). */
export interface Vacancy {
  /** The chair, counted from nought. */
  at: number;
  /** Whose it is now. */
  from: string;
  /** A link with this chair alone, as the booking sees it: its own buffers and, of one-off links, its own time. */
  found: FoundLink;
  /** Who may be chosen. Whoever else stands in the chair is compared, and that is all. */
  only: ReadonlySet<string>;
}

/**
 * Whose place is to be filled: the named one's, else that of the only host, else of the only one who cannot hold the
 * meeting any more.
 */
export async function whoGoes(
  reader: Reader,
  { clock, db }: Pick<Platform, 'clock' | 'db'>,
  { workspaceId, id, hostIds }: Booking,
  named: string | undefined,
): Promise<string | { refused: 'which-host' | 'not-a-host' }> {
  if (named !== undefined) return hostIds.includes(named) ? named : { refused: 'not-a-host' };
  if (hostIds.length === 1) return hostIds[0]!;
  const needs = await meetingsInNeed(reader, workspaceId, minuteNow(clock), { ids: [id], kind: db.kind });
  const [first, ...others] = needs.get(id) ?? [];
  return first && others.length === 0 ? first.hostId : { refused: 'which-host' };
}

/** The chair for the rule: among its other candidates, and never among the meeting's own hosts. */
export async function vacancyByRule(
  db: Reader,
  standing: Standing,
  from: string,
): Promise<Vacancy | { refused: 'name-a-host' | 'nobody-else' }> {
  const { booking, found } = standing;
  const at = booking.hostIds.indexOf(from);
  const chair = await chairFor(db, standing, at);
  if (!chair) return { refused: 'name-a-host' };
  const others = chair.candidateIds.filter((id) => !booking.hostIds.includes(id));
  if (others.length === 0)
    return { refused: booking.linkId || booking.rotationId ? 'nobody-else' : 'name-a-host' };
  return { at, from, found: asBooked(found, booking, withoutHosts(chair, standing)), only: new Set(others) };
}

/** The chair for one who is named. Of its candidates they are compared with the others; a stranger to it stands alone. */
export async function vacancyFor(
  db: Reader,
  standing: Standing,
  from: string,
  hostId: string,
): Promise<Vacancy> {
  const { booking, found } = standing;
  const at = booking.hostIds.indexOf(from);
  const chair = await chairFor(db, standing, at);
  const isCandidate = chair?.candidateIds.includes(hostId) ?? false;
  const filled = isCandidate ? withoutHosts(chair!, standing) : { candidateIds: [hostId] };
  return { at, from, found: asBooked(found, booking, filled), only: new Set([hostId]) };
}

/** Those whose chair it was are compared with nobody; a rotation, and a link that may have one host or several, stay whole. */
function withoutHosts(chair: LinkChair, { booking, found }: Standing): LinkChair {
  if (chair.rotationId || found.link.kind === 'specific-times') return chair;
  return { ...chair, candidateIds: chair.candidateIds.filter((id) => !booking.hostIds.includes(id)) };
}

/** As the link stands now: a link whose chairs were changed since (B5) is asked for the one that fits. */
async function chairFor(
  db: Reader,
  { booking: { workspaceId, linkId, rotationId, hostIds }, found }: Standing,
  at: number,
): Promise<LinkChair | undefined> {
  const chairs = linkId === null ? chairOfRotation(rotationId) : found.link.settings.chairs;
  const [known] = await withRotations(db, workspaceId, [{ settings: { ...found.link.settings, chairs } }]);
  const now = known!.settings.chairs;
  if (now.length === hostIds.length) return now[at];
  return (
    now.find(({ candidateIds }) => candidateIds.includes(hostIds[at]!)) ??
    (now.length === 1 ? now[0] : undefined)
  );
}

/** Written down through a rotation (R6), or by hand for somebody named: then no rule knows of others. */
function chairOfRotation(rotationId: string | null): LinkChair[] {
  return rotationId === null ? [] : [{ candidateIds: [], rotationId }];
}

/** A booking keeps its time, length and buffers whatever became of its link (B5, E6). */
function asBooked(found: FoundLink, booking: Booking, chair: LinkChair): FoundLink {
  const { link } = found;
  const settings: LinkSettings = {
    ...link.settings,
    chairs: [chair],
    bufferBeforeMinutes: booking.bufferBefore,
    bufferAfterMinutes: booking.bufferAfter,
    times: [{ start: isoFromMinute(booking.start), end: isoFromMinute(booking.end) }],
  };
  // B4: whom a rotation chooses, and who joins others, needs what a team's host needs.
  const isShared = chair.rotationId !== undefined || booking.hostIds.length > 1;
  const kind = isShared && link.kind === 'personal' ? 'round-robin' : link.kind;
  return { ...found, link: { ...link, kind, settings } };
}
