import { sql } from 'kysely';
import { isAmong, type Among } from '#platform/db/among.ts';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { Minute } from '#engine/minutes.ts';
import type { Booking } from '#bookings/booking.ts';
import { bookingFrom, readHostIds } from '#bookings/store.ts';
import type { ReminderRow } from './store-reminders.ts';
import '#bookings/tables.ts';
import '#links/tables.ts';
import './tables.ts';

/**
 * Reminders whose minute has come, the longest due first, over all workspaces through the index of what is due. They
 * are held until the commit; those that somebody else holds are left to them.
 */
export function holdDue(tx: Tx, now: Minute, most: number): Promise<ReminderRow[]> {
  return tx
    .selectFrom('booking_reminders')
    .selectAll()
    .where('due_minute', '<=', now)
    .orderBy('due_minute')
    .limit(most)
    .$if(isPostgres(tx), (q) => q.forUpdate().skipLocked())
    .execute();
}

/** One that was settled: of those with mails it is known for which moment they were. */
export interface SettledReminder {
  reminder: ReminderRow;
  mailIds: string[];
}

/** Writes down that these are due no more, in one statement for all. */
export async function settleReminders(tx: Tx, settled: readonly SettledReminder[]): Promise<void> {
  if (settled.length === 0) return;
  const rows = settled.map(({ reminder, mailIds }) => ({
    workspace_id: reminder.workspace_id,
    booking_id: reminder.booking_id,
    timing: reminder.timing,
    minutes: reminder.minutes,
    recipient: reminder.recipient,
    own_text: reminder.own_text,
    due_minute: null,
    sent_minute: mailIds.length > 0 ? reminder.due_minute : reminder.sent_minute,
    mail_ids: mailIds.length > 0 ? JSON.stringify(mailIds) : reminder.mail_ids,
  }));
  // Every row is there, and held: this is an update of each with values of its own.
  await tx
    .insertInto('booking_reminders')
    .values(rows)
    .onConflict((oc) =>
      oc.columns(['workspace_id', 'booking_id', 'timing', 'minutes', 'recipient']).doUpdateSet((eb) => ({
        due_minute: eb.ref('excluded.due_minute'),
        sent_minute: eb.ref('excluded.sent_minute'),
        mail_ids: eb.ref('excluded.mail_ids'),
      })),
    )
    .execute();
}

export interface DueBooking {
  booking: Booking;
  /** What the visitor did or a colleague said proves that the address is theirs (F7). */
  isProven: boolean;
  /** The slug of the link they could book by again, while it is on. */
  againBy: string | null;
}

/** The meetings of due reminders as they are now, with what decides about their mails. */
export async function readDueBookings(
  db: Reader,
  workspaceId: string,
  among: Among,
): Promise<Map<string, DueBooking>> {
  const rows = await db
    .selectFrom('bookings as b')
    .leftJoin('links as l', (join) =>
      join.onRef('l.workspace_id', '=', 'b.workspace_id').onRef('l.link_id', '=', 'b.link_id'),
    )
    .selectAll('b')
    .select(['l.slug', 'l.kind', 'l.active', 'l.deleted_at as link_deleted_at', confirmed().as('confirmed')])
    .where('b.workspace_id', '=', workspaceId)
    .where(isAmong('b.booking_id', among))
    .execute();
  const hosts = await readHostIds(
    db,
    workspaceId,
    rows.map((row) => row.booking_id),
  );
  return new Map(
    rows.map((row) => {
      const booking = bookingFrom(row, hosts.get(row.booking_id) ?? []);
      const isOpen = row.active === 1 && row.link_deleted_at === null && row.kind !== 'specific-times';
      const isProven = booking.invited || booking.madeBy !== null || row.confirmed === 1;
      return [booking.id, { booking, isProven, againBy: isOpen ? row.slug : null }];
    }),
  );
}

function confirmed() {
  return sql<number>`case when exists (select 1 from booking_history as h
    where h.workspace_id = b.workspace_id and h.booking_id = b.booking_id and h.kind = 'confirmed')
    then 1 else 0 end`;
}
