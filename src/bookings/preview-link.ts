import { halfOpenStarts } from '#engine/half-open.ts';
import type { Window } from '#engine/link-starts.ts';
import { isoFromMinute } from '#engine/minutes.ts';
import type { Offer } from '#engine/snapshot.ts';
import { z } from '#platform/http/fields.ts';
import type { Platform } from '#platform/platform.ts';
import { hostAnswer, hostsOf, type LinkHost } from '#links/bookable.ts';
import type { Draft } from '#links/draft-link.ts';
import { warningsAnswer } from '#links/present-link.ts';
import { daysAnswer, daysWithHosts } from './days-with-hosts.ts';
import { windowFrom } from './slots-query.ts';
import { readSnapshot } from './snapshot.ts';
import { linkWarnings } from './warnings/link-warnings.ts';

export const previewAnswer = z
  .object({
    timeZone: z.string(),
    durationMinutes: z.number().nullable(),
    days: daysAnswer,
    partly: z.array(z.object({ start: z.string(), hosts: z.array(z.number()) })).openapi({
      description: 'Starts with some of `hosts` free (by place), but too few to fill every chair',
    }),
    hosts: z.array(hostAnswer),
    warnings: warningsAnswer,
    errors: z.array(z.object({ path: z.string(), message: z.string() })),
  })
  .openapi('LinkPreview');
export type LinkPreview = z.infer<typeof previewAnswer>;

interface Asked {
  from: string;
  to: string;
  timeZone: string;
  duration?: number;
}

/** The times that a draft would offer; none while it contradicts itself. A length it does not have means its first. */
export async function previewLink(
  platform: Platform,
  { bookable, states, errors }: Draft,
  { duration, ...dates }: Asked,
): Promise<LinkPreview> {
  const { db, clock } = platform;
  const { timeZone } = dates;
  if (!bookable)
    return { timeZone, durationMinutes: null, days: [], partly: [], hosts: [], warnings: [], errors };
  const { durationsMinutes } = bookable.link.settings;
  const durationMinutes = durationsMinutes.find((one) => one === duration) ?? durationsMinutes[0]!;
  const window = windowFrom(dates);
  const hosts = hostsOf(bookable.link, states);
  const { offer } = await readSnapshot(db.read, clock, bookable, { durationMinutes, window });
  return {
    timeZone,
    durationMinutes,
    days: daysWithHosts(offer, window, timeZone),
    partly: partlyFree(offer, window, hosts),
    hosts,
    warnings: await linkWarnings(platform, bookable, hosts),
    errors,
  };
}

function partlyFree(offer: Offer, window: Window, shown: LinkHost[]): LinkPreview['partly'] {
  const place = new Map(shown.map(({ memberId }, index) => [memberId, index]));
  return halfOpenStarts(offer, window).map(({ start, hosts }) => ({
    start: isoFromMinute(start),
    hosts: hosts.map((host) => place.get(offer.hosts[host]!.id)!),
  }));
}
