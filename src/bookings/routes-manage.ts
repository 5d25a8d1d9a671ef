import type { Context } from 'hono';
import { isoFromMinute } from '#engine/minutes.ts';
import type { HttpEnv } from '#platform/http/caller.ts';
import { clientAddress } from '#platform/http/client-address.ts';
import { z } from '#platform/http/fields.ts';
import { answer, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid } from '#platform/refusal.ts';
import { inviteText } from './invite.ts';
import { offeredStarts } from './offer.ts';
import { foundForMove } from '#bookings/owner-first/owner-move.ts';
import { presentToVisitor } from './present-to-visitor.ts';
import { meetingView, slotsAnswer } from './public-answers.ts';
import { byVisitorDay, slotsQuery, windowFrom } from './slots-query.ts';
import { liveBookingByToken, visitorProblem } from './visitor-door.ts';

const tags = ['Public'];
const params = z.object({ token: z.string().max(200) });
const base = '/api/public/bookings/{token}';

const read = route('public', {
  method: 'get',
  path: base,
  tags,
  summary: 'The visitor’s own meeting',
  request: { params },
  responses: { 200: answer(meetingView, 'The meeting') },
});
const slots = route('public', {
  method: 'get',
  path: `${base}/slots`,
  tags,
  summary: 'Free times to move to',
  request: { params, query: slotsQuery },
  responses: { 200: answer(slotsAnswer, 'Free times') },
});
const invite = route('public', {
  method: 'get',
  path: `${base}/invite.ics`,
  tags,
  summary: 'The meeting as a calendar file',
  request: { params },
  responses: { 200: { description: 'iCalendar', content: { 'text/calendar': { schema: z.string() } } } },
});

/** What the holder of a manage link may look at. Looking changes nothing (E7). */
export function manageRoutes(platform: Platform) {
  const open = (c: Context<HttpEnv>, token: string) =>
    liveBookingByToken(platform, token, clientAddress(platform, c));
  return router()
    .openapi(read, async (c) => {
      const standing = await open(c, c.req.valid('param').token);
      return c.json(presentToVisitor(platform, standing), 200);
    })
    .openapi(slots, async (c) => {
      const query = c.req.valid('query');
      const standing = await open(c, c.req.valid('param').token);
      const { booking } = standing;
      const found = await foundForMove(platform.db.read, platform.clock, standing);
      const durationMinutes = booking.end - booking.start;
      if (query.duration !== undefined && query.duration !== durationMinutes) {
        throw invalid({ path: 'duration', message: `This meeting keeps its ${durationMinutes} minutes.` });
      }
      const window = windowFrom(query);
      const starts = await offeredStarts(platform, found, { durationMinutes, window, except: booking.id });
      const days = byVisitorDay(starts, query.timeZone);
      const shown = days.map((day) => ({ date: day.date, slots: day.starts.map(isoFromMinute) }));
      return c.json({ timeZone: query.timeZone, durationMinutes, days: shown }, 200);
    })
    .openapi(invite, async (c) => {
      const standing = await open(c, c.req.valid('param').token);
      const file = inviteText(platform, standing);
      if (!file) throw visitorProblem(platform, standing, { refused: 'no-meeting' });
      c.header('Content-Disposition', 'attachment; filename="invite.ics"');
      return c.body(file, 200, { 'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH' });
    });
}
