import { isoNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { forgetNotices } from '#notices/store.ts';
import type { By } from '#crm/timeline/entry.ts';
import type { Booking } from '../booking.ts';
import { cancel } from '../cancel.ts';
import { holdBooking } from '../find-booking.ts';
import { reschedule, type Rescheduled } from '../reschedule.ts';
import { readBooking } from '../store.ts';
import { writeSoon } from './follow-booking.ts';
import { QUESTION_NOTICE } from './notices.ts';
import { wishAgain } from './store-wishes.ts';
import { updateWrite, writesOf, type CalendarWrite } from './store-writes.ts';

type Refusal = Exclude<Rescheduled, { rescheduled: Booking }>;
export type Answered = { answered: Booking } | { refused: 'no-question' | 'over' } | Refusal;

interface Answer {
  hostId: string;
  answer: 'keep' | 'restore';
  by: Extract<By, { kind: 'member' }>;
}

/**
 * What a host did to a meeting in their other calendar program (A3): kept, it becomes so for everybody, with all that a
 * reschedule or a cancellation brings; restored, the calendar says again what was agreed.
 */
export async function answerQuestion(
  platform: Platform,
  { workspaceId, id }: Pick<Booking, 'workspaceId' | 'id'>,
  { hostId, answer, by }: Answer,
): Promise<Answered> {
  const writes = await writesOf(platform.db.read, workspaceId, [id]);
  const write = writes.find((one) => one.host_id === hostId && one.question !== null);
  if (!write) return { refused: 'no-question' };
  if (answer === 'restore') return restore(platform, write);
  if (write.question === 'moved') return follow(platform, write, by);
  const done = await cancel(platform, workspaceId, id, { by });
  if ('cancelled' in done) return { answered: done.cancelled };
  return { refused: done.refused === 'not-found' ? 'not-found' : 'over' };
}

/** Whoever keeps their calendar has decided about their own hours; other claims and calendars count as ever (E8). */
async function follow(platform: Platform, write: CalendarWrite, by: By): Promise<Answered> {
  const { workspace_id, booking_id, question_start } = write;
  const move = { start: question_start!, by, staff: { outsideHours: true } };
  const done = await reschedule(platform, workspace_id, booking_id, move);
  return 'rescheduled' in done ? { answered: done.rescheduled } : done;
}

async function restore(platform: Platform, write: CalendarWrite): Promise<Answered> {
  const { clock, db } = platform;
  const { workspace_id: workspaceId, booking_id: bookingId } = write;
  await db.transact(async (tx) => {
    await holdBooking(tx, workspaceId, bookingId);
    await updateWrite(tx, write, { question: null, question_start: null, question_end: null });
    await wishAgain(tx, workspaceId, { bookingId }, isoNow(clock));
    await forgetNotices(tx, { workspaceId, kind: QUESTION_NOTICE, subjectId: bookingId });
    await writeSoon(tx, clock, workspaceId);
  });
  platform.wakeWorker();
  const booking = await readBooking(db.read, workspaceId, bookingId);
  return booking ? { answered: booking } : { refused: 'not-found' };
}
