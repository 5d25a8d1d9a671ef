import { minuteFromIso } from '#engine/minutes.ts';
import { offsetAt, zoneNamed } from '#engine/zone.ts';
import { midnight, type ShownWeek } from './week-query.ts';

/** The zone of the second axis: the one that was chosen, else that of the first colleague whose clock differs. */
export function secondZone(
  chosen: string | undefined,
  week: ShownWeek | undefined,
  own: string,
): string | undefined {
  if (chosen === 'none' || chosen === own) return undefined;
  if (chosen) return chosen;
  return week?.members.map(({ timeZone }) => timeZone).find((zone) => differs(zone, own, week.days));
}

function differs(zone: string, own: string, days: readonly string[]): boolean {
  const [one, other] = [zoneNamed(zone), zoneNamed(own)];
  if (!one || !other) return false;
  return days.some((date) => {
    const noon = (minuteFromIso(midnight(date, own)) ?? 0) + 720;
    return offsetAt(one, noon) !== offsetAt(other, noon);
  });
}
