import { idParam, z } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import { may } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notAllowed, notFound } from '#platform/refusal.ts';
import { readMember } from '#people/store.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import type { FoundLink } from '#links/store-public.ts';
import { byHandDuration } from './booking-fields.ts';
import { daysAnswer, daysWithHosts } from './days-with-hosts.ts';
import { linkOfHosts } from './find-booking.ts';
import { checkDates, datesFields, windowFrom } from './slots-query.ts';
import { readSnapshot } from './snapshot.ts';

const slots = route('member', {
  method: 'get',
  path: '/api/members/{id}/slots',
  tags: ['Bookings'],
  summary: 'When a host is free for a meeting that is written down by hand',
  request: {
    params: idParam,
    query: z.object({ ...datesFields, duration: byHandDuration }).superRefine(checkDates),
  },
  responses: {
    200: answer(
      z.object({ timeZone: z.string(), durationMinutes: z.number(), days: daysAnswer }),
      'Free times, on a quarter of an hour',
    ),
  },
});

/** R9, E13: free times of oneself, or of a colleague for whoever books for others. */
export function hostSlotRoutes(platform: Platform) {
  const { db, clock } = platform;
  return router().openapi(slots, async (c) => {
    const caller = c.get('caller')!;
    const { id } = c.req.valid('param');
    if (id !== caller.memberId && !may(caller, 'book-for-others')) {
      throw notAllowed('Booking for somebody else needs the permission book-for-others.');
    }
    const { duration: durationMinutes, ...dates } = c.req.valid('query');
    const found = await linkOfMember(platform, caller.workspaceId, id);
    if (!found) throw notFound();
    const window = windowFrom(dates);
    const { offer } = await readSnapshot(db.read, clock, found, { durationMinutes, window });
    const { timeZone } = dates;
    return c.json({ timeZone, durationMinutes, days: daysWithHosts(offer, window, timeZone) }, 200);
  });
}

/** The member's own hours, with nothing that a page asks of strangers. */
async function linkOfMember(
  { db }: Platform,
  workspaceId: string,
  memberId: string,
): Promise<FoundLink | undefined> {
  const host = await readMember(db.read, workspaceId, memberId);
  const workspace = await readWorkspace(db.read, workspaceId);
  if (!host || !workspace) return undefined;
  const link = linkOfHosts({
    workspaceId,
    hostIds: [memberId],
    offeredTimeZone: host.timeZone,
    title: '',
    madeAt: new Date(0).toISOString(),
  });
  return { workspace, link, isAppointmentPage: false, holidayDays: null };
}
