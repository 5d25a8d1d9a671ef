import { id, text, z } from '#platform/http/fields.ts';
import { openEyes, wholeBooking } from '#bookings/booking-fields.ts';

const why = text(1000)
  .transform((value) => value.trim())
  .refine((value) => value !== '', 'Say why.')
  .openapi({ type: 'string', minLength: 1, maxLength: 1000, description: 'Kept; colleagues read it' });

const common = {
  hostId: id.nullish().openapi({ description: 'Null or left out: the rule chooses' }),
  reason: why,
  ...openEyes,
};

/** E11: to a named host, or by the rule. */
export const newReassignment = z.strictObject({ ...common, fromHostId: id.optional() });

export const newReassignments = z.strictObject({
  ...common,
  bookingIds: z.array(id).min(1, 'Name at least one booking.').max(200, 'Name at most 200 bookings at once.'),
});

export const manyReassigned = z
  .object({
    done: z.array(z.object({ id: z.string(), hostIds: z.array(z.string()) })),
    refused: z.array(z.object({ id: z.string(), reason: z.string(), message: z.string() })),
  })
  .openapi('Reassignments');
export type ManyReassigned = z.infer<typeof manyReassigned>;

export const proposalQuery = z.strictObject({ fromHostId: id.optional(), hostId: id.optional() });

const candidate = wholeBooking.shape.assignment.unwrap().shape.candidates.element;

/** Who could take a meeting over, before anybody does. */
export const reassignmentProposal = z
  .object({
    hosts: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        why: z.enum(['inactive', 'no-seat', 'absence']).nullable(),
      }),
    ),
    from: z
      .string()
      .nullable()
      .openapi({ description: 'Who is replaced; null: one of several, to be named' }),
    byRule: z
      .object({
        rule: z.string(),
        memberId: z.string().nullable().openapi({ description: 'Null: drawn at random when it is done' }),
        sentence: z.string().nullable(),
      })
      .nullable(),
    whyNoRule: z.string().nullable(),
    candidates: z.array(candidate),
    named: z
      .object({ memberId: z.string(), obstacle: z.string().nullable(), obstacles: z.array(z.string()) })
      .nullable()
      .openapi({ description: 'What keeps the named one from it, what nobody may go over first' }),
  })
  .openapi('ReassignmentProposal');
export type ReassignmentProposal = z.infer<typeof reassignmentProposal>;
