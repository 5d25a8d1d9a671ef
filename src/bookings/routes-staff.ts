import { minuteFromIso } from '#engine/minutes.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import { etagOf } from '#platform/http/etag.ts';
import {
  emailAddress,
  id,
  idParam,
  instant,
  line,
  listOf,
  listQuery,
  text,
  z,
} from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notBuilt } from '#platform/refusal.ts';
import { bookByHand } from './book-by-hand.ts';
import { BOOKING_STATUSES, type Booking } from './booking.ts';
import { checkRecord } from './check-record.ts';
import { BookingShape, recordField } from './booking-fields.ts';
import { presentBooking } from './present-booking.ts';
import { whole } from './present-whole.ts';
import { startProblem } from './refusals.ts';
import { bookingOf, seesAll } from './rights.ts';
import { listBookings } from './store-lists.ts';

const tags = ['Bookings'];
const query = listQuery.extend({
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
  responses: { 200: answer(listOf(BookingShape), 'Bookings') },
});
const read = route('member', {
  method: 'get',
  path: '/api/bookings/{id}',
  tags,
  summary: 'One booking with its party, its reasons and its history',
  request: { params: idParam },
  responses: { 200: answer(BookingShape, 'The booking') },
});
const byHand = z.strictObject({
  start: instant,
  durationMinutes: z.number().int().min(5).max(1440).multipleOf(5, 'Use a multiple of 5 minutes.'),
  status: z.enum(BOOKING_STATUSES).default('scheduled'),
  visitor: z
    .strictObject({
      name: line(200),
      email: emailAddress,
      phone: text(40).nullish(),
      skype: text(100).nullish(),
      details: text(4000).nullish(),
    })
    .nullish(),
  hostId: id.nullish(),
  title: line(200).nullish(),
  details: text(4000).nullish(),
  record: recordField.nullish(),
  outsideHours: z.boolean().default(false),
  notify: z.boolean().default(false),
});
const make = route('member', {
  method: 'post',
  path: '/api/bookings',
  tags,
  summary: 'Write a meeting down by hand',
  request: body(byHand),
  responses: { 201: answer(BookingShape, 'The booking') },
});

export function staffRoutes(platform: Platform) {
  const { db, clock } = platform;
  return router()
    .openapi(list, async (c) => {
      const { from, to, rotationId, needsHost, cursor, ...filter } = c.req.valid('query');
      if (rotationId !== undefined) throw notBuilt('rotationId');
      const caller = c.get('caller')!;
      const bookings = await listBookings(db.read, caller.workspaceId, {
        ...filter,
        ...(from && { from: minuteFromIso(from)! }),
        ...(to && { to: minuteFromIso(to)! }),
        ...(cursor && { cursor: cursorFrom(cursor) }),
        needsHost: needsHost === 'true',
        ...(!seesAll(caller) && { seenBy: caller.memberId }),
        now: { iso: isoNow(clock), minute: minuteNow(clock) },
      });
      const items = bookings.map(
        (booking) => presentBooking(platform, booking) as z.infer<typeof BookingShape>,
      );
      const last = bookings.at(-1);
      const next = last && bookings.length === filter.limit ? cursorOf(last) : null;
      return c.json({ items, next }, 200);
    })
    .openapi(read, async (c) => {
      const caller = c.get('caller')!;
      const { booking } = await bookingOf(db.read, caller, c.req.valid('param').id);
      c.header('ETag', etagOf(booking.version));
      return c.json(await whole(platform, caller, booking), 200);
    })
    .openapi(make, async (c) => {
      const caller = c.get('caller')!;
      const { visitor, hostId, title, details, record, ...wish } = c.req.valid('json');
      if (wish.status === 'expired')
        throw invalid({ path: 'status', message: 'Nobody makes an expired booking.' });
      if (record) await checkRecord(db.read, caller, record);
      const made = await bookByHand(platform, caller, {
        ...wish,
        visitor: visitor ? withoutNulls({ ...visitor, details: visitor.details ?? details }) : null,
        ...(hostId && { hostId }),
        ...(title && { title }),
        ...(record && { record }),
      });
      if ('refused' in made) throw byHandProblem(made.refused);
      return c.json(await whole(platform, caller, made.booking), 201);
    });
}

/** Outside hours, staff may go on with open eyes; so the refusal says how. */
function byHandProblem(refused: Parameters<typeof startProblem>[0]) {
  if (refused === 'outside-hours' || refused === 'holiday') {
    const message = 'This lies outside the host’s hours. Send "outsideHours": true to book it all the same.';
    return invalid({ path: 'outsideHours', message });
  }
  return startProblem(refused, []);
}

type Typed = { name: string; email: string; phone?: string; skype?: string; details?: string };

function withoutNulls(visitor: { [Field in keyof Typed]: Typed[Field] | null }): Typed {
  return Object.fromEntries(Object.entries(visitor).filter(([, value]) => value)) as unknown as Typed;
}

function cursorOf({ start, id: bookingId }: Booking): string {
  return `${start}.${bookingId}`;
}

function cursorFrom(cursor: string): { start: number; id: string } {
  const [start = '', bookingId = ''] = cursor.split('.');
  if (!/^\d{1,10}$/.test(start))
    throw invalid({ path: 'cursor', message: 'This is not a cursor of this list.' });
  return { start: Number(start), id: bookingId };
}
