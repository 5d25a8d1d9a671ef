import { id, z } from '#platform/http/fields.ts';
import { BOOKING_STATUSES } from './booking.ts';

export const BookingShape = z
  .looseObject({
    id: z.string(),
    status: z.enum(BOOKING_STATUSES),
    title: z.string(),
    start: z.string(),
    end: z.string(),
  })
  .openapi('Booking');
export const recordField = z.strictObject({
  kind: z.enum(['contact', 'lead', 'company', 'deal', 'ticket']),
  id,
});
