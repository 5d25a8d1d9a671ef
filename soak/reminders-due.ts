import type { Database } from '../src/platform/db/database.ts';
import { newId } from '../src/platform/ids.ts';
import { addressOf } from './office.ts';
import '../src/bookings/tables.ts';
import '../src/bookings/reminders/tables.ts';

const ROWS_A_STATEMENT = 200;

/**
 * As many meetings as asked for, each of a visitor of its own, with their reminders: copies of one that was booked,
 * because booking thousands is not what is measured. Answers the visitors' addresses.
 */
export async function copyMeeting(database: Database, bookingId: string, count: number): Promise<string[]> {
  const { read } = database;
  const booking = await read
    .selectFrom('bookings')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .executeTakeFirstOrThrow();
  const hosts = await read
    .selectFrom('booking_hosts')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .execute();
  const [reminder] = await read
    .selectFrom('booking_reminders')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .execute();
  const addresses: string[] = [];
  for (let from = 0; from < count; from += ROWS_A_STATEMENT) {
    const copies = Array.from({ length: Math.min(ROWS_A_STATEMENT, count - from) }, (_, at) => ({
      booking_id: newId(),
      visitor_email: addressOf(`reminded-${from + at}`),
    }));
    addresses.push(...copies.map((copy) => copy.visitor_email));
    await database.transact(async (tx) => {
      const own = copies.map((copy) => ({ ...booking, ...copy, visitor_email_folded: copy.visitor_email }));
      await tx.insertInto('bookings').values(own).execute();
      const theirs = copies.flatMap(({ booking_id }) => hosts.map((host) => ({ ...host, booking_id })));
      await tx.insertInto('booking_hosts').values(theirs).execute();
      const reminders = copies.map(({ booking_id }) => ({ ...reminder!, booking_id }));
      await tx.insertInto('booking_reminders').values(reminders).execute();
    });
  }
  return addresses;
}

/** From this minute on they are all due. */
export async function dueAt(database: Database, minute: number): Promise<void> {
  await database.transact(async (tx) => {
    await tx.updateTable('booking_reminders').set({ due_minute: minute }).execute();
  });
}
