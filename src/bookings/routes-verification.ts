import { isoFromMinute } from '#engine/minutes.ts';
import { clientAddress } from '#platform/http/client-address.ts';
import { z } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { holdAgain } from './hold-again.ts';
import { freshMailAnswer, verifiedAnswer } from './public-answers.ts';
import { verify } from './verify.ts';
import { bookingByToken, liveBookingByToken, visitorProblem } from './visitor-door.ts';

const tags = ['Public'];
const params = z.object({ token: z.string().max(200) });

const verification = route('public', {
  method: 'post',
  path: '/api/public/bookings/{token}/verification',
  tags,
  summary: 'Confirm the address; the time is theirs from then on',
  request: { params },
  responses: { 200: answer(verifiedAnswer, 'Confirmed') },
});
const freshMail = route('public', {
  method: 'post',
  path: '/api/public/bookings/{token}/verification-mail',
  tags,
  summary: 'A fresh mail to confirm the address',
  request: { params },
  responses: { 200: answer(freshMailAnswer, 'On its way') },
});

export function verificationRoutes(platform: Platform) {
  return router()
    .openapi(verification, async (c) => {
      const { token } = c.req.valid('param');
      const standing = await liveBookingByToken(platform, token, clientAddress(platform, c));
      const done = await verify(platform, standing.booking.workspaceId, standing.booking.id);
      if ('refused' in done) throw visitorProblem(platform, standing, done);
      const { start, end } = 'verified' in done ? done.verified : done.already;
      const times = { start: isoFromMinute(start), end: isoFromMinute(end) };
      return c.json({ status: 'scheduled' as const, ...times }, 200);
    })
    .openapi(freshMail, async (c) => {
      const { token } = c.req.valid('param');
      const standing = await bookingByToken(platform, token, clientAddress(platform, c));
      const held = await holdAgain(platform, standing.booking.workspaceId, standing.booking.id);
      if ('refused' in held) throw visitorProblem(platform, standing, held);
      return c.json({ status: 'unverified' as const, heldUntil: held.sent.expiresAt }, 200);
    });
}
