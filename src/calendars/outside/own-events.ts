import type { Tx } from '#platform/db/database.ts';
import type { CalendarKey } from './calendar.ts';
import type { Outside } from './outside.ts';
import { bookingEvents, setBookingBlocks } from './store-events.ts';
import type { OutsideEvent } from './store-events.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The booking of ours whose UID this is: our own form before our own host's name. */
export function bookingIdOf(uid: string, publicUrl: string): string | null {
  const at = uid.indexOf('@');
  const id = uid.slice(0, at);
  return at > 0 && uid.slice(at + 1) === new URL(publicUrl).hostname && UUID.test(id) ? id : null;
}

/** A3: of those that are busy, which close time: moved elsewhere by its owner a booking's event does, else it does not. */
export async function blockingEvents(
  tx: Tx,
  { ownTimes }: Outside,
  workspaceId: string,
  events: readonly OutsideEvent[],
): Promise<OutsideEvent[]> {
  const ids = new Set(events.map((one) => one.booking_id).filter((id) => id !== null));
  if (ids.size === 0) return [...events];
  const times = await ownTimes(tx, workspaceId, [...ids]);
  // For who only takes part in a colleague's meeting it is an event like any other.
  const standsRight = ({ booking_id, member_id, start_minute, end_minute }: OutsideEvent) =>
    (times.get(booking_id!) ?? []).some(
      ({ memberId, start, end }) => memberId === member_id && start === start_minute && end === end_minute,
    );
  return events.map((one) => (one.booking_id !== null && standsRight(one) ? { ...one, blocks: 0 } : one));
}

/** Decides it again for what a calendar holds, when the calendar begins to close time. */
export async function bookingBlocks(tx: Tx, outside: Outside, key: CalendarKey): Promise<void> {
  const events = (await bookingEvents(tx, key)).map((one) => ({ ...one, blocks: one.busy }));
  for (const one of await blockingEvents(tx, outside, key.workspaceId, events)) {
    await setBookingBlocks(tx, key, { ...one, blocks: one.blocks === 1 });
  }
}
