import { readLink } from '#links/store.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Booking } from './booking.ts';
import type { MailMeeting } from './mails/meeting.ts';
import { showsHosts } from './present-to-visitor.ts';

/**
 * The meeting as its guests read of it. Where owners come first, whoever types somebody's address could name themselves
 * as a guest and read whose person that is: then guests are told no host (C5), and nothing when only the host changed
 * (null). The visitor's own mails name the host.
 */
export async function asGuestsSee(
  tx: Tx,
  booking: Booking,
  meeting: MailMeeting,
): Promise<MailMeeting | null> {
  const { workspaceId, linkId, guests } = booking;
  if (guests.length === 0 || linkId === null || booking.visitor === null) return meeting;
  const link = await readLink(tx, workspaceId, linkId);
  if (!link || showsHosts({ link }, booking)) return meeting;
  const { previousHosts = [], previousStart } = meeting;
  if (previousHosts.length > 0 && previousStart === undefined) return null;
  return { ...meeting, hosts: [], previousHosts: [] };
}
