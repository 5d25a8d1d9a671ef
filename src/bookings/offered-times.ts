import { minuteFromIso, type Minute } from '#engine/minutes.ts';
import { slots } from '#engine/slots.ts';
import { isoNow } from '#platform/clock.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { isExpired } from '#links/link.ts';
import { readSnapshot, wasUsed, type BookableLink } from './snapshot.ts';
import { unreadStarts } from './unread-times.ts';

export interface Meetings {
  free: Minute[];
  /** A9: closed only for a calendar that was not read. */
  unread: Minute[];
}

/** How a link's specific times stand, whatever their lengths, by one look; `except` is a booking that moves. */
export async function meetingsOn(
  platform: Platform,
  bookable: BookableLink,
  except?: string,
): Promise<Meetings> {
  const starts = bookable.link.settings.times.map(({ start }) => minuteFromIso(start)!);
  if (starts.length === 0) return { free: [], unread: [] };
  const window = { from: Math.min(...starts), to: Math.max(...starts) + 1 };
  const question = { durationMinutes: 30, window, ...(except && { except }) };
  const { offer } = await readSnapshot(platform.db.read, platform.clock, bookable, question);
  const free = slots(offer, window);
  return { free, unread: unreadStarts(offer, window, free) };
}

/**
 * L3: why nothing of a link is on offer any more, whatever is free: its one booking was made (`used`; times that others
 * took leave it unused), or its end has come. `except` is a booking that does not stand in its own way.
 */
export async function overWith(
  db: Reader,
  { clock }: Pick<Platform, 'clock'>,
  { link }: Pick<BookableLink, 'link'>,
  except?: string,
): Promise<'used' | 'ended' | null> {
  const now = isoNow(clock);
  if (await wasUsed(db, link, now, except ?? null)) return 'used';
  return isExpired(link.settings, now) ? 'ended' : null;
}

/** When a meeting that begins at `start` ends: a specific time has its own length. */
export function endOfStart(
  { kind, settings }: BookableLink['link'],
  start: Minute,
  durationMinutes: number,
): Minute {
  const time = kind === 'specific-times' && settings.times.find((one) => minuteFromIso(one.start) === start);
  return time ? minuteFromIso(time.end)! : start + durationMinutes;
}
