import { dayFromText, type Minute } from '#engine/minutes.ts';
import { localDayOf, startOfDay, type Zone } from '#engine/zone.ts';
import type { Horizon } from '#links/link.ts';

const OPEN_ENDED_DAYS = 731;

/**
 * A6: the starts a link's horizon allows, half-open in minutes UTC. Rolling days count whole local days of the
 * link's zone after today; dates are inclusive; a horizon without an end reaches 24 months.
 */
export function horizonOf(horizon: Horizon, zone: Zone, now: Minute): { from: Minute; to: Minute } {
  const today = localDayOf(zone, now);
  const farthest = startOfDay(zone, today + OPEN_ENDED_DAYS);
  if (horizon.rollingDays !== undefined) {
    return { from: now, to: startOfDay(zone, today + horizon.rollingDays + 1) };
  }
  const from = horizon.from ? startOfDay(zone, dayFromText(horizon.from)!) : now;
  const to = horizon.to ? startOfDay(zone, dayFromText(horizon.to)! + 1) : farthest;
  return { from, to: Math.min(to, farthest) };
}
