import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import '#calendars/outside/facts.ts';
import type { SeenBooking } from '#calendars/outside/facts.ts';
import { writeSoon } from './follow-booking.ts';
import { forgetCalendars, wishAgain, wishLooks, wishMissing } from './store-wishes.ts';
import { updateWrite, writesOf, type CalendarWrite } from './store-writes.ts';

/** What happens to calendars, and in them, that bookings stand in. */
export function listenCalendarWrites({ announcer, clock }: Platform): void {
  announcer.on('write-calendar-changed', async (tx, { workspaceId, memberId }) => {
    const moment = { now: isoNow(clock), minute: minuteNow(clock) };
    await wishAgain(tx, workspaceId, { hostId: memberId, afterMinute: moment.minute }, moment.now);
    await wishMissing(tx, { workspaceId, hostId: memberId }, moment);
    await writeSoon(tx, clock, workspaceId);
  });
  // What stands there stays its owner's: nobody signs in there any more.
  announcer.on('outside-calendars-leaving', (tx, { workspaceId, calendarIds }) =>
    forgetCalendars(tx, workspaceId, calendarIds),
  );
  announcer.on('outside-events-read', async (tx, { workspaceId, calendarId, seen, gone }) => {
    const ids = [...seen, ...gone].map((one) => one.bookingId);
    const all = await writesOf(tx, workspaceId, ids);
    const writes = all.filter((write) => write.calendar_id === calendarId);
    const doubtful: string[] = [];
    for (const write of writes) {
      const event = seen.find((one) => one.bookingId === write.booking_id);
      if (event ? await isDoubtful(tx, write, event) : isMissed(write, gone)) doubtful.push(write.booking_id);
    }
    if (doubtful.length === 0) return;
    await wishLooks(tx, { workspaceId, calendarId, bookingIds: doubtful }, isoNow(clock));
    await writeSoon(tx, clock, workspaceId);
  });
}

/**
 * A reading may tell what was so before we wrote last; so nothing is decided here: what stands elsewhere than we
 * wrote it is looked at closely.
 */
async function isDoubtful(tx: Tx, write: CalendarWrite, event: SeenBooking): Promise<boolean> {
  const isKnown = write.href === event.href && write.etag === event.etag;
  // What is going to be written meets it then; under a question nothing is written.
  if (isKnown || (write.state === 'waiting' && write.question === null)) return false;
  const standsRight = !event.cancelled && event.start === write.written_start;
  if (!standsRight || write.question !== null) return true;
  // Other words, a reminder, a server that gives no mark for what we write: it is theirs, and stays.
  if (write.href === event.href) await updateWrite(tx, write, { etag: event.etag });
  return false;
}

function isMissed(write: CalendarWrite, gone: { bookingId: string; href: string }[]): boolean {
  return gone.some(({ bookingId, href }) => bookingId === write.booking_id && href === write.href);
}
