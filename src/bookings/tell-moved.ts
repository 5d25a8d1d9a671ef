import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import type { Booking } from './booking.ts';
import type { Standing } from './find-booking.ts';
import { mailMeeting } from './mail-meeting.ts';
import type { HostRow } from './store-snapshot.ts';
import { tellHosts, tellVisitorAndGuests } from './tell-made.ts';

/** E8: each side hears once of the new time; a host who comes or goes hears just that. */
export async function tellMoved(
  tx: Tx,
  platform: Platform,
  { booking, found: { workspace }, hosts: before }: Standing,
  moved: Booking,
  hosts: HostRow[],
): Promise<void> {
  const stayed = hosts.filter((host) => booking.hostIds.includes(host.member_id));
  const joined = hosts.filter((host) => !booking.hostIds.includes(host.member_id));
  const left = before.filter((host) => !moved.hostIds.includes(host.member_id));
  const meeting = mailMeeting(platform, workspace, moved, hosts, {
    ...(moved.start !== booking.start && { previousStart: booking.start }),
    ...(left.length > 0 && { previousHosts: before.map((host) => host.name) }),
  });
  await tellVisitorAndGuests(tx, platform, moved, meeting, 'rescheduled', 'proven');
  await tellHosts(tx, platform, moved, meeting, stayed, 'rescheduled');
  await tellHosts(tx, platform, moved, meeting, joined, 'new');
  const { start, end } = booking;
  const gone = mailMeeting(platform, workspace, { ...moved, start, end }, left);
  await tellHosts(tx, platform, moved, gone, left, 'removed');
}
