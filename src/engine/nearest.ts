import type { Window } from './link-starts.ts';
import type { Minute } from './minutes.ts';
import { slots } from './slots.ts';
import type { Offer } from './snapshot.ts';

/** The free starts within the window nearest to a wished one, itself never among them; ascending (D2: 409 with alternatives). */
export function nearest(offer: Offer, start: Minute, wanted: { count: number; window: Window }): Minute[] {
  return slots(offer, wanted.window)
    .filter((free) => free !== start)
    .toSorted((one, two) => Math.abs(one - start) - Math.abs(two - start) || one - two)
    .slice(0, wanted.count)
    .toSorted((one, two) => one - two);
}
