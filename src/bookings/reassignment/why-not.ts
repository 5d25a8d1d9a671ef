import type { ReasonCode } from '#engine/snapshot.ts';
import type { Platform } from '#platform/platform.ts';
import { findBooking, type Standing } from '#bookings/find-booking.ts';
import { termsOf, type NotReassigned, type Obstacle, type Reassignment } from './reassignment.ts';
import { vacancyFor, whoGoes } from './vacancy.ts';
import { weighHosts } from '#bookings/weigh-hosts.ts';

/**
 * Of somebody who was named: the first thing that would have to change before they could take the meeting over; what
 * open eyes may go over comes last. Looked at after the refusal: what has gone by then was another meeting.
 */
export async function whyNot(
  platform: Platform,
  workspaceId: string,
  bookingId: string,
  { hostId, fromHostId, outsideHours }: Reassignment,
  refused: NotReassigned,
): Promise<NotReassigned | Obstacle> {
  const { db } = platform;
  const standing = await findBooking(db.read, workspaceId, bookingId);
  if (hostId === null || !standing || !OF_THE_TIME.has(refused)) return refused;
  const from = await whoGoes(db.read, platform, standing.booking, fromHostId);
  if (typeof from !== 'string') return refused;
  return (await obstacleFor(platform, standing, { from, hostId, outsideHours })) ?? 'busy';
}

/** The same before anything was tried; null when nothing is in the way. */
export async function obstacleFor(
  { db, clock }: Platform,
  standing: Standing,
  { from, hostId, outsideHours }: { from: string; hostId: string; outsideHours: boolean },
): Promise<Obstacle | null> {
  const vacancy = await vacancyFor(db.read, standing, from, hostId);
  const terms = termsOf(hostId, outsideHours);
  const { candidates } = await weighHosts(db.read, clock, standing.booking, vacancy, terms);
  const codes = candidates.find(({ id }) => id === hostId)?.reasons.map(({ code }) => code) ?? [];
  return OBSTACLES.find(([, meant]) => meant.some((code) => codes.includes(code)))?.[0] ?? null;
}

const OF_THE_TIME: ReadonlySet<string> = new Set(['no-host', 'busy', 'cap', 'holiday', 'outside-hours']);

const OBSTACLES: [Obstacle, ReasonCode[]][] = [
  ['inactive', ['inactive']],
  ['no-seat', ['no-seat']],
  ['switched-off', ['switched-off']],
  ['calendar-stale', ['calendar-stale']],
  ['busy', ['busy', 'claimed', 'buffer']],
  ['outside-hours', ['outside-hours', 'holiday', 'absence']],
];
