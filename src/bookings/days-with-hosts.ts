import type { Window } from '#engine/link-starts.ts';
import { isoFromMinute, type Minute } from '#engine/minutes.ts';
import { slotsWithHosts } from '#engine/slots.ts';
import type { Offer } from '#engine/snapshot.ts';
import { z } from '#platform/http/fields.ts';
import { byVisitorDay } from './slots-query.ts';

export const daysAnswer = z.array(
  z.object({
    date: z.string(),
    slots: z.array(z.object({ start: z.string(), hostIds: z.array(z.string()) })),
  }),
);

/** What is offered within a window, by the reader's date, each start with the hosts free then. */
export function daysWithHosts(offer: Offer, window: Window, timeZone: string): z.infer<typeof daysAnswer> {
  const hostsAt = new Map(slotsWithHosts(offer, window).map((slot) => [slot.start, slot.hosts]));
  const idsAt = (start: Minute): string[] => hostsAt.get(start)!.map((host) => offer.hosts[host]!.id);
  return byVisitorDay([...hostsAt.keys()], timeZone).map(({ date, starts }) => ({
    date,
    slots: starts.map((start) => ({ start: isoFromMinute(start), hostIds: idsAt(start) })),
  }));
}
