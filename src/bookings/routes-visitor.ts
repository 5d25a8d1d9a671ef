import { minuteFromIso } from '#engine/minutes.ts';
import { clientAddress } from '#platform/http/client-address.ts';
import { instant, text, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { isoFromMinute } from '#engine/minutes.ts';
import { invalid } from '#platform/refusal.ts';
import { cancel } from './cancel.ts';
import { inviteText } from './invite.ts';
import { offeredStarts } from './offer.ts';
import { presentToVisitor } from './present-booking.ts';
import { reschedule } from './reschedule.ts';
import { byVisitorDay, slotsQuery, windowFrom } from './slots-query.ts';
import { holdAgain } from './hold-again.ts';
import { bookingByToken, gone, placeOf, visitorProblem } from './visitor-door.ts';
import { verify } from './verify.ts';

const tags = ['Public'];
const params = z.object({ token: z.string().max(200) });
const base = '/api/public/bookings/{token}';
const Meeting = z.looseObject({ id: z.string(), status: z.string(), start: z.string(), end: z.string() });
const Status = z.object({ status: z.string() });
const Times = z.object({ start: z.string(), end: z.string() });
const by = { kind: 'visitor' } as const;

const read = route('public', {
  method: 'get',
  path: base,
  tags,
  summary: 'The visitor’s own meeting',
  request: { params },
  responses: { 200: answer(Meeting, 'The meeting') },
});
const verification = route('public', {
  method: 'post',
  path: `${base}/verification`,
  tags,
  summary: 'Confirm the address; the time is theirs from then on',
  request: { params },
  responses: { 200: answer(Status.extend({ start: z.string(), end: z.string() }), 'Confirmed') },
});
const freshMail = route('public', {
  method: 'post',
  path: `${base}/verification-mail`,
  tags,
  summary: 'A fresh mail to confirm the address',
  request: { params },
  responses: { 200: answer(Status.extend({ heldUntil: z.string().nullable() }), 'On its way') },
});
const cancellation = route('public', {
  method: 'post',
  path: `${base}/cancellation`,
  tags,
  summary: 'Cancel, until the start',
  request: {
    params,
    body: {
      content: { 'application/json': { schema: z.object({ reason: text(1000).nullish() }).optional() } },
    },
  },
  responses: { 200: answer(Status, 'Cancelled') },
});
const move = route('public', {
  method: 'post',
  path: `${base}/reschedule`,
  tags,
  summary: 'Move to another free time, until the cut-off',
  request: { params, ...body(z.object({ start: instant })) },
  responses: { 200: answer(Times, 'The new time') },
});
const slots = route('public', {
  method: 'get',
  path: `${base}/slots`,
  tags,
  summary: 'Free times to move to',
  request: { params, query: slotsQuery },
  responses: {
    200: answer(
      z.object({
        timeZone: z.string(),
        durationMinutes: z.number(),
        days: z.array(z.object({ date: z.string(), slots: z.array(z.string()) })),
      }),
      'Free times',
    ),
  },
});
const invite = route('public', {
  method: 'get',
  path: `${base}/invite.ics`,
  tags,
  summary: 'The meeting as a calendar file',
  request: { params },
  responses: { 200: { description: 'iCalendar', content: { 'text/calendar': { schema: z.string() } } } },
});

export function visitorRoutes(platform: Platform) {
  const { db } = platform;
  const open = (c: Parameters<typeof clientAddress>[1], token: string) =>
    bookingByToken(platform, token, clientAddress(platform, c));
  return router()
    .openapi(read, async (c) => {
      const standing = await open(c, c.req.valid('param').token);
      return c.json(presentToVisitor(platform, standing) as z.infer<typeof Meeting>, 200);
    })
    .openapi(verification, async (c) => {
      const { booking } = await open(c, c.req.valid('param').token);
      const done = await verify(platform, booking.workspaceId, booking.id);
      if ('refused' in done)
        throw visitorProblem(done.refused, 'alternatives' in done ? done.alternatives : []);
      const stands = 'verified' in done ? done.verified : done.already;
      return c.json(
        { status: 'scheduled', start: isoFromMinute(stands.start), end: isoFromMinute(stands.end) },
        200,
      );
    })
    .openapi(freshMail, async (c) => {
      const { booking } = await open(c, c.req.valid('param').token);
      const held = await holdAgain(platform, booking.workspaceId, booking.id);
      if ('refused' in held) throw visitorProblem(held.refused, []);
      return c.json({ status: 'unverified', heldUntil: held.sent.expiresAt }, 200);
    })
    .openapi(cancellation, async (c) => {
      const { booking } = await open(c, c.req.valid('param').token);
      if (placeOf(platform, booking) === 'expired') throw gone();
      const reason = c.req.valid('json')?.reason ?? undefined;
      const done = await cancel(platform, booking.workspaceId, booking.id, { by, ...(reason && { reason }) });
      if ('refused' in done) throw visitorProblem(done.refused, []);
      return c.json({ status: done.cancelled.status }, 200);
    })
    .openapi(move, async (c) => {
      const { booking } = await open(c, c.req.valid('param').token);
      if (placeOf(platform, booking) === 'expired') throw gone();
      const start = minuteFromIso(c.req.valid('json').start)!;
      const done = await reschedule(platform, booking.workspaceId, booking.id, { start, by });
      if ('refused' in done)
        throw visitorProblem(done.refused, 'alternatives' in done ? done.alternatives : []);
      const moved = done.rescheduled;
      return c.json({ start: isoFromMinute(moved.start), end: isoFromMinute(moved.end) }, 200);
    })
    .openapi(slots, async (c) => {
      const query = c.req.valid('query');
      const { booking, found } = await open(c, c.req.valid('param').token);
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
      if (!file) throw visitorProblem('not-scheduled', []);
      c.header('Content-Disposition', 'attachment; filename="invite.ics"');
      return c.body(file, 200, { 'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH' }) as never;
    });
}
