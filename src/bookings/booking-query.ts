import { minuteFromIso } from '#engine/minutes.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import { id, instant, listQuery, z } from '#platform/http/fields.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notBuilt } from '#platform/refusal.ts';
import { BOOKING_STATUSES } from './booking.ts';
import { seesAll } from './rights.ts';
import type { BookingFilter } from './store-filter.ts';

const statuses = z
  .string()
  .transform((value) => [...new Set(value.split(','))])
  .pipe(z.array(z.enum(BOOKING_STATUSES)))
  .openapi({ type: 'string', description: 'One status, or several with commas between them' });

const filterFields = {
  from: instant.optional(),
  to: instant.optional(),
  status: statuses.optional(),
  hostId: z.union([z.literal('me'), id], 'Write "me" or the id of a member.').optional(),
  linkId: id.optional(),
  rotationId: z.string().optional(),
  needsHost: z.enum(['true', 'false']).optional(),
};

/** How colleagues ask for bookings. */
export const bookingQuery = listQuery.extend({
  sort: z.enum(['start', '-start']).optional(),
  ...filterFields,
});

const countFilter = z.strictObject({ q: listQuery.shape.q, ...filterFields });
export const countsBody = z.strictObject({ filters: z.array(countFilter).min(1).max(20) });
export const countsAnswer = z.object({ counts: z.array(z.number()) }).openapi('BookingCounts');
export type BookingCounts = z.infer<typeof countsAnswer>;

/** What is meant, as this caller may see it. */
export function filterFrom(
  { clock }: Pick<Platform, 'clock'>,
  caller: Caller,
  { from, to, hostId, rotationId, needsHost, ...filter }: z.infer<typeof countFilter>,
): BookingFilter {
  if (rotationId !== undefined) throw notBuilt('rotationId');
  return {
    ...filter,
    ...(from && { from: minuteFromIso(from)! }),
    ...(to && { to: minuteFromIso(to)! }),
    ...(hostId && { hostId: hostId === 'me' ? caller.memberId : hostId }),
    needsHost: needsHost === 'true',
    ...(!seesAll(caller) && { seenBy: caller.memberId }),
    now: { iso: isoNow(clock), minute: minuteNow(clock) },
  };
}
