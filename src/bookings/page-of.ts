import type { Platform } from '#platform/platform.ts';
import { isBookable } from '#links/link.ts';
import type { Standing } from './find-booking.ts';

/** Where the visitor can choose another time, while the booking's link is open. */
export function pageOf({ config }: Platform, { booking, found }: Standing): string | undefined {
  if (!booking.linkId || !isBookable(found.link)) return undefined;
  return `${config.publicUrl}/${found.workspace.slug}/${found.link.slug}`;
}
