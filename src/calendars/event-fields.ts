import { minuteFromIso } from '#engine/minutes.ts';
import { idParam, instant, line, z } from '#platform/http/fields.ts';
import type { NewEvent } from './event.ts';

const fields = {
  title: line(200),
  start: instant,
  end: instant,
  allDay: z.boolean(),
  transparency: z.enum(['busy', 'free']),
};

export const NewEventFields = z.strictObject({
  ...fields,
  allDay: fields.allDay.default(false),
  transparency: fields.transparency.default('busy'),
});
export const EventChanges = z.strictObject(fields).partial();
export const eventParams = z.object({ id: idParam.shape.id, eventId: idParam.shape.id });

export const EventShape = z
  .object({
    id: z.string(),
    ...fields,
    title: z.string(),
    bookingId: z.string().optional(),
    calendarId: z
      .string()
      .optional()
      .openapi({ description: 'Of an event in an outside calendar of one’s own: read there, changed there' }),
    calendarName: z.string().optional(),
  })
  .openapi('Event');

export function newEventFrom({ start, end, ...rest }: z.infer<typeof NewEventFields>): NewEvent {
  return { ...rest, start: minuteFromIso(start)!, end: minuteFromIso(end)! };
}

export function eventChangesFrom({ start, end, ...rest }: z.infer<typeof EventChanges>): Partial<NewEvent> {
  return {
    ...rest,
    ...(start !== undefined && { start: minuteFromIso(start)! }),
    ...(end !== undefined && { end: minuteFromIso(end)! }),
  };
}
