import type { Minute } from '#engine/minutes.ts';
import { nearest } from '#engine/nearest.ts';
import { slots } from '#engine/slots.ts';
import { localDayOf, startOfDay, zoneNamed } from '#engine/zone.ts';
import type { Platform } from '#platform/platform.ts';
import { isBookable } from '#links/link.ts';
import { readSnapshot, type BookableLink } from './snapshot.ts';

const MINUTES_A_DAY = 1440;
const ALTERNATIVES = 3;

/** The starts on offer within a window, ascending: what the page, the API and a colleague see alike (A10). */
export async function offeredStarts(
  platform: Platform,
  bookable: BookableLink,
  question: { durationMinutes: number; window: { from: Minute; to: Minute }; except?: string },
): Promise<Minute[]> {
  const { offer } = await readSnapshot(platform.db.read, platform.clock, bookable, question);
  return slots(offer, question.window);
}

/** The first free starts after the local day of a start, looked for within a week. */
export async function firstFreeAfterDay(
  platform: Platform,
  bookable: BookableLink,
  { start, durationMinutes }: { start: Minute; durationMinutes: number },
): Promise<Minute[]> {
  const zone = zoneNamed(bookable.link.settings.timeZone)!;
  const next = localDayOf(zone, start) + 1;
  const window = { from: startOfDay(zone, next), to: startOfDay(zone, next + 7) };
  return (await offeredStarts(platform, bookable, { durationMinutes, window })).slice(0, ALTERNATIVES);
}

/** Up to three free starts near a lost one, looked for within three days, then within the month around it. */
export async function nearestFree(
  platform: Platform,
  bookable: BookableLink,
  wish: { start: Minute; durationMinutes: number; except?: string; unread?: ReadonlySet<string> | undefined },
): Promise<Minute[]> {
  if (!isBookable(bookable.link)) return [];
  for (const days of [3, 31]) {
    const reach = days * MINUTES_A_DAY;
    const window = { from: wish.start - reach, to: wish.start + reach };
    const { durationMinutes, except, unread } = wish;
    const { offer } = await readSnapshot(platform.db.read, platform.clock, bookable, {
      durationMinutes,
      window,
      except,
      unread,
    });
    const found = nearest(offer, wish.start, { count: ALTERNATIVES, window });
    if (found.length > 0) return found;
  }
  return [];
}
