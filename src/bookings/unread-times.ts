import type { Window } from '#engine/link-starts.ts';
import type { Minute } from '#engine/minutes.ts';
import { slots } from '#engine/slots.ts';
import type { HostSnapshot, Offer } from '#engine/snapshot.ts';

/**
 * A9: the starts that nothing keeps closed but a calendar that was not read; `free` are those on offer. They open by
 * themselves, so nobody is told that they are taken.
 */
export function unreadStarts(offer: Offer, window: Window, free: readonly Minute[]): Minute[] {
  if (!offer.hosts.some(({ unbookable }) => unbookable.includes('calendar-stale'))) return [];
  const open = new Set(free);
  const asIfRead = { ...offer, hosts: offer.hosts.map(whateverCalendar) };
  return slots(asIfRead, window).filter((start) => !open.has(start));
}

/** The host as if every calendar had been read, with nothing new in any of them. */
export function whateverCalendar(host: HostSnapshot): HostSnapshot {
  return { ...host, unbookable: host.unbookable.filter((code) => code !== 'calendar-stale') };
}
