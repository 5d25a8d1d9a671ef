import { text, z } from '#platform/http/fields.ts';
import { BOOKING_STATUSES } from '#bookings/booking.ts';

const MOST = 5;

export const searchQuery = z.object({
  q: text(200).transform((value) => value.trim()),
  limit: z.coerce.number().int().min(1).max(MOST).default(MOST),
});

const hit = z.object({ id: z.string(), title: z.string(), subtitle: z.string().nullable() });

export const searchAnswer = z
  .object({
    companies: z.array(hit),
    contacts: z.array(hit),
    leads: z.array(hit),
    deals: z.array(hit),
    tickets: z.array(hit),
    bookings: z.array(hit.extend({ start: z.string(), status: z.enum(BOOKING_STATUSES) })),
    links: z.array(hit),
    members: z.array(hit),
  })
  .openapi('SearchHits');

export type SearchHits = z.infer<typeof searchAnswer>;
export type SearchHit = z.infer<typeof hit>;
