import { minuteFromIso } from '#engine/minutes.ts';
import { endOfStart } from '#bookings/offered-times.ts';
import type { FoundLink } from '#links/store-public.ts';

/**
 * Where a press in a mail leads: the link's page, or with `start` the form of that time. `c` says who asks (C4). No
 * name and no address stands in it.
 */
export function offerAddress(
  publicUrl: string,
  { workspace, link }: FoundLink,
  { start, c }: { start?: string; c?: string | undefined } = {},
): string {
  const query = new URLSearchParams();
  if (start !== undefined) {
    query.set('start', start);
    query.set('timeZone', link.settings.timeZone);
    query.set('duration', String(minutesOf(link, start)));
  }
  if (c !== undefined) query.set('c', c);
  const legible = query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
  return `${publicUrl}/${workspace.slug}/${link.slug}${legible === '' ? '' : `?${legible}`}`;
}

/** How long the meeting of a start is. */
export function minutesOf(link: FoundLink['link'], start: string): number {
  const minute = minuteFromIso(start)!;
  return endOfStart(link, minute, link.settings.durationsMinutes[0]!) - minute;
}
