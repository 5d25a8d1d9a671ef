import { canSeat } from '#engine/matching.ts';
import type { HostSnapshot } from '#engine/snapshot.ts';
import { minuteNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { readSnapshot, type BookableLink } from './snapshot.ts';

/**
 * A9: whether nothing is on offer only because somebody without whom the link cannot be held has a calendar that was
 * not read. Asked for when there are no times at all; whose calendar it is stays with staff.
 */
export async function lacksHost({ db, clock }: Platform, bookable: BookableLink): Promise<boolean> {
  const now = minuteNow(clock);
  const { offer } = await readSnapshot(db.read, clock, bookable, {
    durationMinutes: bookable.link.settings.durationsMinutes[0] ?? 30,
    window: { from: now, to: now + 1 },
  });
  const chairs = offer.chairs.map(({ candidates }) => candidates);
  const filledBy = (isAble: (host: HostSnapshot) => boolean) =>
    canSeat(chairs, (index) => isAble(offer.hosts[index]!));
  const isBookable = ({ unbookable }: HostSnapshot) => unbookable.length === 0;
  const isUnread = ({ unbookable }: HostSnapshot) => unbookable.every((code) => code === 'calendar-stale');
  return !filledBy(isBookable) && filledBy(isUnread);
}
