import { isoFromMinute, type Minute } from '#engine/minutes.ts';
import type { NewMail } from '#platform/mailer/mail.ts';
import type { Platform } from '#platform/platform.ts';
import type { Workspace } from '#people/workspace.ts';
import { isClosed } from '#links/open.ts';
import { mailHost, mailMeeting } from '#bookings/mail-meeting.ts';
import {
  followUpMail,
  hostFollowUpMail,
  hostReminderMail,
  reminderMail,
} from '#bookings/mails/reminder-mail.ts';
import type { MailMeeting } from '#bookings/mails/meeting.ts';
import type { HostRow } from '#bookings/store-snapshot.ts';
import type { DueBooking } from './store-due.ts';
import type { ReminderRow } from './store-reminders.ts';

/** A meeting with all that its reminders say. */
export interface DueMeeting extends DueBooking {
  workspace: Workspace;
  /** In the order of the chairs, as it is now. */
  hosts: HostRow[];
}

type Written = Omit<NewMail, 'workspaceId'>;

/**
 * The mails of one reminder whose moment has come; none when the meeting does not stand, or has begun before its
 * reminder could leave. Each reader gets their own language and zone; whoever left the house gets nothing. A visitor
 * who did not come is not thanked for it; the host is asked all the same.
 */
export function mailsOf(
  platform: Platform,
  { timing, recipient, own_text: ownText }: ReminderRow,
  due: DueMeeting,
  now: Minute,
): Written[] {
  const { booking, hosts } = due;
  const isBefore = timing === 'before';
  if (!isStanding(due, recipient) || (isBefore && booking.start <= now)) return [];
  const meeting = meetingFor(platform, due);
  const common = { lane: booking.id, ...(isBefore && { notAfter: isoFromMinute(booking.start) }) };
  if (recipient === 'host') {
    const [kind, mail] = isBefore
      ? (['host-reminder', hostReminderMail] as const)
      : (['host-follow-up', hostFollowUpMail] as const);
    const active = hosts.filter((host) => host.active === 1);
    return active.map((host) => ({
      ...common,
      kind,
      to: host.email,
      ...mail(meeting, mailHost(host), ownText),
    }));
  }
  if (!booking.visitor) return [];
  const to = booking.visitor.email;
  const words = isBefore ? reminderMail(meeting, ownText) : followUpMail(meeting, ownText);
  return [{ ...common, kind: isBefore ? 'reminder' : 'follow-up', to, unproven: !due.isProven, ...words }];
}

function isStanding({ booking }: DueMeeting, recipient: ReminderRow['recipient']): boolean {
  if (booking.deletedAt !== null) return false;
  if (booking.status === 'no-show') return recipient === 'host';
  return booking.status === 'scheduled' || booking.status === 'completed';
}

function meetingFor(platform: Platform, { booking, workspace, hosts, againBy }: DueMeeting): MailMeeting {
  const { publicUrl } = platform.config;
  const isOpen = !isClosed(workspace, workspace.appointmentPage.linkId === booking.linkId);
  return mailMeeting(platform, workspace, booking, hosts, {
    adminUrl: `${publicUrl}/admin/bookings?open=${booking.id}`,
    ...(isOpen && againBy !== null && { newTimesUrl: `${publicUrl}/${workspace.slug}/${againBy}` }),
  });
}
