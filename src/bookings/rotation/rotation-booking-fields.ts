import { id, line, text, z } from '#platform/http/fields.ts';
import { meetingPlace } from '#links/link-fields.ts';
import { queueItem } from '#rotations/rotation-fields.ts';
import { attendeesField, newByHand, openEyes, recordField, startByHand } from '#bookings/booking-fields.ts';

/** A meeting booked through a rotation (R3–R6). */
export const newFromRotation = z.strictObject({
  start: startByHand,
  durationMinutes: newByHand.shape.durationMinutes,
  memberId: id.nullish(),
  overrideReason: text(500).nullish(),
  record: recordField,
  visitor: newByHand.shape.visitor,
  title: line(200).nullish(),
  details: text(4000).nullish(),
  location: meetingPlace.nullish(),
  attendees: attendeesField.nullish(),
  ...openEyes,
  notify: z.boolean().default(true),
});
export type NewFromRotation = z.infer<typeof newFromRotation>;

/** Whom a rotation proposes and why, with the whole queue; nobody when nobody can host (R9). */
export const proposalAnswer = z
  .object({
    memberId: z.string().nullable(),
    name: z.string().nullable(),
    sentence: z.string(),
    candidates: z.array(queueItem),
  })
  .openapi('RotationProposal');
