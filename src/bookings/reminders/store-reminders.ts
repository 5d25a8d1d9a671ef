import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import type { NewRow, Row } from '#platform/db/tables.ts';
import type { Booking } from '#bookings/booking.ts';
import type { BookingReminder } from './reminder.ts';
import './tables.ts';

export type ReminderRow = Row<'booking_reminders'>;
type Named = Pick<Booking, 'workspaceId' | 'id'>;

export async function insertReminders(
  tx: Tx,
  { workspaceId, id }: Named,
  reminders: readonly (BookingReminder & { due: number | null })[],
): Promise<void> {
  if (reminders.length === 0) return;
  const rows = reminders.map(({ timing, minutes, recipient, ownText, due }) => ({
    workspace_id: workspaceId,
    booking_id: id,
    timing,
    minutes,
    recipient,
    own_text: ownText,
    due_minute: due,
  }));
  await insertRows(tx, rows);
}

const insertRows = prepared((db, rows: NewRow<'booking_reminders'>[]) =>
  db.insertInto('booking_reminders').values(rows),
);

/** Rows that were put together elsewhere. */
export async function writeReminders(tx: Tx, rows: readonly ReminderRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += MOST_ROWS) {
    await tx
      .insertInto('booking_reminders')
      .values(rows.slice(from, from + MOST_ROWS))
      .execute();
  }
}

/** A statement takes only so many values. */
const MOST_ROWS = 500;

/** Of these meetings; held, so that nothing is sent between this look and the commit. */
export async function holdReminders(
  tx: Tx,
  workspaceId: string,
  bookingIds: readonly string[],
): Promise<ReminderRow[]> {
  return remindersOf(tx, workspaceId, bookingIds)
    .$if(isPostgres(tx), (q) => q.forUpdate())
    .execute();
}

export async function readReminders(db: Reader, workspaceId: string, bookingIds: readonly string[]) {
  return bookingIds.length === 0 ? [] : remindersOf(db, workspaceId, bookingIds).execute();
}

function remindersOf(db: Reader, workspaceId: string, bookingIds: readonly string[]) {
  return db
    .selectFrom('booking_reminders')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', 'in', [...bookingIds])
    .orderBy('booking_id')
    .orderBy('timing', 'desc')
    .orderBy('minutes')
    .orderBy('recipient');
}

/** Nothing more of this meeting is due; answers the mails that were written for what was. */
export async function endReminders(tx: Tx, { workspaceId, id }: Named): Promise<string[]> {
  const rows = await tx
    .updateTable('booking_reminders')
    .set({ due_minute: null })
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', '=', id)
    .returning('mail_ids')
    .execute();
  return mailIdsOf(rows);
}

export async function changeReminder(
  tx: Tx,
  { workspace_id, booking_id, timing, minutes, recipient }: ReminderRow,
  change: Partial<ReminderRow>,
): Promise<void> {
  await tx
    .updateTable('booking_reminders')
    .set(change)
    .where('workspace_id', '=', workspace_id)
    .where('booking_id', '=', booking_id)
    .where('timing', '=', timing)
    .where('minutes', '=', minutes)
    .where('recipient', '=', recipient)
    .execute();
}

export function mailIdsOf(rows: readonly Pick<ReminderRow, 'mail_ids'>[]): string[] {
  return rows.flatMap(({ mail_ids: ids }) => (ids === null ? [] : (JSON.parse(ids) as string[])));
}
