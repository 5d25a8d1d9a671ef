import { minuteFromIso } from '#engine/minutes.ts';
import type { Refused } from '#engine/refuse.ts';
import { minuteNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound, Problem } from '#platform/refusal.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { WhyCannotHost } from '#rotations/rotation-fields.ts';
import { whyCannotHost, type Rotation, type RotationHost } from '#rotations/rotation.ts';
import { readRotation } from '#rotations/store.ts';
import { readHosts } from '#rotations/store-hosts.ts';
import { holdRotation } from '#rotations/store-locks.ts';
import type { Booking } from '#bookings/booking.ts';
import { unreadHosts } from '#bookings/fresh-calendars.ts';
import { nearestFree } from '#bookings/offer.ts';
import { linkOfRotation } from './link-of-rotation.ts';
import { place, type Placed } from '#bookings/place.ts';
import { skippedIn } from './skipped.ts';
import { termsByHand, type OpenEyes } from '#bookings/terms.ts';
import { writeByHand, type Said } from '#bookings/write-by-hand.ts';

export interface RotationWish extends Omit<Said, 'status'>, OpenEyes {
  start: string;
  durationMinutes: number;
  /** Whom the colleague chose; without one the rotation chooses among who is free. */
  memberId?: string;
  overrideReason?: string;
}

export type FromRotation = { booking: Booking } | { refused: Refused; alternatives: number[] };

/**
 * A colleague books through a rotation (R3–R6): the rotation is held, so that counts are exact; a named member must be
 * in it and able to host (409 with the reason, R8), and is the one who gets the meeting or nobody does; unnamed, the
 * next in the queue who is free. Whoever was passed over stays where they were (R5).
 */
export async function bookFromRotation(
  platform: Platform,
  caller: Caller,
  rotationId: string,
  wish: RotationWish,
): Promise<FromRotation> {
  const start = minuteFromIso(wish.start)!;
  if (start < minuteNow(platform.clock)) throw invalid({ path: 'start', message: 'This time has passed.' });
  const unread = await unreadFor(platform, caller, rotationId, wish);
  const result = await transactUnlessRefused<{ booking: Booking }, { refused: Refused }>(
    platform.db,
    async (tx) => {
      const found = await rotationFor(tx, platform, caller, rotationId, wish);
      const bookingId = newId();
      const placed = await placeIn(tx, platform, found, wish, { bookingId, unread });
      if ('refused' in placed) return placed;
      const held = {
        bookingId,
        expiresAt: null,
        madeAt: placed.madeAt,
        byHand: handOf(caller, wish, placed),
      };
      return { booking: await writeByHand(tx, platform, caller, found, saidOf(wish), placed, held) };
    },
  );
  platform.wakeWorker();
  if (!('refused' in result)) return result;
  return { ...result, alternatives: await otherTimes(platform, caller, rotationId, wish) };
}

/** A9: of the named host, or of everybody in the rotation. */
function unreadFor(
  platform: Platform,
  { workspaceId }: Caller,
  rotationId: string,
  { memberId, durationMinutes, start }: RotationWish,
): Promise<ReadonlySet<string>> {
  return unreadHosts(platform, workspaceId, async () => {
    const bookable = await readRotationLink(platform, workspaceId, rotationId, memberId);
    return bookable && { bookable, start: minuteFromIso(start)!, durationMinutes };
  });
}

/** The rotation, held, as a link whose one chair it fills. */
async function rotationFor(
  tx: Tx,
  { clock }: Platform,
  { workspaceId }: Caller,
  rotationId: string,
  { memberId }: RotationWish,
): Promise<FoundLink> {
  const rotation = await holdRotation(tx, workspaceId, rotationId);
  if (!rotation) throw notFound();
  const hosts = await readHosts(tx, rotation);
  if (memberId !== undefined) {
    const host = hosts.find((one) => one.memberId === memberId);
    refuseUnable(host, host && whyCannotHost(host, clock));
  }
  return linkOfRotation(
    tx,
    rotation,
    hosts.map((host) => host.memberId),
  );
}

const UNABLE: Record<Exclude<WhyCannotHost, 'calendar-stale'>, string> = {
  inactive: 'This member is deactivated. Choose another host.',
  'no-seat': 'This member has no seat and cannot host. Choose another host.',
  'no-hours': 'This member has no working hours and cannot host. Choose another host.',
  'switched-off': 'This member is switched off in this rotation. Choose another host, or switch them on.',
};

/** A calendar that cannot be read is weighed with the time: with open eyes it is no obstacle (E13). */
function refuseUnable(host: RotationHost | undefined, reason: WhyCannotHost | undefined): void {
  if (!host) throw invalid({ path: 'memberId', message: 'This member is not in the rotation.' });
  if (reason && reason !== 'calendar-stale') throw new Problem(409, 'conflict', UNABLE[reason], { reason });
}

async function placeIn(
  tx: Tx,
  platform: Platform,
  found: FoundLink,
  { memberId, durationMinutes, start: from, ...eyes }: RotationWish,
  held: { bookingId: string; unread: ReadonlySet<string> },
): Promise<Placed | { refused: Refused }> {
  const start = minuteFromIso(from)!;
  const meeting = { start, end: start + durationMinutes };
  const placed = await place(tx, platform, found, {
    ...held,
    start,
    durationMinutes,
    expiresAt: null,
    linkId: null,
    ...(memberId && { only: new Set([memberId]) }),
    terms: { kind: termsByHand(eyes), meeting },
  });
  if ('refused' in placed) return placed;
  const rotationId = found.link.settings.chairs[0]!.rotationId!;
  return { ...placed, decision: { ...placed.decision, rotationId } };
}

/** Details stand with the visitor, when there is one. */
function saidOf({ visitor, details, ...said }: RotationWish): Said {
  const whom = visitor && details ? { ...visitor, details } : visitor;
  return { ...said, ...(details && { details }), visitor: whom, status: 'scheduled' };
}

/** R5: choosing whom the rotation proposes is no choice by hand. */
function handOf(
  { memberId: by }: Caller,
  { memberId, overrideReason }: RotationWish,
  { decision }: Placed,
): { by: string; reason: string | null } | null {
  if (memberId === undefined || skippedIn(decision) === null) return null;
  return { by, reason: overrideReason ?? null };
}

/** Free times of the named host, or of anybody in the rotation. */
async function otherTimes(
  platform: Platform,
  { workspaceId }: Caller,
  rotationId: string,
  { memberId, start, durationMinutes }: RotationWish,
): Promise<number[]> {
  const found = await readRotationLink(platform, workspaceId, rotationId, memberId);
  return found ? nearestFree(platform, found, { start: minuteFromIso(start)!, durationMinutes }) : [];
}

/** The same without holding it, for looking; undefined when there is no such rotation. */
export async function readRotationLink(
  { db }: Platform,
  workspaceId: string,
  rotationId: string,
  memberId?: string,
): Promise<FoundLink | undefined> {
  const rotation: Rotation | undefined = await readRotation(db.read, workspaceId, rotationId);
  if (!rotation) return undefined;
  const hosts = await readHosts(db.read, rotation);
  const ids = hosts.map((host) => host.memberId);
  if (memberId !== undefined && !ids.includes(memberId)) {
    throw invalid({ path: 'memberId', message: 'This member is not in the rotation.' });
  }
  return linkOfRotation(db.read, rotation, ids, memberId);
}
