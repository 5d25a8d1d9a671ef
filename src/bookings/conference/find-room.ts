import { isoNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { Problem } from '#platform/refusal.ts';
import { joinUrlFrom } from '#calendars/outside/join-url.ts';
import { statusAt } from '../booking.ts';
import type { Standing } from '../find-booking.ts';
import { standingByToken } from '../visitor-door.ts';
import { roomToken } from './room.ts';
import { readJoinUrl, readRoomToken } from './store-rooms.ts';

const KINDS = { meet: 'google', teams: 'microsoft' } as const;

/**
 * Where a meeting's own address leads: to the room that the first host's calendar opened, or to the address a host
 * without such a calendar wrote for themselves. Undefined until one is known. Only ever an address that the service
 * or the host gave; what is over or meets elsewhere by now is 410.
 */
export async function findRoom(
  platform: Platform,
  token: string,
  from: string,
): Promise<{ standing: Standing; joinUrl: string | undefined }> {
  const { read } = platform.db;
  const standing = await standingByToken(platform, token, from, (known) => readRoomToken(read, known));
  const { booking, hosts } = standing;
  const room = booking.location?.room;
  const isMet = ['scheduled', 'completed'].includes(statusAt(booking, isoNow(platform.clock)));
  if (!isMet || roomToken(booking.location) !== token || (room !== 'meet' && room !== 'teams'))
    throw new Problem(410, 'closed', 'This meeting does not take place here any more.');
  const [host] = hosts;
  if (!host) return { standing, joinUrl: undefined };
  const chair = { workspaceId: booking.workspaceId, bookingId: booking.id, hostId: host.member_id };
  const opened = await readJoinUrl(read, { ...chair, kind: KINDS[room] });
  const { joinUrl } = joinUrlFrom(opened === undefined ? host.meeting_url : opened);
  return { standing, joinUrl };
}
