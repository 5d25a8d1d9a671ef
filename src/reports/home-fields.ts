import { date, z } from '#platform/http/fields.ts';
import { bookingView } from '#bookings/booking-fields.ts';
import { sharesAnswer } from '#bookings/assignment/shares.ts';
import { NOT_BOOKABLE } from '#links/bookable.ts';
import { TaskShape } from '#crm/activities/task-fields.ts';

export const homeQuery = z.object({ date: date.optional() });

const linkName = z.object({ id: z.string(), title: z.string() });

/** What somebody must decide or mend, by code, with the facts a sentence needs. */
const attention = z.discriminatedUnion('code', [
  z.object({ code: z.literal('needs-host'), booking: bookingView }),
  z.object({
    code: z.literal('calendar-question'),
    booking: z.object({ id: z.string(), title: z.string(), start: z.string() }),
    kind: z.enum(['moved', 'deleted']),
    calendarName: z.string(),
  }),
  z.object({ code: z.literal('task-overdue'), task: TaskShape }),
  z.object({ code: z.literal('mails-failed'), count: z.number(), error: z.string().nullable() }),
  z.object({ code: z.literal('jobs-dead'), count: z.number() }),
  z.object({ code: z.literal('mail-captured') }),
  z.object({
    code: z.literal('holidays-end'),
    holidayListId: z.string(),
    name: z.string(),
    endsOn: z.string().nullable(),
    lastBookableDay: z.string(),
    missingYears: z.array(z.number()),
    links: z.array(linkName),
  }),
  z.object({
    code: z.literal('host-not-bookable'),
    memberId: z.string(),
    name: z.string(),
    reasons: z.array(z.enum(NOT_BOOKABLE)),
    links: z.array(linkName),
  }),
]);

export const STEPS = [
  'appointment-page',
  'holiday-list',
  'member-hours',
  'mail',
  'calendars',
  'own-calendar',
  'first-booking',
  'colleague',
] as const;

export const homeAnswer = z
  .object({
    date: z.string(),
    timeZone: z.string(),
    now: z.string(),
    bookings: z.array(bookingView).openapi({ description: 'Of that date, as far as the caller sees them' }),
    next: bookingView.nullable().openapi({ description: 'The first meeting after that date' }),
    attention: z.array(attention),
    steps: z
      .array(z.object({ code: z.enum(STEPS), done: z.boolean(), missing: z.number().optional() }))
      .openapi({ description: 'Towards the first booking (N5); empty for who may not change settings' }),
    mails: z
      .object({
        since: z.string(),
        sent: z.number(),
        captured: z.number(),
        waiting: z.number(),
        failed: z.number(),
      })
      .nullable()
      .openapi({ description: 'Since Monday, for admins' }),
    shares: sharesAnswer
      .extend({ link: linkName, from: z.string(), to: z.string() })
      .nullable()
      .openapi({ description: 'Of the team link with most meetings this week' }),
  })
  .openapi('Home');

export type Home = z.infer<typeof homeAnswer>;
export type Attention = z.infer<typeof attention>;
