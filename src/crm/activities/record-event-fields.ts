import { minuteFromIso } from '#engine/minutes.ts';
import { id, idParam, instant, line, listQuery, text, z } from '#platform/http/fields.ts';
import type { RecordEventFields } from './record-event.ts';

const MOST_ATTENDEES = 50;

/** An e-mail address or an id; or an attendee as the server shows one. */
const attendee = z.union(
  [
    text(400),
    z.strictObject({
      kind: z.enum(['member', 'contact', 'address']),
      id: id.optional(),
      email: text(400).nullable().optional(),
      name: text(400).nullable().optional(),
    }),
  ],
  { error: 'Name a colleague, a contact or an e-mail address.' },
);
export type GivenAttendee = z.infer<typeof attendee>;

const fields = {
  title: line(200),
  start: instant,
  end: instant,
  attendees: z
    .array(attendee)
    .max(MOST_ATTENDEES, 'At most 50 people take part in an event.')
    .optional()
    .openapi({ description: 'The caller alone unless said otherwise' }),
};

export const NewRecordEvent = z.strictObject(fields);
export const RecordEventChanges = NewRecordEvent.partial();
export const recordEventParams = z.object({ id: idParam.shape.id, eventId: idParam.shape.id });
export const recordEventsQuery = listQuery
  .pick({ limit: true, cursor: true })
  .extend({ state: z.enum(['coming', 'past']).optional() });

export const RecordEventShape = z
  .object({
    id: z.string(),
    record: z.object({ kind: z.string(), id: z.string() }),
    title: z.string(),
    start: z.string(),
    end: z.string(),
    attendees: z.array(
      z.object({
        kind: z.enum(['member', 'contact', 'address']),
        id: z.string().optional(),
        name: z.string().nullable().optional(),
        email: z.string().nullable().optional(),
      }),
    ),
    madeBy: z.string(),
    version: z.number(),
    createdAt: z.string(),
  })
  .openapi('RecordEvent');

export type EventWish = Partial<Omit<RecordEventFields, 'attendees'>> & { attendees?: GivenAttendee[] };

export function eventWishFrom({ start, end, ...rest }: z.infer<typeof RecordEventChanges>): EventWish {
  return {
    ...rest,
    ...(start !== undefined && { start: minuteFromIso(start)! }),
    ...(end !== undefined && { end: minuteFromIso(end)! }),
  };
}
