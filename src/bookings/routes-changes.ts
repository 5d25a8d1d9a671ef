import type { Context } from 'hono';
import type { HttpEnv } from '#platform/http/caller.ts';
import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { idParam, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound } from '#platform/refusal.ts';
import { bookingChanges, wholeBooking } from './booking-fields.ts';
import type { Booking } from './booking.ts';
import { changeBooking } from './change-booking.ts';
import { checkRecord } from './check-record.ts';
import { markOutcome } from './outcome.ts';
import { presentWhole } from './present-whole.ts';
import { staffProblem } from './refusals.ts';
import { removeBooking } from './remove.ts';
import { bookingOf } from './rights.ts';

const tags = ['Bookings'];
const path = '/api/bookings/{id}';
const ok = { 200: answer(wholeBooking, 'The booking') };

const change = route('member', {
  method: 'patch',
  path,
  tags,
  summary: 'Change what is said about a booking',
  request: { params: idParam, ...body(bookingChanges) },
  responses: ok,
});
const remove = route('member', {
  method: 'delete',
  path,
  tags,
  summary: 'Delete: its time is free at once',
  request: { params: idParam },
  responses: { 204: { description: 'Deleted' } },
});
const outcome = route('member', {
  method: 'post',
  path: `${path}/outcome`,
  tags,
  summary: 'Say how it went',
  request: {
    params: idParam,
    ...body(z.strictObject({ outcome: z.enum(['completed', 'no-show']) })),
  },
  responses: ok,
});

export function changeRoutes(platform: Platform) {
  const { db } = platform;
  const show = async (c: Context<HttpEnv>, booking: Booking) => {
    c.header('ETag', etagOf(booking.version));
    return presentWhole(platform, c.get('caller')!, booking);
  };
  return router()
    .openapi(change, async (c) => {
      const caller = c.get('caller')!;
      const changes = c.req.valid('json');
      const booking = await bookingOf(db.read, caller, c.req.valid('param').id);
      if (changes.record) await checkRecord(db.read, caller, changes.record);
      const version = versionFrom(c.req.header('if-match'));
      const changed = await changeBooking(platform, caller, booking.id, changes, version);
      if (!changed) throw notFound();
      if ('changedMeanwhile' in changed) throw changedMeanwhile(await show(c, changed.changedMeanwhile));
      return c.json(await show(c, changed), 200);
    })
    .openapi(remove, async (c) => {
      const { workspaceId, memberId } = c.get('caller')!;
      const booking = await bookingOf(db.read, c.get('caller')!, c.req.valid('param').id);
      if (!(await removeBooking(platform, workspaceId, booking.id, memberId))) throw notFound();
      return c.body(null, 204);
    })
    .openapi(outcome, async (c) => {
      const { workspaceId, memberId } = c.get('caller')!;
      const booking = await bookingOf(db.read, c.get('caller')!, c.req.valid('param').id);
      const by = { kind: 'member', id: memberId } as const;
      const done = await markOutcome(platform, workspaceId, booking.id, c.req.valid('json').outcome, by);
      if ('refused' in done) throw staffProblem(done.refused);
      return c.json(await show(c, done.marked), 200);
    });
}
