import { zoneNamed, type Zone } from '#engine/zone.ts';
import type { ZoneText } from './content-lines.ts';
import type { OddityCode } from './occurrence.ts';
import { zoneByRules } from './own-zone.ts';
import type { Range } from './walk-rule.ts';
import { WINDOWS_ZONES } from './windows-zones.ts';

export const UTC = zoneNamed('UTC')!;

export interface Zones {
  /** What whole days and floating times mean. */
  own: Zone;
  /** The zone of a TZID; the own one, with an oddity, where nobody knows it. */
  named: (tzid: string | null) => Zone;
}

/** An honest object has one or two; the rest of a thousand is not looked for (ABUSE 32). */
const MOST_NAMES = 40;
const IANA = /^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/;

/**
 * A zone by its name if it is one of IANA's or of Windows, whatever the VTIMEZONE of that name claims; else by the
 * rules of its VTIMEZONE. `range` is where those rules are needed.
 */
export function zonesOf(texts: ZoneText[], own: Zone, range: Range, oddities: Set<OddityCode>): Zones {
  const known = new Map<string, Zone>();
  const byId = new Map(texts.map((text) => [tzidOf(text), text]));
  const find = (tzid: string): Zone => {
    const text = byId.get(bare(tzid));
    const zone =
      known.size < MOST_NAMES ? (zoneByName(tzid) ?? (text ? zoneByText(text, range) : null)) : null;
    if (!zone) oddities.add('unknown-zone');
    return zone ?? own;
  };
  const named = (tzid: string | null) => {
    if (tzid === null || tzid === '') return own;
    const zone = known.get(tzid) ?? find(tzid);
    known.set(tzid, zone);
    return zone;
  };
  return { own, named };
}

function tzidOf({ zone }: ZoneText): string {
  return bare(zone.lines.find(({ name }) => name === 'TZID')?.value ?? '');
}

/** The zone writes its name as text, with commas escaped; the event as a parameter, in quotes. */
function bare(tzid: string): string {
  return tzid.replace(/"|\\(?=.)/g, '').trim();
}

/** `Europe/Paris`, `/freeassociation.sourceforge.net/Europe/Paris`, `Romance Standard Time`, `tzone://Microsoft/Utc` */
export function zoneByName(tzid: string): Zone | null {
  const path = tzid.split('/').filter((part) => part !== '');
  const ends = [3, 2, 1]
    .filter((length) => path.length > length)
    .map((length) => path.slice(-length).join('/'));
  const names = [tzid, WINDOWS_ZONES.get(tzid.toLowerCase()), ...ends];
  if (/^tzone:\/\/microsoft\/utc$/i.test(tzid)) return UTC;
  return names.reduce<Zone | null>((found, name) => found ?? spelledAnyhow(name ?? ''), null);
}

function spelledAnyhow(name: string): Zone | null {
  const known = zoneNamed(name);
  if (known || !IANA.test(name)) return known;
  try {
    // In IANA's own spelling, whatever the case.
    const { timeZoneId } = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return zoneNamed(timeZoneId);
  } catch {
    return null;
  }
}

function zoneByText(text: ZoneText, range: Range): Zone | null {
  const location = text.zone.lines.find(({ name }) => name === 'X-LIC-LOCATION')?.value ?? '';
  return zoneByName(location) ?? zoneByRules(text, range);
}
