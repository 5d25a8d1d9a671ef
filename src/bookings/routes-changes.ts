import { minuteFromIso } from '#engine/minutes.ts';
import { changedMeanwhile, etagOf, versionFrom } from '#platform/http/etag.ts';
import { id, idParam, instant, line, text, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { notBuilt, notFound, Problem } from '#platform/refusal.ts';
import { cancel } from './cancel.ts';
import { changeBooking } from './change-booking.ts';
import { checkRecord } from './check-record.ts';
import { presentBooking } from './present-booking.ts';
import { markOutcome } from './outcome.ts';
import { removeBooking } from './remove.ts';
import { reopen } from './reopen.ts';
import { reschedule } from './reschedule.ts';
import { startProblem } from './refusals.ts';
import { bookingOf } from './rights.ts';
import { BookingShape, recordField } from './booking-fields.ts';
import { whole } from './present-whole.ts';

const tags = ['Bookings'];
const path = '/api/bookings/{id}';
const ok = { 200: answer(BookingShape, 'The booking') };
const post = <const P extends string, S extends z.ZodType>(noun: P, summary: string, schema: S) =>
  route('member', {
    method: 'post',
    path: `${path}/${noun}` as const,
    tags,
    summary,
    request: { params: idParam, ...body(schema) },
    responses: ok,
  });

const location = z.strictObject({
  kind: z.enum(['video', 'phone', 'address', 'ask']),
  value: text(500).optional(),
});
const change = route('member', {
  method: 'patch',
  path,
  tags,
  summary: 'Change what is said about a booking',
  request: {
    params: idParam,
    ...body(
      z.strictObject({
        title: line(200).optional(),
        location: location.nullish(),
        details: text(4000).nullish(),
        record: recordField.nullish(),
      }),
    ),
  },
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
const cancellation = post('cancellation', 'Cancel', z.strictObject({ reason: text(1000).nullish() }));
const move = post(
  'reschedule',
  'Move',
  z.strictObject({ start: instant, hostId: id.nullish(), outsideHours: z.boolean().default(false) }),
);
const outcome = post(
  'outcome',
  'Say how it went',
  z.strictObject({ outcome: z.enum(['completed', 'no-show']) }),
);
const reassignment = post(
  'reassignment',
  'Give it to another host',
  z.strictObject({ hostId: id.nullish(), reason: text(1000) }),
);
const reopening = route('member', {
  method: 'post',
  path: `${path}/reopening`,
  tags,
  summary: 'Bring a cancelled booking back',
  request: { params: idParam },
  responses: ok,
});

export function changeRoutes(platform: Platform) {
  const { db } = platform;
  const refuse = (refused: string): never => {
    throw conflict(refused);
  };
  return router()
    .openapi(change, async (c) => {
      const caller = c.get('caller')!;
      const changes = c.req.valid('json');
      const { booking } = await bookingOf(db.read, caller, c.req.valid('param').id);
      if (changes.record) await checkRecord(db.read, caller, changes.record);
      const version = versionFrom(c.req.header('if-match'));
      const changed = await changeBooking(platform, caller, booking.id, changes, version);
      if (!changed) throw notFound();
      if ('changedMeanwhile' in changed)
        throw changedMeanwhile(presentBooking(platform, changed.changedMeanwhile));
      c.header('ETag', etagOf(changed.version));
      return c.json(await whole(platform, caller, changed), 200);
    })
    .openapi(remove, async (c) => {
      const caller = c.get('caller')!;
      const { booking } = await bookingOf(db.read, caller, c.req.valid('param').id);
      await removeBooking(platform, caller.workspaceId, booking.id, caller.memberId);
      return c.body(null, 204);
    })
    .openapi(cancellation, async (c) => {
      const caller = c.get('caller')!;
      const { booking } = await bookingOf(db.read, caller, c.req.valid('param').id);
      const { reason } = c.req.valid('json');
      const by = { kind: 'member', id: caller.memberId } as const;
      const done = await cancel(platform, caller.workspaceId, booking.id, { by, ...(reason && { reason }) });
      if ('refused' in done) return refuse(done.refused);
      return c.json(await whole(platform, caller, done.cancelled), 200);
    })
    .openapi(move, async (c) => {
      const caller = c.get('caller')!;
      const { booking } = await bookingOf(db.read, caller, c.req.valid('param').id);
      const { start, hostId, outsideHours } = c.req.valid('json');
      const by = { kind: 'member', id: caller.memberId } as const;
      const staff = { outsideHours, ...(hostId && { hostId }) };
      const wish = { start: minuteFromIso(start)!, by, staff };
      const done = await reschedule(platform, caller.workspaceId, booking.id, wish);
      if ('alternatives' in done) throw startProblem(done.refused, done.alternatives);
      if ('refused' in done) return refuse(done.refused);
      return c.json(await whole(platform, caller, done.rescheduled), 200);
    })
    .openapi(outcome, async (c) => {
      const caller = c.get('caller')!;
      const { booking } = await bookingOf(db.read, caller, c.req.valid('param').id);
      const by = { kind: 'member', id: caller.memberId } as const;
      const done = await markOutcome(
        platform,
        caller.workspaceId,
        booking.id,
        c.req.valid('json').outcome,
        by,
      );
      if ('refused' in done) return refuse(done.refused);
      return c.json(await whole(platform, caller, done.marked), 200);
    })
    .openapi(reopening, async (c) => {
      const caller = c.get('caller')!;
      const { booking } = await bookingOf(db.read, caller, c.req.valid('param').id);
      const by = { kind: 'member', id: caller.memberId } as const;
      const done = await reopen(platform, caller.workspaceId, booking.id, by);
      if ('refused' in done) return refuse(done.refused);
      return c.json(await whole(platform, caller, done.reopened), 200);
    })
    .openapi(reassignment, async (c) => {
      await bookingOf(db.read, c.get('caller')!, c.req.valid('param').id);
      throw notBuilt('reassignment');
    });
}

const WORDS: Record<string, string> = {
  over: 'This meeting is over already.',
  'not-scheduled': 'Only a scheduled meeting can be moved.',
  'not-held': 'A meeting that was not held has no outcome.',
  'not-begun': 'This meeting has not begun yet.',
  'not-cancelled': 'Only a cancelled meeting can be reopened.',
  passed: 'Its time has passed; book a new meeting.',
  busy: 'Its time is taken by now; choose another time.',
  'no-host': 'Its host is not bookable at that time any more; choose another time or host.',
};

function conflict(refused: string): Problem {
  if (refused === 'not-found') return notFound();
  return new Problem(409, 'conflict', WORDS[refused] ?? 'This cannot be done as things stand.', {
    reason: refused,
  });
}
