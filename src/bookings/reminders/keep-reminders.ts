import { minuteNow, type Clock } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { dropMails, dropMailsTo } from '#platform/mailer/store-many.ts';
import type { Reminder } from '#links/link.ts';
import type { Booking } from '#bookings/booking.ts';
import { dueMinute, remindersFrom } from './reminder.ts';
import {
  changeReminder,
  endReminders,
  holdReminders,
  insertReminders,
  mailIdsOf,
  type ReminderRow,
} from './store-reminders.ts';

type Meeting = Pick<Booking, 'workspaceId' | 'id' | 'start' | 'end' | 'visitor'>;

/** Written with a meeting as soon as it stands: what its link promises at this moment (B7). */
export async function makeReminders(
  tx: Tx,
  clock: Clock,
  booking: Meeting,
  promised: readonly Reminder[],
): Promise<void> {
  const now = minuteNow(clock);
  const own = remindersFrom(promised).filter(({ recipient }) => recipient === 'host' || booking.visitor);
  const reminders = own.map((one) => ({ ...one, due: dueMinute(one, booking, now) }));
  await insertReminders(tx, booking, reminders);
}

/** E9: nothing more is sent about a meeting that is no more, not even what was written and has not left. */
export async function dropReminders(tx: Tx, booking: Pick<Booking, 'workspaceId' | 'id'>): Promise<void> {
  await dropMails(tx, booking.workspaceId, await endReminders(tx, booking));
}

/**
 * E8: a meeting at another time is reminded of by that time, also of what was sent for the time before. What was
 * written and has not left says the wrong time, and stays here.
 */
export async function moveReminders(tx: Tx, clock: Clock, booking: Meeting): Promise<void> {
  const rows = await holdReminders(tx, booking.workspaceId, [booking.id]);
  await dropMails(tx, booking.workspaceId, mailIdsOf(rows));
  await keepStep(tx, clock, booking, rows);
}

/** E10: what is still to come; a meeting that was never promised anything gets what its link promises now. */
export async function reopenReminders(
  tx: Tx,
  clock: Clock,
  booking: Meeting,
  promised: readonly Reminder[],
): Promise<void> {
  const rows = await holdReminders(tx, booking.workspaceId, [booking.id]);
  if (rows.length === 0) return makeReminders(tx, clock, booking, promised);
  return keepStep(tx, clock, booking, rows);
}

async function keepStep(tx: Tx, clock: Clock, booking: Meeting, rows: readonly ReminderRow[]): Promise<void> {
  const now = minuteNow(clock);
  for (const row of rows) {
    const due = dueMinute(row, booking, now);
    // Another process's clock may be a little ahead: what was sent for this moment is not sent again.
    const isSent = due !== null && row.sent_minute !== null && due <= row.sent_minute;
    await changeReminder(tx, row, { due_minute: isSent ? null : due });
  }
}

/** E11: whoever has the meeting no more is not reminded of it. What is still due goes to who has it then. */
export async function takeRemindersFrom(
  tx: Tx,
  { workspaceId, id }: Pick<Booking, 'workspaceId' | 'id'>,
  address: string,
): Promise<void> {
  const rows = await holdReminders(tx, workspaceId, [id]);
  await dropMailsTo(tx, workspaceId, mailIdsOf(rows), address);
}
