import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import { hostNames } from '#bookings/present-link.ts';
import type { About } from './view.ts';

/** The left pane of a link's pages. A room's address is for those who have booked. */
export async function aboutLink(platform: Platform, found: FoundLink): Promise<About> {
  const { link } = found;
  const { description, location } = link.settings;
  return {
    title: link.title,
    ...(description && { description }),
    ...(location && { location: { kind: location.kind } }),
    hosts: await hostNames(platform, found),
    together: together(link),
    seats: link.settings.chairs.length,
  };
}

function together({ kind, settings: { chairs } }: FoundLink['link']): NonNullable<About['together']> {
  if (kind === 'specific-times') return 'offers';
  if (chairs.every(({ candidateIds }) => candidateIds.length === 1)) return 'all';
  return chairs.length === 1 ? 'any' : 'some';
}
