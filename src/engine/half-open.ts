import { frameAround, hasBit, minutesOf } from './bits.ts';
import { legalByHost } from './chairs.ts';
import { searchIn } from './free.ts';
import { linkStarts, startsWithin, type Window } from './link-starts.ts';
import { slots, type SlotWithHosts } from './slots.ts';
import type { Offer } from './snapshot.ts';

/**
 * The starts of a link with several chairs at which somebody is free but not every chair can be filled, ascending,
 * with who is: what is missing then is a host, not an hour. Picked times are told by their explanation instead.
 */
export function halfOpenStarts(offer: Offer, window: Window): SlotWithHosts[] {
  const { from, to } = startsWithin(offer, window);
  if (offer.times || offer.chairs.length < 2 || from >= to) return [];
  const open = new Set(slots(offer, window));
  const frame = frameAround(from, to + offer.lengthMinutes);
  const candidates = offer.chairs.flatMap((chair) => chair.candidates).toSorted((one, two) => one - two);
  const legal = [...legalByHost(searchIn(offer, frame), candidates)];
  return minutesOf(linkStarts(offer, frame, from, to), frame)
    .filter((start) => !open.has(start))
    .map((start) => ({
      start,
      hosts: legal.filter(([, bits]) => hasBit(bits, frame, start)).map(([host]) => host),
    }))
    .filter(({ hosts }) => hosts.length > 0);
}
