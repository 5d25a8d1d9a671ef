import { idParam, listQuery, z } from '#platform/http/fields.ts';
import { BOOKING_STATUSES } from '#bookings/booking.ts';

export const activitiesQuery = listQuery.pick({ limit: true, cursor: true }).extend({
  state: z.enum(['open', 'closed']).default('open').openapi({
    description: 'To come or going on, the nearest first; or over and cancelled, the latest first',
  }),
});

export const activityParams = idParam;

/** L7: a booking among the activities of its host and of the records that it concerns. */
export const activityView = z
  .object({
    id: z.string(),
    title: z.string(),
    start: z.string(),
    end: z.string(),
    status: z.enum(BOOKING_STATUSES),
    hosts: z.array(z.object({ id: z.string(), name: z.string(), active: z.boolean() })),
    link: z
      .object({ id: z.string(), title: z.string(), deleted: z.boolean() })
      .nullable()
      .openapi({ description: 'Null for a meeting written down by hand' }),
    visitor: z
      .object({ name: z.string() })
      .nullable()
      .openapi({ description: 'Null in an internal meeting, and where the caller may not open it' }),
    mayOpen: z.boolean().openapi({ description: 'Whether the caller may open, move and cancel it' }),
  })
  .openapi('BookingActivity');
export type ActivityView = z.infer<typeof activityView>;
