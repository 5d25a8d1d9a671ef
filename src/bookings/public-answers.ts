import { z } from '#platform/http/fields.ts';
import { linkFields } from '#links/link-fields.ts';
import { BOOKING_STATUSES } from './booking.ts';

const { questions, consents, location, ...told } = linkFields;
const { field: _ours, ...question } = questions.element.shape;

/** All that a page about a link tells a stranger (ABUSE 20). */
export const linkPage = z
  .object({
    title: told.title,
    kind: told.kind,
    description: told.description,
    footer: told.footer,
    workspace: z.object({ name: z.string(), slug: z.string(), accent: z.string() }),
    slug: told.slug,
    durationsMinutes: told.durationsMinutes,
    incrementMinutes: told.incrementMinutes,
    timeZone: told.timeZone,
    language: told.language,
    location: z.object({ kind: location.unwrap().shape.kind }).nullable(),
    questions: z.array(z.object(question)),
    consents,
    guests: told.guests,
    hosts: z.array(z.object({ name: z.string() })),
    redirectUrl: told.redirectUrl,
  })
  .openapi('LinkPage');

/** Free times by the visitor's dates; only dates that have some. */
export const slotsAnswer = z
  .object({
    timeZone: z.string(),
    durationMinutes: z.number(),
    days: z.array(z.object({ date: z.string(), slots: z.array(z.string()) })),
    ownerFull: z
      .literal(true)
      .optional()
      .openapi({ description: 'Only their usual contact may have them, who has no free time (C2.2)' }),
    ladder: z
      .object({
        rung: z.enum(['owner', 'team', 'everyone']),
        choice: z.enum(['owner', 'first']).nullable(),
      })
      .optional()
      .openapi({ description: 'Whose times these are, and what the visitor chose by `who` (C3)' }),
  })
  .openapi('Slots');

/** Whom the link knows from now on: to be sent along as `c`. */
export const identifiedAnswer = z.object({ c: z.string() });
export const messageAnswer = z.object({ sent: z.literal(true) });

const hosts = z.array(z.object({ name: z.string() }));
const times = { start: z.string(), end: z.string() };

/** What a visitor learns on booking; the manage link only when nothing needs confirming. */
export const bookedAnswer = z
  .object({
    id: z.string(),
    status: z.enum(['scheduled', 'unverified']),
    ...times,
    timeZone: z.string(),
    hosts: hosts.optional(),
    manageUrl: z.string().optional(),
  })
  .openapi('Booked');
export type BookedAnswer = z.infer<typeof bookedAnswer>;

/** The visitor's own meeting, as their manage link opens it. */
export const meetingView = z
  .object({
    id: z.string(),
    status: z.enum(BOOKING_STATUSES),
    title: z.string(),
    ...times,
    timeZone: z.string(),
    language: z.enum(['en', 'fr', 'pl']),
    visitor: z.object({ name: z.string() }).nullable(),
    location: z
      .object({ kind: z.enum(['video', 'phone', 'address', 'ask']), value: z.string().optional() })
      .nullable(),
    hosts: hosts.optional(),
    answers: z.array(z.object({ label: z.string(), value: z.string() })),
    heldUntil: z.string().nullable(),
    rescheduleUntil: z.string(),
    canReschedule: z.boolean(),
    canCancel: z.boolean(),
    workspace: z.object({ name: z.string() }),
  })
  .openapi('Meeting');
export type MeetingView = z.infer<typeof meetingView>;

export const verifiedAnswer = z.object({ status: z.literal('scheduled'), ...times });
export const cancelledAnswer = z.object({ status: z.literal('cancelled') });
export const movedAnswer = z.object(times);
export const freshMailAnswer = z.object({
  status: z.literal('unverified'),
  heldUntil: z.string().nullable(),
});
