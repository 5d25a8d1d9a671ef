import { isoNow, minuteNow, type Clock } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { queueJob } from '#platform/jobs/store.ts';
import { forgetNotices } from '#notices/store.ts';
import type { Booking } from '../booking.ts';
import { QUESTION_NOTICE } from './notices.ts';
import { freeOwnEvents } from './store-own-events.ts';
import { answerQuestions, concernsCalendars, wishAgain, wishMissing } from './store-wishes.ts';

/** Looks for bookings that are to be written to calendars. */
export const WRITE_JOB = 'calendars.write';

/** What changes where a meeting is to stand: whatever its owner did to it elsewhere is answered by it. */
const SETTLES = ['rescheduled', 'cancelled', 'reopened', 'deleted', 'reassigned'];
/** What changes nothing that stands in a calendar. */
const SILENT = ['replied', 'completed', 'no-show'];

/**
 * Whatever happens to a booking follows in its hosts' calendars (K3): in the act's transaction it is written down that
 * something is to be done, and what is to be done is decided by the booking as it is then. Where it stood before
 * ceases to close time at once (A3).
 */
export async function followBooking(
  tx: Tx,
  clock: Clock,
  { workspaceId, id: bookingId }: Pick<Booking, 'workspaceId' | 'id'>,
  happened: string,
): Promise<void> {
  if (SILENT.includes(happened)) return;
  if (!(await concernsCalendars(tx, workspaceId, bookingId))) return;
  const moment = { now: isoNow(clock), minute: minuteNow(clock) };
  if (SETTLES.includes(happened)) {
    await answerQuestions(tx, workspaceId, bookingId);
    await forgetNotices(tx, { workspaceId, kind: QUESTION_NOTICE, subjectId: bookingId });
    await freeOwnEvents(tx, { workspaceId, bookingId });
  }
  await wishAgain(tx, workspaceId, { bookingId }, moment.now);
  await wishMissing(tx, { workspaceId, bookingId }, moment);
  await writeSoon(tx, clock, workspaceId);
}

/** As soon as this act stands. */
export async function writeSoon(tx: Tx, clock: Clock, workspaceId: string): Promise<void> {
  await queueJob(tx, clock, { workspaceId, kind: WRITE_JOB, payload: {} });
}
