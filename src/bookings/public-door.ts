import type { PublicRate } from '#platform/limits/public-rate.ts';
import type { Platform } from '#platform/platform.ts';
import { tooMany } from '#platform/refusal.ts';
import type { FoundLink } from '#links/store-public.ts';
import { openLink, type Address } from './find-link.ts';

/** A booking weighs one; ten reads weigh as much. */
export const READ = 10;
export const BOOKING = 1;

/**
 * The link behind an address, open for booking, unless this network address asks for it too often (429). Pages
 * and API share the count. `network` is the key of `limitAddress`.
 */
export function enter(
  platform: Platform,
  rate: PublicRate,
  network: string,
  address: Address,
  weight: typeof READ | typeof BOOKING,
): Promise<FoundLink> {
  const name = address === 'book_appointment' ? address : `${address.workspace}/${address.link}`;
  const wait = rate(`${weight}:${network}:${name}`, platform.config.publicRateLimit * weight);
  if (wait > 0) throw tooMany(wait);
  return openLink(platform.db.read, address);
}
