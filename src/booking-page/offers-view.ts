import { minuteFromIso } from '#engine/minutes.ts';
import { isUsedUp, meetingsOn } from '#bookings/offered-times.ts';
import { minuteNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Offers } from './view.ts';
import type { Asked } from './link-view.ts';
import type { Place } from './place.ts';

/** Specific times, each free, taken or past; never a blank calendar (L3). */
export async function offersView(
  platform: Platform,
  found: FoundLink,
  { timeZone, zones }: Asked,
  place: Place,
): Promise<Offers> {
  const free = new Set(await meetingsOn(platform, found));
  const now = minuteNow(platform.clock);
  const offers = found.link.settings.times.map(({ start, end }) => {
    const minute = minuteFromIso(start)!;
    const state =
      minute < now ? ('past' as const) : free.has(minute) ? ('free' as const) : ('taken' as const);
    return { start, end, state };
  });
  const sorted = offers.toSorted((one, other) => (one.start < other.start ? -1 : 1));
  const used = free.size === 0 && (await isUsedUp(platform, found));
  return {
    frame: place.frame,
    at: place.at,
    about: place.about,
    timeZone,
    offers: sorted,
    ...(used && { used }),
    ...(zones && { zones }),
  };
}
