import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import type { Booking } from '#bookings/booking.ts';
import type { Standing } from '#bookings/find-booking.ts';
import { mailMeeting } from '#bookings/mail-meeting.ts';
import type { HostRow } from '#bookings/store-snapshot.ts';
import { tellHosts, tellVisitorAndGuests } from '#bookings/tell-made.ts';

/**
 * E11: visitor and guests get one update that names the hosts now and before; each colleague hears what it means for
 * them, with the reason, which is nobody else's business. Who has left the house gets no more mail about its visitors.
 */
export async function tellReassigned(
  tx: Tx,
  platform: Platform,
  { found: { workspace }, hosts: before }: Standing,
  moved: Booking,
  { at, host, reason }: { at: number; host: HostRow; reason: string },
): Promise<void> {
  const hosts = before.with(at, host);
  const previousHosts = before.map(({ name }) => name);
  const news = mailMeeting(platform, workspace, moved, hosts, { previousHosts });
  await tellVisitorAndGuests(tx, platform, moved, news, 'rescheduled', 'proven');
  const inside = { ...news, reason };
  await tellHosts(tx, platform, moved, inside, [host], 'new');
  const stayed = hosts.filter((one, chair) => chair !== at && one.active === 1);
  await tellHosts(tx, platform, moved, inside, stayed, 'partner');
  const left = before.filter((one, chair) => chair === at && one.active === 1);
  await tellHosts(tx, platform, moved, inside, left, 'removed');
}
