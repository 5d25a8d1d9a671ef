import type { Context } from 'hono';
import type { HttpEnv } from '#platform/http/caller.ts';
import { limitAddress } from '#platform/http/client-address.ts';
import { z } from '#platform/http/fields.ts';
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

/** Finds the link that a request names, unless that network address asks too often (`weight` = how cheap it is). */
export type Door = (c: Context<HttpEnv>, weight: typeof READ | typeof BOOKING) => Promise<FoundLink>;

export function limitedDoor(platform: Platform, rate: PublicRate): Door {
  return (c, weight) => {
    const { workspace, link } = c.req.param() as Partial<z.infer<typeof Slugs>>;
    const address = workspace && link ? { workspace, link } : 'book_appointment';
    return enter(platform, rate, limitAddress(platform, c), address, weight);
  };
}

const Slugs = z.object({ workspace: z.string().max(80), link: z.string().max(80) });
const none = z.object({}) as unknown as typeof Slugs;

/** Both kinds of address that a link's routes stand under. */
export const PLACES = [
  { base: '/api/public/book_appointment', params: none },
  { base: '/api/public/{workspace}/{link}', params: Slugs },
] as const;
