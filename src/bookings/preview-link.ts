import { z } from '#platform/http/fields.ts';
import type { Platform } from '#platform/platform.ts';
import { hostAnswer, hostsOf } from '#links/bookable.ts';
import type { Draft } from '#links/draft-link.ts';
import { warningsAnswer, warningsFor } from '#links/present-link.ts';
import { daysAnswer, daysWithHosts } from './days-with-hosts.ts';
import { windowFrom } from './slots-query.ts';
import { readSnapshot } from './snapshot.ts';

export const previewAnswer = z
  .object({
    timeZone: z.string(),
    durationMinutes: z.number().nullable(),
    days: daysAnswer,
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
  { db, clock }: Platform,
  { bookable, states, errors }: Draft,
  { duration, ...dates }: Asked,
): Promise<LinkPreview> {
  const { timeZone } = dates;
  if (!bookable) return { timeZone, durationMinutes: null, days: [], hosts: [], warnings: [], errors };
  const { durationsMinutes } = bookable.link.settings;
  const durationMinutes = durationsMinutes.find((one) => one === duration) ?? durationsMinutes[0]!;
  const window = windowFrom(dates);
  const { offer } = await readSnapshot(db.read, clock, bookable, { durationMinutes, window });
  return {
    timeZone,
    durationMinutes,
    days: daysWithHosts(offer, window, timeZone),
    hosts: hostsOf(bookable.link, states),
    warnings: warningsFor(bookable, clock),
    errors,
  };
}
