import { minuteFromIso } from '#engine/minutes.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import { id, instant, listQuery, z } from '#platform/http/fields.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Among } from '#platform/db/among.ts';
import type { Platform } from '#platform/platform.ts';
import { BOOKING_STATUSES } from './booking.ts';
import { meetingsInNeed } from '#bookings/reassignment/needs-host.ts';
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
  rotationId: id.optional(),
  needsHost: z.enum(['true', 'false']).optional(),
  question: z
    .enum(['true', 'false'])
    .optional()
    .openapi({ description: 'Moved or deleted in the calendar of a host: keep or restore?' }),
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

type Asked = z.infer<typeof countFilter>;

/** What is meant, as this caller may see it. */
export async function filtersFrom(
  platform: Platform,
  caller: Caller,
  asked: Asked[],
): Promise<BookingFilter[]> {
  const asksForNeed = asked.some(({ needsHost }) => needsHost === 'true');
  const inNeed = asksForNeed ? await idsInNeed(platform, caller.workspaceId) : undefined;
  return asked.map((one) => filterFrom(platform, caller, one, inNeed));
}

/** The ids of the bookings that need a host (N2). */
export async function idsInNeed({ db, clock }: Platform, workspaceId: string): Promise<Among> {
  const needs = await meetingsInNeed(db.read, workspaceId, minuteNow(clock));
  return { ids: [...needs.keys()], kind: db.kind };
}

function filterFrom(
  { clock }: Pick<Platform, 'clock'>,
  caller: Caller,
  { from, to, hostId, needsHost, question, ...filter }: Asked,
  inNeed: Among | undefined,
): BookingFilter {
  return {
    ...filter,
    ...(from && { from: minuteFromIso(from)! }),
    ...(to && { to: minuteFromIso(to)! }),
    ...(hostId && { hostId: hostId === 'me' ? caller.memberId : hostId }),
    ...(needsHost === 'true' && { among: inNeed }),
    ...(question === 'true' && { question: true }),
    ...(!seesAll(caller) && { seenBy: caller.memberId }),
    now: { iso: isoNow(clock), minute: minuteNow(clock) },
  };
}
