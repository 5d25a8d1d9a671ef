import { MINUTES_PER_DAY, type Minute } from '#engine/minutes.ts';
import { minuteNow, type Clock } from '#platform/clock.ts';
import { flag } from '#platform/db/tables.ts';
import { foldAddress } from '#platform/fold.ts';
import type { Member } from '#people/member.ts';
import type { OutsideCalendar } from '../calendar.ts';
import type { SeenBooking } from '../facts.ts';
import { expandObject } from '../ical/expand-object.ts';
import type { ExpandedObject } from '../ical/occurrence.ts';
import { bookingIdOf } from '../own-events.ts';
import { OutsideProblem } from '../problem.ts';
import type { OpenAccount, RemoteObject } from '../provider.ts';
import type { OutsideEvent } from '../store-events.ts';
import type { OutsideObject } from '../store-objects.ts';

export interface Window {
  from: Minute;
  to: Minute;
}

/** How far back and ahead calendars are known: a booking may lie two years ahead. Whole days, so that it moves seldom. */
export function windowAt(clock: Clock): Window {
  const today = Math.floor(minuteNow(clock) / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  return { from: today - 31 * MINUTES_PER_DAY, to: today + 760 * MINUTES_PER_DAY };
}

/** Whose calendar it is and how it is to be understood. */
export interface Expansion {
  calendar: OutsideCalendar;
  window: Window;
  zone: string;
  ownAddresses: ReadonlySet<string>;
  publicUrl: string;
}

export function expansionFor(
  calendar: OutsideCalendar,
  account: OpenAccount,
  member: Member,
  { window, publicUrl }: { window: Window; publicUrl: string },
): Expansion {
  const names = [member.email, account.username].filter((one) => one.includes('@'));
  const ownAddresses = new Set(names.map(foldAddress));
  return { calendar, window, zone: calendar.time_zone ?? member.timeZone, ownAddresses, publicUrl };
}

/** One object as it is kept, and when it stands. */
export interface ReadObject {
  object: OutsideObject;
  events: OutsideEvent[];
  seen: SeenBooking | null;
}

/** What cannot be read at all is a problem of its calendar, told with its place: it may be busy at any time (A9). */
export function readObject(expansion: Expansion, remote: RemoteObject): ReadObject {
  const { calendar, publicUrl } = expansion;
  const text = 'text' in remote ? storable(remote.text) : null;
  const expanded = 'expanded' in remote ? remote.expanded : expand(expansion, remote.href, text!);
  const uid = storable(expanded.uid).slice(0, 1000);
  const bookingId = bookingIdOf(uid, publicUrl);
  const of = { workspace_id: calendar.workspace_id, calendar_id: calendar.calendar_id, href: remote.href };
  const object = { ...of, etag: remote.etag, uid, text, oddities: JSON.stringify(expanded.oddities) };
  const isChecked = calendar.check_conflicts === 1;
  const events = expanded.occurrences.map((one, position) => ({
    ...of,
    member_id: calendar.member_id,
    position,
    start_minute: keepable(one.start),
    end_minute: keepable(one.end),
    all_day: flag(one.allDay),
    busy: flag(one.busy),
    blocks: flag(one.busy && isChecked),
    title: storable(one.title).slice(0, 500),
    uid,
    booking_id: bookingId,
  }));
  return { object, events, seen: bookingId === null ? null : seenFrom(bookingId, remote, expanded) };
}

function seenFrom(
  bookingId: string,
  { href, etag }: RemoteObject,
  { occurrences, status }: ExpandedObject,
): SeenBooking {
  const [first] = occurrences;
  const cancelled = status === 'cancelled';
  return { bookingId, href, etag, start: first?.start ?? null, end: first?.end ?? null, cancelled };
}

function expand({ window, zone, ownAddresses }: Expansion, href: string, text: string): ExpandedObject {
  try {
    return expandObject(text, { window, zone, ownAddresses });
  } catch (error) {
    if (!(error instanceof OutsideProblem)) throw error;
    throw new OutsideProblem(error.code, `${error.message} It stands at ${href.slice(0, 200)}.`, {
      cause: error,
    });
  }
}

/** PostgreSQL keeps no NUL and no half of a character. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** Services that expand tell of the year 9999, whose minutes no 32 bits hold; nor may a difference of two overflow. */
function keepable(minute: Minute): Minute {
  return Math.max(-FARTHEST_MINUTE, Math.min(FARTHEST_MINUTE, minute));
}

/** In the year 3871. */
const FARTHEST_MINUTE = 1_000_000_000;
