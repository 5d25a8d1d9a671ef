import { isoFromMinute, minuteFromIso } from '#engine/minutes.ts';
import { clientAddress } from '#platform/http/client-address.ts';
import { instant, text, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { cancel } from './cancel.ts';
import { cancelledAnswer, movedAnswer } from './public-answers.ts';
import { reschedule } from './reschedule.ts';
import { liveBookingByToken, visitorProblem } from './visitor-door.ts';

const tags = ['Public'];
const params = z.object({ token: z.string().max(200) });
const base = '/api/public/bookings/{token}';
const by = { kind: 'visitor' } as const;

const reason = z.object({ reason: text(1000).nullish() }).optional();
const cancellation = route('public', {
  method: 'post',
  path: `${base}/cancellation`,
  tags,
  summary: 'Cancel, until the start',
  request: { params, body: { content: { 'application/json': { schema: reason } } } },
  responses: { 200: answer(cancelledAnswer, 'Cancelled') },
});
const move = route('public', {
  method: 'post',
  path: `${base}/reschedule`,
  tags,
  summary: 'Move to another free time, until the cut-off',
  request: { params, ...body(z.object({ start: instant })) },
  responses: { 200: answer(movedAnswer, 'The new time') },
});

/** What the holder of a manage link may do to their meeting. */
export function visitorRoutes(platform: Platform) {
  return router()
    .openapi(cancellation, async (c) => {
      const { token } = c.req.valid('param');
      const standing = await liveBookingByToken(platform, token, clientAddress(platform, c));
      const { workspaceId, id } = standing.booking;
      const why = c.req.valid('json')?.reason;
      const done = await cancel(platform, workspaceId, id, { by, ...(why && { reason: why }) });
      if ('refused' in done) throw visitorProblem(platform, standing, done);
      return c.json({ status: 'cancelled' as const }, 200);
    })
    .openapi(move, async (c) => {
      const { token } = c.req.valid('param');
      const standing = await liveBookingByToken(platform, token, clientAddress(platform, c));
      const { workspaceId, id } = standing.booking;
      const start = minuteFromIso(c.req.valid('json').start)!;
      const done = await reschedule(platform, workspaceId, id, { start, by });
      if ('refused' in done) throw visitorProblem(platform, standing, done);
      const moved = done.rescheduled;
      return c.json({ start: isoFromMinute(moved.start), end: isoFromMinute(moved.end) }, 200);
    });
}
