import type { Reader } from '#platform/db/database.ts';
import { Problem } from '#platform/refusal.ts';
import type { FoundLink } from '#links/store-public.ts';
import { heldBy, type Standing } from '#bookings/find-booking.ts';
import { readStanding } from '#bookings/owner-first/store-owner-first.ts';

/**
 * The link as if a named member held the meeting of one host. Who is switched off in its rotation cannot be named for it
 * (R8, 409); who is not in the rotation holds it all the same, uncounted there, as after a reassignment (E11).
 */
export async function handedTo(
  db: Reader,
  { booking, found }: Pick<Standing, 'booking' | 'found'>,
  hostId: string,
): Promise<FoundLink> {
  const held = heldBy(found, [hostId]);
  const rotationId = held.link.settings.chairs[0]!.countsIn;
  if (!rotationId || booking.hostIds.includes(hostId)) return held;
  const standing = await readStanding(db, booking.workspaceId, rotationId, hostId);
  if (standing === 'off') throw new Problem(409, 'conflict', SWITCHED_OFF, { reason: 'switched-off' });
  if (standing === 'in') return held;
  const { settings } = held.link;
  return { ...held, link: { ...held.link, settings: { ...settings, chairs: [{ candidateIds: [hostId] }] } } };
}

const SWITCHED_OFF =
  'This member is switched off in the rotation. Switch them on there, or choose another host.';
