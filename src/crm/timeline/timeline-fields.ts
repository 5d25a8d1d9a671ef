import { id, listQuery, z } from '#platform/http/fields.ts';
import type { TimelineItem } from './entry.ts';

export const timelineQuery = listQuery.pick({ limit: true }).extend({ cursor: id.optional() });

/** `kind=note,email` leaves out what is of other kinds. */
export const recordTimelineQuery = timelineQuery.extend({
  kind: z
    .string()
    .regex(/^[a-z]{1,20}(,[a-z]{1,20}){0,19}$/, 'Write kinds such as note,email.')
    .transform((text) => text.split(','))
    .optional(),
});

export const TimelineItemShape = z
  .object({
    id: z.string(),
    kind: z.string(),
    at: z.string(),
    by: z.object({
      kind: z.enum(['member', 'visitor', 'system']),
      id: z.string().optional(),
      name: z.string().optional(),
    }),
    record: z.object({ kind: z.string(), id: z.string(), name: z.string().optional() }),
    bookingId: z.string().optional(),
    data: z.record(z.string(), z.unknown()),
  })
  .openapi('TimelineItem');

/** A page of what `readTimeline` answered, with the cursor of the next one if there is any. */
export function timelinePage(items: readonly TimelineItem[], limit: number) {
  const page = items.slice(0, limit);
  return { items: page, next: items.length > limit ? page.at(-1)!.id : null };
}
