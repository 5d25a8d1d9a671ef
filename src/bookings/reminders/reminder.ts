import type { Minute } from '#engine/minutes.ts';
import type { Reminder } from '#links/link.ts';
import type { Booking } from '#bookings/booking.ts';

/** One mail that a meeting is to have before its start or after its end. */
export interface BookingReminder {
  timing: 'before' | 'after';
  /** Time that passes, not the clock on the wall: a day is 1,440 minutes whatever the clocks do that night. */
  minutes: number;
  recipient: 'visitor' | 'host';
  /** What the link's owner adds. */
  ownText: string | null;
}

/** What a link promises for each of its meetings: a reminder for both is two mails. */
export function remindersFrom(reminders: readonly Reminder[]): BookingReminder[] {
  return reminders.flatMap(({ minutes, when: timing, to, text }) => {
    const recipients = to === 'both' ? (['visitor', 'host'] as const) : [to];
    return recipients.map((recipient) => ({ timing, minutes, recipient, ownText: text ?? null }));
  });
}

/** No two reminders of a meeting are alike in these. */
export function nameOf({ timing, minutes, recipient }: Omit<BookingReminder, 'ownText'>): string {
  return `${minutes} ${timing} ${recipient}`;
}

/** When it is to leave. */
export function momentOf(
  { timing, minutes }: Pick<BookingReminder, 'timing' | 'minutes'>,
  { start, end }: Pick<Booking, 'start' | 'end'>,
): Minute {
  return timing === 'before' ? start - minutes : end + minutes;
}

/** The same while it is still to come: a reminder whose moment has passed is not made. */
export function dueMinute(
  reminder: Pick<BookingReminder, 'timing' | 'minutes'>,
  booking: Pick<Booking, 'start' | 'end'>,
  now: Minute,
): Minute | null {
  const moment = momentOf(reminder, booking);
  return moment > now ? moment : null;
}
