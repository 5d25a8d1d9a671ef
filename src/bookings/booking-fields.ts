import { emailAddress, id, instant, line, text, z } from '#platform/http/fields.ts';
import { utmShape } from '#crm/leads/utm-fields.ts';
import { meetingPlace } from '#links/link-fields.ts';
import { calendarWriteView } from '#bookings/calendar-writes/present-writes.ts';
import { REPLY_ANSWERS } from '#bookings/replies/reply.ts';
import { BOOKING_STATUSES } from './booking.ts';
import { reminderView } from '#bookings/reminders/present-reminders.ts';

const CELL_MS = 300_000;

/** Colleagues choose any time on five minutes. */
export const startByHand = instant.refine(
  (value) => Date.parse(value) % CELL_MS === 0,
  'Begin on a multiple of five minutes.',
);

export const recordField = z.strictObject({
  kind: z.enum(['contact', 'lead', 'company', 'deal', 'ticket']),
  id,
});

/** How long a meeting is whose free times a colleague asks for. */
export const byHandDuration = z.coerce
  .number()
  .int()
  .min(5)
  .max(1440)
  .multipleOf(5, 'Use a multiple of 5 minutes.')
  .default(30);

/** Who comes besides the visitor. */
export const attendeesField = z.array(emailAddress).max(50, 'Invite fewer people.');

/** E13: with open eyes. */
export const openEyes = {
  outsideHours: z
    .boolean()
    .default(false)
    .openapi({ description: 'Over hours, absences and holidays, and over a calendar that cannot be read' }),
  evenUnread: z
    .boolean()
    .default(true)
    .openapi({ description: 'False: a calendar that cannot be read is still a reason to refuse (A9)' }),
};

/** A meeting written down by a colleague (E13). */
export const newByHand = z
  .strictObject({
    start: startByHand,
    durationMinutes: z.number().int().min(5).max(1440).multipleOf(5, 'Use a multiple of 5 minutes.'),
    status: z
      .enum(BOOKING_STATUSES)
      .refine((status) => status !== 'expired', 'Nobody makes an expired booking.')
      .default('scheduled'),
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
    location: meetingPlace.nullish(),
    attendees: attendeesField.nullish(),
    record: recordField.nullish(),
    ...openEyes,
    notify: z.boolean().default(false),
  })
  .superRefine(({ visitor, status }, context) => {
    const missing = (message: string) => context.addIssue({ code: 'custom', path: ['visitor'], message });
    if (!visitor && status === 'unverified') missing('Say whose address is to be confirmed.');
  });

export const bookingChanges = z
  .strictObject({
    title: line(200),
    location: meetingPlace.nullable(),
    details: text(4000).nullable(),
    record: recordField.nullable(),
  })
  .partial();

const ref = z.object({ kind: z.string(), id: z.string() });
const namedRef = ref.extend({ name: z.string().nullable() });
const reasons = z.array(z.object({ code: z.string(), detail: z.string() }));

const overrider = z.object({ id: z.string(), name: z.string() });

/** A booking as colleagues see it in lists. */
export const bookingView = z
  .object({
    id: z.string(),
    status: z.enum(BOOKING_STATUSES),
    title: z.string(),
    start: z.string(),
    end: z.string(),
    timeZone: z.string().openapi({ description: 'The visitor’s' }),
    language: z.enum(['en', 'fr', 'pl']),
    visitor: z
      .object({
        name: z.string(),
        email: z.string(),
        phone: z.string().optional(),
        skype: z.string().optional(),
        details: z.string().optional(),
      })
      .nullable(),
    hostIds: z.array(z.string()),
    hosts: z.array(z.object({ id: z.string(), name: z.string(), active: z.boolean() })),
    override: z
      .object({ by: overrider, reason: z.string().nullable(), instead: overrider.nullable() })
      .nullable()
      .openapi({
        description: 'Somebody else was chosen than the rotation proposed: by whom, why, instead of whom',
      }),
    needsHost: z
      .object({ hostId: z.string(), why: z.enum(['inactive', 'no-seat', 'absence']) })
      .nullable()
      .openapi({ description: 'Still to come, and this host cannot hold it any more' }),
    linkId: z.string().nullable(),
    rotationId: z.string().nullable(),
    rotation: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .openapi({ description: 'The rotation it went by, a colleague’s or its link’s' }),
    record: namedRef.nullable(),
    party: namedRef.nullable(),
    internal: z.boolean(),
    location: z
      .object({
        kind: z.enum(['video', 'phone', 'address', 'ask']),
        value: z.string().optional(),
        room: z.enum(['host', 'jitsi', 'meet', 'teams']).optional(),
      })
      .nullable(),
    answers: z.array(z.object({ id: z.string(), label: z.string(), value: z.string() })),
    consents: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        version: z.number().openapi({ description: 'Which wording of the consent' }),
        given: z.boolean(),
      }),
    ),
    guests: z.array(z.string()),
    utm: utmShape,
    expiresAt: z.string().nullable(),
    sequence: z.number(),
    madeAt: z.string(),
    madeBy: z.string().nullable(),
    version: z.number(),
  })
  .openapi('Booking');

const assignmentView = z.object({
  rule: z.string(),
  chosen: z.array(z.string()),
  sentence: z.string(),
  candidates: z.array(
    z.object({
      memberId: z.string(),
      name: z.string().optional(),
      chair: z.number(),
      free: z.boolean(),
      reasons,
      count: z.number(),
      weight: z.number().optional(),
      lastScheduledAt: z.string().nullable(),
    }),
  ),
  seed: z.number(),
  at: z.string(),
  rules: z
    .array(z.string())
    .optional()
    .openapi({ description: 'One for each chair, where there are several' }),
  ownerBranch: z.string().optional().openapi({ description: 'Which way the owner rule went' }),
  rotation: z.object({ id: z.string(), name: z.string() }).optional(),
  byHand: z.object({ by: z.string(), reason: z.string().nullable() }).optional(),
});

/** One booking, with why these hosts (D5) and what happened to it. */
export const wholeBooking = bookingView
  .extend({
    details: z.string().nullable().openapi({
      description: 'The visitor’s, or the meeting’s own when there is none; as PATCH writes them',
    }),
    link: z
      .object({ id: z.string(), title: z.string(), deleted: z.boolean() })
      .nullable()
      .openapi({ description: 'Null for a meeting written down by hand' }),
    assignment: assignmentView.nullable(),
    reminders: z.array(reminderView),
    replies: z
      .array(z.object({ email: z.string(), answer: z.enum(REPLY_ANSWERS), at: z.string() }))
      .openapi({ description: 'What visitor and guests answered from their calendars' }),
    calendars: z.array(calendarWriteView),
    history: z.array(
      z.looseObject({
        id: z.string(),
        kind: z.string(),
        at: z.string(),
        by: z.object({ kind: z.string(), id: z.string().optional(), name: z.string().optional() }),
      }),
    ),
  })
  .openapi('WholeBooking');
export type AssignmentView = z.infer<typeof assignmentView>;
export type BookingView = z.infer<typeof bookingView>;
export type WholeBooking = z.infer<typeof wholeBooking>;
