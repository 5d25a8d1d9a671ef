import { isoFromMinute } from '#engine/minutes.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { limitedTo } from '#crm/timeline/record-rights.ts';
import { statusAt } from '#bookings/booking.ts';
import { seesAll } from '#bookings/rights.ts';
import type { SearchHits } from './search-fields.ts';
import { findBookings, findNamed, type BookingHit } from './store.ts';

/** P10: everything that holds these words, in two statements, or three; what begins so stands first. */
export async function search(
  { db, clock }: Platform,
  caller: Caller,
  words: string,
  limit: number,
): Promise<SearchHits> {
  if (words === '') return NOTHING;
  const { workspaceId, memberId } = caller;
  const named = await findNamed(db.read, { workspaceId, words, limitedTo: limitedTo(caller), limit });
  const now = { iso: isoNow(clock), minute: minuteNow(clock) };
  const filter = { q: words, now, ...(!seesAll(caller) && { seenBy: memberId }) };
  const bookings = await findBookings(db.read, workspaceId, filter, limit);
  const of = (kind: (typeof named)[number]['kind']) =>
    named
      .filter((row) => row.kind === kind)
      .slice(0, limit)
      .map(({ id, title, subtitle }) => ({ id, title, subtitle }));
  return {
    companies: of('company'),
    contacts: of('contact'),
    leads: of('lead'),
    deals: of('deal'),
    tickets: of('ticket'),
    bookings: bookings.map((row) => presentBooking(row, now.iso)),
    links: of('link'),
    members: of('member'),
  };
}

const NOTHING: SearchHits = {
  companies: [],
  contacts: [],
  leads: [],
  deals: [],
  tickets: [],
  bookings: [],
  links: [],
  members: [],
};

function presentBooking(row: BookingHit, now: string): SearchHits['bookings'][number] {
  const { status, end_minute: end, expires_at: expiresAt } = row;
  return {
    id: row.booking_id,
    title: row.title,
    subtitle: row.visitor_name,
    start: isoFromMinute(row.start_minute),
    status: statusAt({ status, end, expiresAt }, now),
  };
}
