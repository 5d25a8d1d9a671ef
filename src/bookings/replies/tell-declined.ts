import type { Tx } from '#platform/db/database.ts';
import { windowOf } from '#platform/limits/limit.ts';
import { countUp } from '#platform/limits/store.ts';
import { queueMail } from '#platform/mailer/store.ts';
import type { Platform } from '#platform/platform.ts';
import type { Standing } from '../find-booking.ts';
import { mailHost, mailMeeting } from '../mail-meeting.ts';
import { declinedMail } from '../mails/declined-mail.ts';

/** Whoever keeps changing their mind does not fill a mailbox. */
const TELLING = { name: 'declined', max: 3, windowSeconds: 3_600 };

/** The hosts hear that somebody will not come; the meeting stands until one of them decides. */
export async function tellDeclined(
  tx: Tx,
  platform: Platform,
  { booking, found, hosts }: Standing,
  email: string,
): Promise<void> {
  const { start } = windowOf(platform.clock, TELLING);
  const times = await countUp(tx, booking.workspaceId, `${TELLING.name}|${booking.id}`, start);
  if (times > TELLING.max) return;
  const meeting = mailMeeting(platform, found.workspace, booking, hosts);
  const common = { workspaceId: booking.workspaceId, kind: 'host-declined', lane: booking.id };
  for (const row of hosts.filter(({ active }) => active === 1)) {
    await queueMail(tx, platform, {
      ...common,
      to: row.email,
      ...declinedMail(meeting, mailHost(row), email),
    });
  }
}
