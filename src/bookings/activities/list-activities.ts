import { isoFromMinute } from '#engine/minutes.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import { pageOf, placeFrom } from '#platform/http/cursor.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';
import { statusAt, type BookingStatus } from '#bookings/booking.ts';
import { seesAll } from '#bookings/rights.ts';
import { readPeopleNames, type Named } from '#bookings/store-party.ts';
import type { ActivityView } from './activity-fields.ts';
import { listActivities, type Activity } from './store-activities.ts';

export interface Asked {
  /** Whose meetings, or those of which record. */
  of: { hostId: string } | { record: { kind: RecordKind; id: string } };
  state: 'open' | 'closed';
  cursor?: string;
  limit: number;
}

/** A page of the meetings of a host or of a record (L7, P11); the caller has seen that they may look there. */
export async function activitiesFor(platform: Platform, caller: Caller, asked: Asked) {
  const { clock, db } = platform;
  const { of, state, limit } = asked;
  const isOpen = state === 'open';
  const place = placeFrom(asked.cursor, MINUTE);
  const now = { iso: isoNow(clock), minute: minuteNow(clock) };
  const found = await listActivities(db.read, caller.workspaceId, {
    filter: {
      status: isOpen ? OPEN : CLOSED,
      now,
      ...(isOpen && { from: now.minute - LONGEST }),
      ...('hostId' in of && { hostId: of.hostId, ...(!seesAll(caller) && { seenBy: caller.memberId }) }),
    },
    ...('record' in of && { record: of.record }),
    descending: !isOpen,
    after: place && { start: Number(place.value), id: place.id },
    limit,
  });
  const page = pageOf(found, limit, ({ booking: { id, start } }) => ({ id, value: String(start) }));
  const hostIds = new Set(page.items.flatMap(({ booking }) => booking.hostIds));
  const names = await readPeopleNames(db.read, caller.workspaceId, [], [...hostIds]);
  return { ...page, items: page.items.map((activity) => present(caller, activity, names, now.iso)) };
}

const OPEN: BookingStatus[] = ['scheduled', 'unverified'];
const CLOSED: BookingStatus[] = ['completed', 'no-show', 'cancelled'];
const MINUTE = /^-?\d{1,9}$/;

/** Minutes that a meeting lasts at most: what goes on now began within them. */
const LONGEST = 1440;

function present(
  caller: Caller,
  { booking, link }: Activity,
  names: ReadonlyMap<string, Named>,
  now: string,
): ActivityView {
  const { memberId } = caller;
  const isTheirs =
    booking.hostIds.includes(memberId) || booking.madeBy === memberId || link?.ownerId === memberId;
  const mayOpen = seesAll(caller) || isTheirs;
  return {
    id: booking.id,
    title: booking.title,
    start: isoFromMinute(booking.start),
    end: isoFromMinute(booking.end),
    status: statusAt(booking, now),
    hosts: booking.hostIds.map((id) => ({
      id,
      name: names.get(id)?.name ?? '',
      active: names.get(id)?.active ?? false,
    })),
    link: link && { id: link.id, title: link.title, deleted: link.deleted },
    visitor: mayOpen && booking.visitor ? { name: booking.visitor.name } : null,
    mayOpen,
  };
}
