import { dayFromText, type Minute } from '#engine/minutes.ts';
import { localDayOf, startOfDay, type Zone } from '#engine/zone.ts';
import { OPEN_ENDED_DAYS, type Horizon } from '#links/link.ts';

/**
 * A6: the starts a link's horizon allows, half-open in minutes UTC. Rolling days count whole local days of the
 * link's zone after today; dates are inclusive; a horizon without an end reaches 24 months.
 */
export function horizonOf(horizon: Horizon, zone: Zone, now: Minute): { from: Minute; to: Minute } {
  const from = horizon.from ? startOfDay(zone, dayFromText(horizon.from)!) : now;
  const last = horizon.to
    ? dayFromText(horizon.to)!
    : localDayOf(zone, now) + (horizon.rollingDays ?? OPEN_ENDED_DAYS);
  return { from, to: startOfDay(zone, last + 1) };
}
