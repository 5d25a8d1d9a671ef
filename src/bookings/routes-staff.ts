import { minuteFromIso } from '#engine/minutes.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import { pageOf, placeFrom } from '#platform/http/cursor.ts';
import { etagOf } from '#platform/http/etag.ts';
import { id, idParam, instant, listOf, listQuery, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notBuilt } from '#platform/refusal.ts';
import { bookByHand, type ByHand } from './book-by-hand.ts';
import { bookingView, newByHand, wholeBooking } from './booking-fields.ts';
import { BOOKING_STATUSES } from './booking.ts';
import { checkRecord } from './check-record.ts';
import { presentBookings } from './present-booking.ts';
import { presentWhole } from './present-whole.ts';
import { byHandProblem } from './refusals.ts';
import { bookingOf, seesAll } from './rights.ts';
import { listBookings, type BookingFilter } from './store-lists.ts';

const tags = ['Bookings'];
const query = listQuery.extend({
  sort: z.literal('start').optional(),
  from: instant.optional(),
  to: instant.optional(),
  status: z.enum(BOOKING_STATUSES).optional(),
  hostId: id.optional(),
  linkId: id.optional(),
  rotationId: z.string().optional(),
  needsHost: z.enum(['true', 'false']).optional(),
});

const list = route('member', {
  method: 'get',
  path: '/api/bookings',
  tags,
  summary: 'Bookings by start',
  request: { query },
  responses: { 200: answer(listOf(bookingView), 'Bookings') },
});
const read = route('member', {
  method: 'get',
  path: '/api/bookings/{id}',
  tags,
  summary: 'One booking with its party, its reasons and its history',
  request: { params: idParam },
  responses: { 200: answer(wholeBooking, 'The booking') },
});
const make = route('member', {
  method: 'post',
  path: '/api/bookings',
  tags,
  summary: 'Write a meeting down by hand',
  request: body(newByHand),
  responses: { 201: answer(wholeBooking, 'The booking') },
});

export function staffRoutes(platform: Platform) {
  const { db } = platform;
  return router()
    .openapi(list, async (c) => {
      const caller = c.get('caller')!;
      const asked = c.req.valid('query');
      const { limit } = asked;
      const filter = filterFrom(platform, caller, asked);
      const found = await listBookings(db.read, caller.workspaceId, { ...filter, limit: limit + 1 });
      const page = pageOf(found, limit, ({ start, id }) => ({ value: String(start), id }));
      const items = await presentBookings(platform, caller.workspaceId, page.items);
      return c.json({ items, next: page.next }, 200);
    })
    .openapi(read, async (c) => {
      const caller = c.get('caller')!;
      const booking = await bookingOf(db.read, caller, c.req.valid('param').id);
      c.header('ETag', etagOf(booking.version));
      return c.json(await presentWhole(platform, caller, booking), 200);
    })
    .openapi(make, async (c) => {
      const caller = c.get('caller')!;
      const wish = wishFrom(c.req.valid('json'));
      if (wish.record) await checkRecord(db.read, caller, wish.record);
      const made = await bookByHand(platform, caller, wish);
      if ('refused' in made) throw byHandProblem(made.refused, []);
      c.header('ETag', etagOf(made.booking.version));
      return c.json(await presentWhole(platform, caller, made.booking), 201);
    });
}

function filterFrom(
  { clock }: Platform,
  caller: Caller,
  { from, to, rotationId, needsHost, cursor, ...filter }: z.infer<typeof query>,
): BookingFilter {
  if (rotationId !== undefined) throw notBuilt('rotationId');
  const after = placeFrom(cursor, /^-?\d{1,10}$/);
  return {
    ...filter,
    ...(from && { from: minuteFromIso(from)! }),
    ...(to && { to: minuteFromIso(to)! }),
    ...(after && { after: { start: Number(after.value), id: after.id } }),
    needsHost: needsHost === 'true',
    ...(!seesAll(caller) && { seenBy: caller.memberId }),
    now: { iso: isoNow(clock), minute: minuteNow(clock) },
  };
}

/** Details stand with the visitor, wherever they were written. */
function wishFrom({ visitor, hostId, title, details, record, ...wish }: z.infer<typeof newByHand>): ByHand {
  if (visitor?.details && details) {
    throw invalid({ path: 'details', message: 'Write the details once, here or with the visitor.' });
  }
  return {
    ...wish,
    visitor: visitor ? typedFrom({ ...visitor, details: visitor.details ?? details }) : null,
    ...(hostId && { hostId }),
    ...(title && { title }),
    ...(record && { record }),
  };
}

function typedFrom({
  name,
  email,
  phone,
  skype,
  details,
}: NonNullable<z.infer<typeof newByHand>['visitor']>): NonNullable<ByHand['visitor']> {
  return { name, email, ...(phone && { phone }), ...(skype && { skype }), ...(details && { details }) };
}
