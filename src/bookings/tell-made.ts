import type { Tx } from '#platform/db/database.ts';
import { queueMail } from '#platform/mailer/store.ts';
import type { Platform } from '#platform/platform.ts';
import { readMember } from '#people/store.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Booking } from './booking.ts';
import { mailHost, mailMeeting } from './mail-meeting.ts';
import { creatorMail, hostMail, type HostOccasion } from './mails/host-mail.ts';
import { guestMail, verificationMail, visitorMail } from './mails/visitor-mail.ts';
import type { MailMeeting, Written } from './mails/meeting.ts';
import type { HostRow } from './store-snapshot.ts';
import { asGuestsSee } from './what-guests-see.ts';

/** Who caused a mail: beyond F7's limits the mails of the unproven wait. */
export type Proof = 'proven' | 'unproven';

/** Asks the address, and only the address, to confirm. The provisional host is not told (F3). */
export async function tellVerification(
  tx: Tx,
  platform: Platform,
  { workspace }: FoundLink,
  booking: Booking,
  hosts: HostRow[],
): Promise<void> {
  const meeting = mailMeeting(platform, workspace, booking, hosts);
  await queueMail(tx, platform, {
    workspaceId: booking.workspaceId,
    kind: 'verification',
    to: booking.visitor!.email,
    unproven: true,
    ...verificationMail(meeting),
  });
}

/** Everybody who should know that a meeting stands: visitor, guests, hosts, and a group link's owner (B2, B3). */
export async function tellMade(
  tx: Tx,
  platform: Platform,
  found: FoundLink,
  booking: Booking,
  hosts: HostRow[],
  proof: Proof = 'unproven',
): Promise<void> {
  const meeting = mailMeeting(platform, found.workspace, booking, hosts);
  await tellVisitorAndGuests(tx, platform, booking, meeting, 'confirmation', proof);
  await tellHosts(tx, platform, booking, meeting, hosts, 'new');
  await tellCreator(tx, platform, found, booking, meeting);
}

/** Addresses are written in one order, because each takes a row that counts its mails (F7). */
export async function tellVisitorAndGuests(
  tx: Tx,
  platform: Platform,
  booking: Booking,
  meeting: MailMeeting,
  occasion: 'confirmation' | 'rescheduled' | 'cancelled' | 'reopened',
  proof: Proof,
): Promise<void> {
  const { visitor, workspaceId } = booking;
  const shown = await asGuestsSee(tx, booking, meeting);
  const guests = shown ? booking.guests : [];
  const mails = guests.map((guest) => ({ to: guest, ...guestMail(occasion, shown!, guest) }));
  if (visitor) mails.push({ to: visitor.email, ...visitorMail(occasion, meeting) });
  const common = { workspaceId, kind: occasion, unproven: proof === 'unproven', lane: booking.id };
  for (const mail of mails.toSorted((one, other) => (one.to < other.to ? -1 : 1))) {
    await queueMail(tx, platform, { ...common, ...mail });
  }
}

export async function tellHosts(
  tx: Tx,
  platform: Platform,
  booking: Booking,
  meeting: MailMeeting,
  hosts: HostRow[],
  occasion: HostOccasion,
): Promise<void> {
  const common = { workspaceId: booking.workspaceId, kind: `host-${occasion}`, lane: booking.id };
  for (const row of hosts) {
    await queueMail(tx, platform, {
      ...common,
      to: row.email,
      ...withFile(row, hostMail(occasion, meeting, mailHost(row))),
    });
  }
}

/** Where Rondo writes into their calendar itself, a file beside it would put the meeting there twice (K3). */
function withFile({ is_written }: HostRow, mail: Written): Written {
  if (is_written === 0) return mail;
  const { calendar: _file, ...words } = mail;
  return words;
}

/** B2: the creator of a group link hears of its meetings even when they hold none of them. */
async function tellCreator(
  tx: Tx,
  platform: Platform,
  { link }: FoundLink,
  booking: Booking,
  meeting: MailMeeting,
): Promise<void> {
  if (link.kind !== 'group' || booking.hostIds.includes(link.ownerId)) return;
  const owner = await readMember(tx, link.workspaceId, link.ownerId);
  if (!owner?.active) return;
  const reader = { language: owner.locale, timeZone: owner.timeZone };
  await queueMail(tx, platform, {
    workspaceId: booking.workspaceId,
    kind: 'creator-notice',
    to: owner.email,
    lane: booking.id,
    ...creatorMail(meeting, reader),
  });
}
