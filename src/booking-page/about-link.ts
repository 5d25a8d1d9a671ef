import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Contact } from '#bookings/owner-first/contact.ts';
import { hostNames } from '#bookings/present-link.ts';
import type { About } from './view.ts';

/**
 * The left pane of a link's pages. A room's address is for those who have booked. Where owners come first nobody is
 * named but to a visitor with a mailed link: a name would say who looks after whom (C5).
 */
export async function aboutLink(
  platform: Platform,
  found: FoundLink,
  contact: Contact | null,
): Promise<About> {
  const { link } = found;
  const { description, location, ownerFirst } = link.settings;
  const named = ownerFirst === 'off' || contact?.proof === 'sent';
  return {
    title: link.title,
    ...(description && { description }),
    ...(location && { location: { kind: location.kind } }),
    hosts: named ? await hostNames(platform, found) : [],
    together: together(link),
    seats: link.settings.chairs.length,
  };
}

function together({ kind, settings: { chairs } }: FoundLink['link']): NonNullable<About['together']> {
  if (kind === 'specific-times') return 'offers';
  if (chairs.every(({ candidateIds }) => candidateIds.length === 1)) return 'all';
  return chairs.length === 1 ? 'any' : 'some';
}
