import { minuteNow } from '#platform/clock.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import type { Outside } from '#calendars/outside/outside.ts';
import { OutsideProblem } from '#calendars/outside/problem.ts';
import type { Written, WrittenEvent } from '#calendars/outside/provider.ts';
import { readCalendarRow } from '#calendars/outside/store-calendars.ts';
import { COUNTED, type Booking } from '../booking.ts';
import { roomToken } from '../conference/room.ts';
import { findBooking, type Standing as StandingBooking } from '../find-booking.ts';
import { OpenCalendar, whileChanging, type Standing } from './open-calendar.ts';
import type { Outcome } from './outcome.ts';
import { placeByUid, sharersOf } from './store-own-events.ts';
import type { CalendarWrite } from './store-writes.ts';
import { uidOf, writtenEvent } from './written-event.ts';

/**
 * Makes one calendar say of one booking what is so now (K3): it stands there once, or not at all. Whatever happened
 * before — a try that died half-way, a change in the other program — is met by looking, never by a second event.
 */
export async function writeBooking(
  platform: Platform,
  outside: Outside,
  write: CalendarWrite,
  signal: AbortSignal,
): Promise<Outcome> {
  const { workspace_id: workspaceId, booking_id, calendar_id: calendarId } = write;
  const { read } = platform.db;
  const calendar = await readCalendarRow(read, { workspaceId, calendarId });
  const found = await findBooking(read, workspaceId, booking_id);
  if (!calendar || !found) return { gone: true };
  if (calendar.sync_on === 0) return { rests: true };
  const stands = standsFor(found.booking, write.host_id);
  const isOver = found.booking.end <= minuteNow(platform.clock);
  if (stands && isOver) return { rests: true };
  const isWanted = stands && calendar.write_here === 1 && calendar.read_only === 0;
  if (!isWanted && !mayStand(write)) return { gone: true };
  if (!isWanted && (await standsForColleague(read, write, calendar.remote_id, found.booking)))
    return { gone: true };
  const isSettled =
    write.question !== null || (isWritten(write, found.booking) && !lacksRoom(write, found.booking));
  if (isWanted && isSettled && write.looks === 0) return { rests: true };
  const open = await OpenCalendar.open(platform, outside, calendar, signal);
  if (!isWanted) return takeOut(platform, open, write, found.booking);
  // Nothing is written over a question.
  if (!isSettled) return put(platform, open, write, found);
  const judged = judge(write, found.booking, await lookFor(platform, open, write, found.booking.id));
  if (!('found' in judged) || isUpToDate(write, found.booking)) return judged;
  return put(platform, open, { ...write, ...judged.found }, found);
}

function standsFor({ status, deletedAt, hostIds }: Booking, hostId: string): boolean {
  return COUNTED.includes(status) && deletedAt === null && hostIds.includes(hostId);
}

/** Teams share calendars: what goes for one of them stays for whoever has the meeting now. */
async function standsForColleague(
  db: Reader,
  write: CalendarWrite,
  remoteId: string,
  booking: Booking,
): Promise<boolean> {
  const others = await sharersOf(db, write, remoteId);
  return others.some((hostId) => standsFor(booking, hostId));
}

/** An earlier try may have reached the calendar without our hearing of it. */
function mayStand({ href, tries, written_version }: CalendarWrite): boolean {
  return href !== null || tries > 1 || written_version !== null;
}

function isWritten(write: CalendarWrite, booking: Booking): boolean {
  return isUpToDate(write, booking) && write.href !== null;
}

/** What was changed here while its owner was asked is not written yet. */
function isUpToDate({ state, written_version }: CalendarWrite, { version }: Booking): boolean {
  return state === 'written' && written_version === version;
}

/** Written again, a service says where the room is that it had not opened yet; in a kind of calendar without any, once. */
function lacksRoom({ join_url, tries }: CalendarWrite, { location }: Booking): boolean {
  return roomToken(location) !== undefined && join_url === null && tries > 1;
}

function knownOf({ href, etag }: CalendarWrite): Written | null {
  return href === null ? null : { href, etag };
}

/** Where the event stands and where we last wrote it: what differs was done by its owner. */
function judge(write: CalendarWrite, booking: Booking, there: Standing | null): Outcome {
  if (there === null) return { question: { kind: 'deleted', start: null, end: null, known: null } };
  const { known, start, end, cancelled } = there;
  if (cancelled || start === null) return { question: { kind: 'deleted', start: null, end: null, known } };
  // Longer or shorter it is still the same meeting; only its beginning was agreed upon elsewhere.
  if (start === write.written_start || start === booking.start) return { found: known };
  return { question: { kind: 'moved', start, end, known } };
}

/** A change of ours that the calendar does not know of yet goes before whatever its owner did there meanwhile. */
function isOursToSay({ written_start, written_end }: CalendarWrite, { start, end }: Booking): boolean {
  return written_start !== start || written_end !== end;
}

async function put(
  platform: Platform,
  open: OpenCalendar,
  write: CalendarWrite,
  standing: StandingBooking,
): Promise<Outcome> {
  const { booking } = standing;
  const event = writtenEvent(platform, standing, write.host_id)!;
  let known = knownOf(write);
  return whileChanging(async (isAgain): Promise<Outcome> => {
    if (isAgain) {
      const there = await lookFor(platform, open, write, booking.id);
      if (!isOursToSay(write, booking)) {
        const judged = judge(write, booking, there);
        if ('question' in judged) return judged;
      }
      known = there?.known ?? null;
    }
    return { written: await open.put(event, known), booking };
  });
}

/** Cancelled is cancelled: whatever its owner did to the event, it goes. */
async function takeOut(
  platform: Platform,
  open: OpenCalendar,
  write: CalendarWrite,
  booking: Booking,
): Promise<Outcome> {
  let known = knownOf(write) ?? (await whatATryLeft(platform, open, write, booking));
  return whileChanging(async (isAgain): Promise<Outcome> => {
    if (isAgain) known = (await lookFor(platform, open, { ...write, ...known }, booking.id))?.known ?? null;
    if (known) await open.remove(known);
    return { gone: true };
  });
}

/** Where an unfinished try wrote follows from the UID: a repeat meets it there, and says where that is. */
async function whatATryLeft(
  platform: Platform,
  open: OpenCalendar,
  write: CalendarWrite,
  booking: Booking,
): Promise<Written | null> {
  const there = await lookFor(platform, open, write, booking.id);
  if (there || write.tries <= 1) return there?.known ?? null;
  return open.put(bareEvent(platform, booking), null);
}

async function lookFor(
  platform: Platform,
  open: OpenCalendar,
  { workspace_id: workspaceId, calendar_id: calendarId, href }: CalendarWrite,
  bookingId: string,
): Promise<Standing | null> {
  const uid = uidOf(platform, bookingId);
  const place = href ?? (await placeByUid(platform.db.read, { workspaceId, calendarId, uid }));
  return place === undefined ? null : open.look(place);
}

/** Enough for what is taken out at once. */
function bareEvent(
  platform: Platform,
  { id, sequence, title, start, end, offeredTimeZone }: Booking,
): WrittenEvent {
  const changedAt = new Date(platform.clock.now()).toISOString();
  const nothing = { description: '', location: '' };
  return {
    uid: uidOf(platform, id),
    sequence,
    title,
    ...nothing,
    start,
    end,
    timeZone: offeredTimeZone,
    changedAt,
  };
}

/** Whatever went wrong, in the one way that people are told of. */
export function problemFrom(error: unknown, signal: AbortSignal): OutsideProblem {
  if (error instanceof OutsideProblem) return error;
  const code = signal.aborted ? 'timeout' : 'server';
  return new OutsideProblem(code, 'see the log', { cause: error });
}
