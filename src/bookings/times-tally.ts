import { setImmediate as otherWork } from 'node:timers/promises';
import { minuteFromIso, type Minute } from '#engine/minutes.ts';
import { slots } from '#engine/slots.ts';
import { isExpired, type Link } from '#links/link.ts';
import type { TimesTally } from '#links/present-link.ts';
import { isoNow, minuteAhead } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { offerFrom, type BookableLink, type Readings } from './offer-from.ts';
import { readHolidayDays } from './store-holiday-days.ts';
import { unreadStarts } from './unread-times.ts';
import { readForAll } from './week/offered-by-links.ts';

/**
 * L3: how links with specific times stand, by id: how many of their times are left, taken, unread (A9) and past, and
 * whether all is over. As their pages say it, but for all of them at once: five statements, two more where holidays or rotations count.
 */
export async function tallyTimes(
  platform: Platform,
  workspaceId: string,
  links: readonly Link[],
): Promise<ReadonlyMap<string, TimesTally>> {
  const ofTimes = links.filter(({ kind }) => kind === 'specific-times');
  if (ofTimes.length === 0) return new Map();
  const holidays = await readHolidayDays(platform.db.read, workspaceId, ofTimes);
  const bookables = ofTimes.map((link): BookableLink => {
    const holidayDays = holidays.get(link.holidayListId ?? '') ?? null;
    return { link, isAppointmentPage: false, holidayDays };
  });
  const window = windowOf(ofTimes, minuteAhead(platform.clock));
  const readingsOf = await readForAll(platform, workspaceId, bookables, window);
  const tallies = new Map<string, TimesTally>();
  for (const bookable of bookables) {
    // Hundreds of times each take a while together; whoever else waits is answered in between.
    await otherWork();
    tallies.set(bookable.link.id, tallyOf(platform, bookable, readingsOf(bookable), window));
  }
  return tallies;
}

interface Window {
  from: Minute;
  to: Minute;
}

function windowOf(links: readonly Link[], from: Minute): Window {
  const ends = links.flatMap(({ settings }) => settings.times.map(({ end }) => minuteFromIso(end)!));
  return { from, to: Math.max(from + 1, ...ends) };
}

function tallyOf(
  { clock }: Platform,
  bookable: BookableLink,
  readings: Readings,
  window: Window,
): TimesTally {
  const { settings } = bookable.link;
  const past = settings.times.filter(({ start }) => minuteFromIso(start)! < window.from).length;
  const ended = readings.used ? 'used' : isExpired(settings, isoNow(clock)) ? 'expired' : null;
  const offer = offerFrom(bookable, { durationMinutes: 30, clock }, readings);
  const free = ended ? [] : slots(offer, window);
  const unread = ended ? 0 : unreadStarts(offer, window, free).length;
  const left = free.length;
  return { left, taken: settings.times.length - past - left - unread, unread, past, ended };
}
