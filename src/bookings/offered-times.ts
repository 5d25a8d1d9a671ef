import { minuteFromIso, type Minute } from '#engine/minutes.ts';
import { isoNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { offeredStarts } from './offer.ts';
import type { BookableLink } from './snapshot.ts';
import { isUsed } from './store-snapshot.ts';

/** Which of a link's specific times are still free, whatever their lengths. */
export async function meetingsOn(platform: Platform, bookable: BookableLink): Promise<Minute[]> {
  const starts = bookable.link.settings.times.map(({ start }) => minuteFromIso(start)!);
  if (starts.length === 0) return [];
  const window = { from: Math.min(...starts), to: Math.max(...starts) + 1 };
  return offeredStarts(platform, bookable, { durationMinutes: 30, window });
}

/** L3: whether a single-use link has had its one booking. Times that others took leave it unused. */
export async function isUsedUp({ db, clock }: Platform, { link }: BookableLink): Promise<boolean> {
  const { workspaceId, id: linkId } = link;
  return (
    link.settings.singleUse && isUsed(db.read, { workspaceId, linkId, now: isoNow(clock), except: null })
  );
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
