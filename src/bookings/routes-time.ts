import type { Context } from 'hono';
import { minuteFromIso } from '#engine/minutes.ts';
import type { HttpEnv } from '#platform/http/caller.ts';
import { etagOf } from '#platform/http/etag.ts';
import { id, idParam, text, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { openEyes, startByHand, wholeBooking } from './booking-fields.ts';
import type { Booking } from './booking.ts';
import { cancel } from './cancel.ts';
import { checkNewHost } from './new-host.ts';
import { presentWhole } from './present-whole.ts';
import { byHandProblem, staffProblem } from './refusals.ts';
import { reopen } from './reopen.ts';
import { reschedule } from './reschedule.ts';
import { bookingOf } from './rights.ts';

const tags = ['Bookings'];
const ok = { 200: answer(wholeBooking, 'The booking') };
const post = <const P extends string, S extends z.ZodType>(noun: P, summary: string, schema: S) =>
  route('member', {
    method: 'post',
    path: `/api/bookings/{id}/${noun}` as const,
    tags,
    summary,
    request: { params: idParam, ...body(schema) },
    responses: ok,
  });

const move = post(
  'reschedule',
  'Move',
  z.strictObject({ start: startByHand, hostId: id.nullish(), ...openEyes }),
);
const optionally = <S extends z.ZodType>(schema: S) => ({
  body: { content: { 'application/json': { schema: schema.optional() } } },
});
const cancellation = route('member', {
  method: 'post',
  path: '/api/bookings/{id}/cancellation',
  tags,
  summary: 'Cancel',
  request: { params: idParam, ...optionally(z.strictObject({ reason: text(1000).nullish() })) },
  responses: ok,
});
const reopening = route('member', {
  method: 'post',
  path: '/api/bookings/{id}/reopening',
  tags,
  summary: 'Bring a cancelled booking back',
  request: { params: idParam, ...optionally(z.strictObject({})) },
  responses: ok,
});

/** When a meeting takes place, and whether it does. */
export function timeRoutes(platform: Platform) {
  const { db } = platform;
  const show = async (c: Context<HttpEnv>, booking: Booking) => {
    c.header('ETag', etagOf(booking.version));
    return presentWhole(platform, c.get('caller')!, booking);
  };
  return router()
    .openapi(cancellation, async (c) => {
      const { workspaceId, memberId } = c.get('caller')!;
      const { id } = await bookingOf(db.read, c.get('caller')!, c.req.valid('param').id);
      const reason = c.req.valid('json')?.reason;
      const by = { kind: 'member', id: memberId } as const;
      const done = await cancel(platform, workspaceId, id, { by, ...(reason && { reason }) });
      if ('refused' in done) throw staffProblem(done.refused);
      return c.json(await show(c, done.cancelled), 200);
    })
    .openapi(move, async (c) => {
      const caller = c.get('caller')!;
      const booking = await bookingOf(db.read, caller, c.req.valid('param').id);
      const { start, hostId, ...eyes } = c.req.valid('json');
      if (hostId) await checkNewHost(db.read, caller, booking, hostId);
      const by = { kind: 'member', id: caller.memberId } as const;
      const staff = { ...eyes, ...(hostId && { hostId }) };
      const wish = { start: minuteFromIso(start)!, by, staff };
      const done = await reschedule(platform, caller.workspaceId, booking.id, wish);
      if ('alternatives' in done) throw byHandProblem(done.refused, done.alternatives);
      if ('refused' in done) throw staffProblem(done.refused);
      return c.json(await show(c, done.rescheduled), 200);
    })
    .openapi(reopening, async (c) => {
      const caller = c.get('caller')!;
      const { id } = await bookingOf(db.read, caller, c.req.valid('param').id);
      const done = await reopen(platform, caller.workspaceId, id, { kind: 'member', id: caller.memberId });
      if ('refused' in done) throw staffProblem(done.refused);
      return c.json(await show(c, done.reopened), 200);
    });
}
