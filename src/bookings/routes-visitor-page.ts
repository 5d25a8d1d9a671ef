import { isoNow } from '#platform/clock.ts';
import { idParam } from '#platform/http/fields.ts';
import { route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { Problem } from '#platform/refusal.ts';
import { statusAt, type Booking } from './booking.ts';
import { manageUrl } from './manage-token.ts';
import { bookingOf } from './rights.ts';

const visitorPage = route('member', {
  method: 'get',
  path: '/api/bookings/{id}/visitor-page',
  tags: ['Bookings'],
  summary: 'Leads to the page where the visitor manages the meeting; the address stands in no answer',
  request: { params: idParam },
  responses: { 302: { description: 'To the visitor’s page' } },
});

/** Whoever has the address of an unconfirmed meeting could confirm it: so it is only shown afterwards (F4). */
export function visitorPageRoutes(platform: Platform) {
  return router().openapi(visitorPage, async (c) => {
    const booking = await bookingOf(platform.db.read, c.get('caller')!, c.req.valid('param').id);
    const { manageTokenSealed } = booking;
    if (manageTokenSealed === null || isUnconfirmed(booking, isoNow(platform.clock))) {
      const detail = 'Only the visitor can open this page before they have confirmed.';
      throw new Problem(409, 'conflict', detail, { reason: 'not-confirmed' });
    }
    c.header('Cache-Control', 'no-store');
    return c.redirect(manageUrl(platform, platform.secrets.open(manageTokenSealed)), 302);
  });
}

function isUnconfirmed(booking: Booking, now: string): boolean {
  return ['unverified', 'expired'].includes(statusAt(booking, now));
}
