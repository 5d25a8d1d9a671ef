import { isoFromMinute, type Minute } from '#engine/minutes.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import { nearestFree, offeredStarts } from '#bookings/offer.ts';
import { detailsView } from './details-view.ts';
import type { Asked } from './link-view.ts';
import type { OwnPlace } from './place.ts';
import type { Details } from './view.ts';

/**
 * The form of a start that somebody came for, perhaps from a mail of last week; of one that is gone by now the times
 * near it, each one press, before anything is filled in for nothing.
 */
export async function chosenStart(
  platform: Platform,
  found: FoundLink,
  asked: Asked,
  start: Minute,
  place: OwnPlace,
): Promise<Details> {
  const wish = { durationMinutes: asked.duration, window: { from: start, to: start + 1 } };
  const isFree = (await offeredStarts(platform, found, wish)).includes(start);
  const view = detailsView(platform, found, asked, start, place);
  if (isFree) return view;
  const near = await nearestFree(platform, found, { start, durationMinutes: asked.duration });
  return { ...view, panel: { kind: 'closed', alternatives: near.map(isoFromMinute) } };
}
