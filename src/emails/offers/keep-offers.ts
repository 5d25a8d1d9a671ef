import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Language } from '#platform/messages/messages.ts';
import type { Platform } from '#platform/platform.ts';
import { checkOffers } from './check-offers.ts';
import { keptBlock } from './offer-block.ts';
import { showOffer } from './show-offer.ts';
import { keptOffer } from './write-offer.ts';

/** The offers of a letter as it is kept: those its html names, then those of `linkIds`. Refuses as `checkOffers` does. */
export async function keptOffers(
  platform: Platform,
  caller: Caller,
  { named, linkIds }: { named: readonly { linkId: string; times: string }[]; linkIds: readonly string[] },
  language: Language,
): Promise<string[]> {
  const offers = await checkOffers(platform, caller, named, linkIds);
  const { publicUrl } = platform.config;
  const now = isoNow(platform.clock);
  return offers.map(({ found, ...offer }) =>
    keptBlock(offer, keptOffer(showOffer(found, offer.starts, { language, publicUrl, now }))),
  );
}
