import { RECORD_KINDS } from '#crm/timeline/record-kinds.ts';
import { minuteFromIso } from '#engine/minutes.ts';
import { id, instant, z } from '#platform/http/fields.ts';
import { BOOKING_STATUSES } from '#bookings/booking.ts';

const MOST_MEMBERS = 5;
const MOST_DAYS = 45;

/** Whose calendars, and from when to when. */
export const weekQuery = z
  .object({
    memberIds: z
      .string()
      .transform((value) => [...new Set(value.split(','))])
      .pipe(z.array(id).min(1).max(MOST_MEMBERS, `Look at ${MOST_MEMBERS} calendars at most.`))
      .openapi({ type: 'string', description: 'One to five ids with commas between them' }),
    from: instant,
    to: instant,
    offered: z.enum(['true', 'false']).default('false'),
  })
  .superRefine(({ from, to }, context) => {
    const minutes = (minuteFromIso(to) ?? 0) - (minuteFromIso(from) ?? 0);
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['to'], message });
    if (minutes <= 0) refuse('The end must come after the beginning.');
    if (minutes > MOST_DAYS * 1440) refuse(`Ask for at most ${MOST_DAYS} days at once.`);
  });

/** Where a span comes from, as far as the caller may see it; `name` is that of the link, rotation, outside calendar, record or list. */
const source = z
  .object({
    kind: z.enum(['link', 'rotation', 'hand', 'calendar', 'outside', 'record', 'holidays']),
    id: z.string().optional(),
    name: z.string().optional(),
    recordKind: z.enum(RECORD_KINDS).optional(),
  })
  .openapi('CalendarSource');

const span = z
  .object({
    kind: z.enum(['closed', 'busy', 'free', 'booked', 'held', 'offered']),
    start: z.string(),
    end: z.string(),
    title: z.string().optional(),
    allDay: z.boolean().optional().openapi({ description: 'Then start and end are those of whole dates' }),
    eventId: z.string().optional(),
    bookingId: z.string().optional(),
    calendarId: z
      .string()
      .optional()
      .openapi({ description: 'Of an event in an outside calendar of one’s own: read there, changed there' }),
    calendarName: z.string().optional(),
    linkIds: z.array(z.string()).optional(),
    sources: z
      .array(source)
      .optional()
      .openapi({ description: 'Missing where only the time itself is the caller’s to know' }),
    why: z.enum(['hours', 'absence', 'holiday', 'override']).optional(),
    visitor: z.string().optional(),
    status: z.enum(BOOKING_STATUSES).optional(),
    expiresAt: z.string().optional(),
    version: z.number().optional(),
    editable: z.boolean().openapi({ description: 'Whether the caller may move it' }),
  })
  .openapi('CalendarSpan');

export const weekAnswer = z
  .object({
    members: z.array(
      z.object({
        memberId: z.string(),
        name: z.string(),
        timeZone: z.string(),
        active: z.boolean(),
        editable: z.boolean().openapi({ description: 'Whether the caller may write into this calendar' }),
        spans: z.array(span),
      }),
    ),
    links: z.array(z.object({ id: z.string(), title: z.string() })),
  })
  .openapi('CalendarWeek');

export type CalendarSource = z.infer<typeof source>;
export type CalendarSpan = z.infer<typeof span>;
export type CalendarWeek = z.infer<typeof weekAnswer>;
