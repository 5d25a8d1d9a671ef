import type { ReasonCode } from '#engine/snapshot.ts';
import type { Platform } from '#platform/platform.ts';
import { findBooking, type Standing } from '#bookings/find-booking.ts';
import { termsOf, type NotReassigned, type Obstacle, type Reassignment } from './reassignment.ts';
import { vacancyFor, whoGoes } from './vacancy.ts';
import type { OpenEyes } from '#bookings/terms.ts';
import { weighHosts } from '#bookings/weigh-hosts.ts';

/**
 * Of somebody who was named: the first thing that would have to change before they could take the meeting over; what
 * open eyes may go over comes last. Looked at after the refusal: what has gone by then was another meeting.
 */
export async function whyNot(
  platform: Platform,
  workspaceId: string,
  bookingId: string,
  { hostId, fromHostId, ...eyes }: Reassignment,
  refused: NotReassigned,
): Promise<NotReassigned | Obstacle> {
  const { db } = platform;
  // Nobody was asked whom the rule might choose, so nobody can go over it with open eyes: another is to be named (A9).
  if (hostId === null && refused === 'calendar-stale') return 'no-host';
  const standing = await findBooking(db.read, workspaceId, bookingId);
  if (hostId === null || !standing || !OF_THE_TIME.has(refused)) return refused;
  const from = await whoGoes(db.read, platform, standing.booking, fromHostId);
  if (typeof from !== 'string') return refused;
  const [first = 'busy'] = await obstaclesFor(platform, standing, { from, hostId, eyes });
  return first;
}

/** The same before anything was tried, and all of it; empty when nothing is in the way. */
export async function obstaclesFor(
  { db, clock }: Platform,
  standing: Standing,
  { from, hostId, eyes }: { from: string; hostId: string; eyes: OpenEyes },
): Promise<Obstacle[]> {
  const vacancy = await vacancyFor(db.read, standing, from, hostId);
  const terms = termsOf(hostId, eyes);
  const { candidates } = await weighHosts(db.read, clock, standing.booking, vacancy, terms);
  const codes = candidates.find(({ id }) => id === hostId)?.reasons.map(({ code }) => code) ?? [];
  const met = OBSTACLES.filter(([, meant]) => meant.some((code) => codes.includes(code)));
  return met.map(([obstacle]) => obstacle);
}

const OF_THE_TIME: ReadonlySet<string> = new Set(['no-host', 'busy', 'cap', 'holiday', 'outside-hours']);

const OBSTACLES: [Obstacle, ReasonCode[]][] = [
  ['inactive', ['inactive']],
  ['no-seat', ['no-seat']],
  ['switched-off', ['switched-off']],
  ['busy', ['busy', 'claimed', 'buffer']],
  ['outside-hours', ['outside-hours', 'holiday', 'absence']],
  ['calendar-stale', ['calendar-stale']],
];
