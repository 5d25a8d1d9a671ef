import { isoFromMinute } from '#engine/minutes.ts';
import type { Reader } from '#platform/db/database.ts';
import { z } from '#platform/http/fields.ts';
import { readMailStates } from '#platform/mailer/store-many.ts';
import type { MailState } from '#platform/mailer/tables.ts';
import type { Booking } from '#bookings/booking.ts';
import { momentOf } from './reminder.ts';
import { mailIdsOf, readReminders, type ReminderRow } from './store-reminders.ts';

export const reminderView = z.object({
  minutes: z.number(),
  when: z.enum(['before', 'after']),
  to: z.enum(['visitor', 'host']),
  at: z.string(),
  state: z.enum(['due', 'waiting', 'sent', 'failed', 'not-sent']).openapi({
    description:
      'waiting: written and not taken by the mail server yet; not-sent: its moment had passed, or the meeting was off',
  }),
});
export type ReminderView = z.infer<typeof reminderView>;

/** What a meeting was promised and what became of it, in the order of time. */
export async function presentReminders(db: Reader, booking: Booking): Promise<ReminderView[]> {
  const rows = await readReminders(db, booking.workspaceId, [booking.id]);
  const states = await readMailStates(db, booking.workspaceId, mailIdsOf(rows));
  return rows
    .toSorted((one, other) => momentOf(one, booking) - momentOf(other, booking))
    .map((row) => ({
      minutes: row.minutes,
      when: row.timing,
      to: row.recipient,
      at: isoFromMinute(momentOf(row, booking)),
      state: stateOf(row, booking, states),
    }));
}

/** Mails for another moment, before the meeting was moved, say nothing about this one. */
function stateOf(
  row: ReminderRow,
  booking: Booking,
  states: ReadonlyMap<string, MailState>,
): ReminderView['state'] {
  if (row.due_minute !== null) return 'due';
  if (row.sent_minute !== momentOf(row, booking)) return 'not-sent';
  const own = mailIdsOf([row]).map((id) => states.get(id));
  if (own.includes('failed')) return 'failed';
  if (own.includes('queued')) return 'waiting';
  return own.some((state) => state === 'sent' || state === 'captured') ? 'sent' : 'not-sent';
}
