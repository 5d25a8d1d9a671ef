import type { Minute } from '#engine/minutes.ts';
import { minuteNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { errorFacts } from '#platform/log.ts';
import type { NewMail } from '#platform/mailer/mail.ts';
import { queueMails } from '#platform/mailer/store-many.ts';
import type { Platform } from '#platform/platform.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import { readHosts } from '#bookings/store-snapshot.ts';
import { mailsOf, type DueMeeting } from './mails-of-reminder.ts';
import { holdDue, readDueBookings, settleReminders, type SettledReminder } from './store-due.ts';
import type { ReminderRow } from './store-reminders.ts';

/** So many in one act: few statements each, and the writer of SQLite is soon free for others. */
const BATCH = 250;

/**
 * Turns reminders whose minute has come into mails, as the meeting is at this moment: its hosts, its time, whether it
 * stands. The mails and the end of the reminders are one act, so a process that dies repeats and forgets nothing here.
 * Answers whether more may be due.
 */
export async function sendDue(tx: Tx, platform: Platform): Promise<boolean> {
  const now = minuteNow(platform.clock);
  const due = await holdDue(tx, now, BATCH);
  for (const [workspaceId, own] of Map.groupBy(due, (row) => row.workspace_id)) {
    const written = await writeMails(tx, platform, workspaceId, own, now);
    await settleReminders(tx, written);
  }
  return due.length === BATCH;
}

type Written = Omit<NewMail, 'workspaceId'>;

async function writeMails(
  tx: Tx,
  platform: Platform,
  workspaceId: string,
  reminders: readonly ReminderRow[],
  now: Minute,
): Promise<SettledReminder[]> {
  const meetings = await meetingsOf(tx, platform, workspaceId, reminders);
  const mails = reminders.map((reminder) => mailsOrNone(platform, reminder, meetings, now));
  const ids = await queueMails(tx, platform, workspaceId, mails.flat());
  let next = 0;
  return reminders.map((reminder, at) => {
    const mailIds = ids.slice(next, next + mails[at]!.length);
    next += mailIds.length;
    return { reminder, mailIds };
  });
}

/** One that cannot be written must not keep all others back for good. */
function mailsOrNone(
  platform: Platform,
  reminder: ReminderRow,
  meetings: ReadonlyMap<string, DueMeeting>,
  now: Minute,
): Written[] {
  try {
    return mailsOf(platform, reminder, meetings.get(reminder.booking_id)!, now);
  } catch (error) {
    platform.log.error('a reminder could not be written', {
      booking: reminder.booking_id,
      ...errorFacts(error),
    });
    return [];
  }
}

async function meetingsOf(
  tx: Tx,
  { db }: Platform,
  workspaceId: string,
  reminders: readonly ReminderRow[],
): Promise<Map<string, DueMeeting>> {
  const ids = [...new Set(reminders.map((row) => row.booking_id))];
  const workspace = (await readWorkspace(tx, workspaceId))!;
  const bookings = await readDueBookings(tx, workspaceId, { ids, kind: db.kind });
  const hostIds = new Set([...bookings.values()].flatMap(({ booking }) => booking.hostIds));
  const rows = await readHosts(tx, workspaceId, [...hostIds]);
  const members = new Map(rows.map((row) => [row.member_id, row]));
  return new Map(
    [...bookings].map(([id, one]) => {
      const hosts = one.booking.hostIds.map((hostId) => members.get(hostId)!);
      return [id, { ...one, workspace, hosts }];
    }),
  );
}
