import { pageOf, placeFrom } from '#platform/http/cursor.ts';
import { etagOf } from '#platform/http/etag.ts';
import { idParam, listOf, type z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid } from '#platform/refusal.ts';
import { guestsFrom } from './attendees.ts';
import { bookByHand, type ByHand } from './book-by-hand.ts';
import { bookingView, newByHand, wholeBooking } from './booking-fields.ts';
import { checkRecord } from './check-record.ts';
import { presentBookings } from './present-booking.ts';
import { presentWhole } from './present-whole.ts';
import { byHandProblem } from './refusals.ts';
import { bookingOf } from './rights.ts';
import { bookingQuery, countsAnswer, countsBody, filtersFrom } from './booking-query.ts';
import { countBookings, listBookings } from './store-lists.ts';

const tags = ['Bookings'];
const list = route('member', {
  method: 'get',
  path: '/api/bookings',
  tags,
  summary: 'Bookings by start',
  request: { query: bookingQuery },
  responses: { 200: answer(listOf(bookingView), 'Bookings') },
});
const counts = route('member', {
  method: 'post',
  path: '/api/bookings/counts',
  tags,
  summary: 'How many bookings each of up to twenty filters means; counting ends at 10,001',
  request: body(countsBody),
  responses: { 200: answer(countsAnswer, 'The counts, in the order of the filters') },
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
      const { limit, cursor, sort, ...asked } = c.req.valid('query');
      const place = placeFrom(cursor, /^-?\d{1,9}$/);
      const after = place && { start: Number(place.value), id: place.id };
      const which = { descending: sort === '-start', after, limit: limit + 1 };
      const [filter] = await filtersFrom(platform, caller, [asked]);
      const found = await listBookings(db.read, caller.workspaceId, filter!, which);
      const page = pageOf(found, limit, ({ start, id }) => ({ value: String(start), id }));
      const items = await presentBookings(platform, caller.workspaceId, page.items);
      return c.json({ items, next: page.next }, 200);
    })
    .openapi(counts, async (c) => {
      const caller = c.get('caller')!;
      const filters = await filtersFrom(platform, caller, c.req.valid('json').filters);
      return c.json({ counts: await countBookings(db.read, caller.workspaceId, filters) }, 200);
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

/** Details stand with the visitor, wherever they were written; without one, with the meeting. */
function wishFrom(given: z.infer<typeof newByHand>): ByHand {
  const { visitor, hostId, title, details, location, attendees, record, ...wish } = given;
  if (visitor?.details && details) {
    throw invalid({ path: 'details', message: 'Write the details once, here or with the visitor.' });
  }
  return {
    ...wish,
    visitor: visitor ? typedFrom({ ...visitor, details: visitor.details ?? details }) : null,
    guests: guestsFrom(attendees ?? [], visitor?.email),
    ...(hostId && { hostId }),
    ...(title && { title }),
    ...(details && !visitor && { details }),
    ...(location !== undefined && { location }),
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
