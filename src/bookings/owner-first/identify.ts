import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import type { FoundLink } from '#links/store-public.ts';
import { sealContact } from './contact-token.ts';

/**
 * A token for a typed address, on links that ask for it first (C4); 404 on others. Nobody is looked for: what it opens
 * is decided when it is used, so the answer is the same for those we know and those we do not.
 */
export function identify(platform: Platform, { link }: Pick<FoundLink, 'link'>, email: string): string {
  if (link.settings.identify !== 'email') throw notFound();
  return sealContact(platform, link, { proof: 'typed', email });
}
