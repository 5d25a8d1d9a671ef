import { minuteFromIso, type Minute } from '#engine/minutes.ts';
import { meetingsOn, overWith } from '#bookings/offered-times.ts';
import { minuteAhead } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Offer, Offers } from './offered.ts';
import type { Asked } from './link-view.ts';
import type { Place } from './place.ts';

/**
 * Specific times, each free, taken, past, too near or closed for now; never a blank calendar (L3). `wanted` is a start
 * that somebody came for: the page says when it is not to be had.
 */
export async function offersView(
  platform: Platform,
  found: FoundLink,
  { timeZone, zones }: Asked,
  place: Place,
  wanted: Minute | null = null,
): Promise<Offers> {
  const except = place.moving?.bookingId;
  const meetings = await meetingsOn(platform, found, except);
  const free = new Set(meetings.free);
  const unread = new Set(meetings.unread);
  // To where it stands nobody moves it.
  const standsAt = place.moving && minuteFromIso(place.moving.view!.start)!;
  if (standsAt !== undefined) free.delete(standsAt);
  const over = free.size === 0 ? await overWith(platform.db.read, platform, found, except) : null;
  const offers = found.link.settings.times
    .toSorted((one, other) => (one.start < other.start ? -1 : 1))
    .map(({ start, end }) => ({
      start,
      end,
      state: stateOf(platform, found, { free, unread, standsAt, over }, minuteFromIso(start)!),
    }));
  const lost = offers.find(({ start }) => minuteFromIso(start) === wanted);
  return {
    frame: place.frame,
    at: place.at,
    about: place.about,
    timeZone,
    offers,
    ...(over && { over }),
    ...(lost && { lost }),
    ...(zones && { zones }),
    ...(place.moving && { moving: place.moving.view }),
  };
}

/** L3: no other time of the link is left either, so its page says more than the nearest times would. */
export function isOver(refused: string): boolean {
  return refused === 'used' || refused === 'ended';
}

/** Whether the form of a start may be shown; one that is gone would only be refused after it was filled in. */
export function isOnOffer({ offers, over }: Offers, wanted: Minute): boolean {
  return !over && offers.some(({ start, state }) => state === 'free' && minuteFromIso(start) === wanted);
}

interface Known {
  free: ReadonlySet<Minute>;
  unread: ReadonlySet<Minute>;
  standsAt: Minute | undefined;
  over: Offers['over'] | null;
}

function stateOf(
  { clock }: Platform,
  { link: { settings } }: FoundLink,
  known: Known,
  start: Minute,
): Offer['state'] {
  if (start === known.standsAt) return 'now';
  if (known.free.has(start)) return 'free';
  const now = minuteAhead(clock);
  if (start < now) return 'past';
  if (known.over) return 'closed';
  if (start < now + settings.minimumNoticeMinutes) return 'late';
  // Whose calendar it is that could not be read, and that it is one, is no visitor's business.
  return known.unread.has(start) ? 'unavailable' : 'taken';
}
