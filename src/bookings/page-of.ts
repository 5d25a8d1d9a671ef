import type { Platform } from '#platform/platform.ts';
import { opennessOf } from '#links/open.ts';
import type { Standing } from './find-booking.ts';

/** Where the visitor can choose another time, while the booking's link is open. */
export function pageOf({ config }: Platform, { booking, found }: Standing): string | undefined {
  if (!booking.linkId || opennessOf(found) !== 'open') return undefined;
  return `${config.publicUrl}/${found.workspace.slug}/${found.link.slug}`;
}
