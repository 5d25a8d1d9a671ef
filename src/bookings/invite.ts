import { isoNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { statusAt } from './booking.ts';
import type { Standing } from './find-booking.ts';
import { mailMeeting } from './mail-meeting.ts';
import { calendarText } from './mails/ics.ts';
import { showsHosts } from './present-to-visitor.ts';

/** The meeting as a file for any calendar; null while there is no meeting to keep. */
export function inviteText(platform: Platform, { booking, found, hosts }: Standing): string | null {
  const status = statusAt(booking, isoNow(platform.clock));
  if (status !== 'scheduled' && status !== 'completed') return null;
  const shown = showsHosts(found, booking) ? hosts : [];
  const meeting = mailMeeting(platform, found.workspace, booking, shown);
  return calendarText(meeting, { method: 'PUBLISH', for: 'download' });
}
