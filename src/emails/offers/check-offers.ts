import { isoFromMinute, minuteFromIso } from '#engine/minutes.ts';
import { minuteNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import { isId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid } from '#platform/refusal.ts';
import { findLinkById, type FoundLink } from '#links/store-public.ts';
import { hasEnded } from './has-ended.ts';
import type { Offer } from './offer-block.ts';

/** An offer with its link, as it stands now. */
export interface FoundOffer extends Offer {
  found: FoundLink;
}

const MOST_OFFERS = 10;
const MOST_TIMES = 100;

/**
 * The offers that a letter names, in its html (`named`) and by `linkIds`, which come after it unless the html names
 * them already. Refuses (422) links that are not here or closed, and times that are not theirs or have passed. Another's
 * link may be offered (N3).
 */
export async function checkOffers(
  platform: Platform,
  { workspaceId }: Caller,
  named: readonly { linkId: string; times: string }[],
  linkIds: readonly string[],
): Promise<FoundOffer[]> {
  const paths = new Map(named.map(({ linkId }) => [linkId, 'html']));
  const below = [...new Set(linkIds)].filter((linkId) => !paths.has(linkId));
  if (named.length + below.length > MOST_OFFERS) throw tooMany();
  for (const linkId of below) paths.set(linkId, `linkIds.${linkIds.indexOf(linkId)}`);
  const links = new Map<string, FoundLink>();
  for (const [linkId, path] of paths) {
    links.set(linkId, await openLink(platform, workspaceId, linkId, path));
  }
  const offers = [...named, ...below.map((linkId) => ({ linkId, times: '' }))].map(({ linkId, times }) => {
    const found = links.get(linkId)!;
    return { linkId, starts: startsOf(platform, found, times), found };
  });
  if (offers.flatMap(({ starts }) => starts).length > MOST_TIMES) throw tooMany();
  return offers;
}

function tooMany() {
  return invalid({ path: 'html', message: 'Offer at most 10 links and 100 times in one e-mail.' });
}

async function openLink(
  platform: Platform,
  workspaceId: string,
  linkId: string,
  path: string,
): Promise<FoundLink> {
  const found = isId(linkId) ? await findLinkById(platform.db.read, workspaceId, linkId) : undefined;
  if (!found || found.link.deletedAt !== null) {
    throw invalid({ path, message: 'One of the links that you offer is not here any more. Take it out.' });
  }
  if (await hasEnded(platform.db.read, platform, found)) {
    throw invalid({ path, message: 'One of the links that you offer takes no bookings. Take it out.' });
  }
  return found;
}

/** Each once, in order, written alike. */
function startsOf({ clock }: Platform, { link }: FoundLink, times: string): string[] {
  const minutes = times.split(',').flatMap((one) => (one.trim() === '' ? [] : [minuteFromIso(one.trim())]));
  const own =
    link.kind === 'specific-times' && new Set(link.settings.times.map(({ start }) => minuteFromIso(start)));
  const isTheirs = (minute: number | null) => minute !== null && (own ? own.has(minute) : minute % 5 === 0);
  if (!minutes.every(isTheirs)) {
    throw invalid({ path: 'html', message: 'One of the times is not one of its link. Choose them again.' });
  }
  const sorted = [...new Set(minutes as number[])].toSorted((one, other) => one - other);
  if (sorted.some((minute) => minute < minuteNow(clock))) {
    throw invalid({ path: 'html', message: 'One of the times has passed. Choose them again.' });
  }
  return sorted.map(isoFromMinute);
}
