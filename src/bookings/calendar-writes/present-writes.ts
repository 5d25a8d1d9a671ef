import { isoFromMinute } from '#engine/minutes.ts';
import type { Reader } from '#platform/db/database.ts';
import { z } from '#platform/http/fields.ts';
import type { Booking } from '../booking.ts';
import { shownWrites } from './store-shown.ts';

/** How a booking stands in its hosts' calendars outside. */
export const calendarWriteView = z.object({
  hostId: z.string(),
  calendarName: z.string(),
  state: z.enum(['waiting', 'written', 'failed']),
  question: z
    .object({
      kind: z.enum(['moved', 'deleted']),
      start: z.string().nullable(),
      end: z.string().nullable(),
    })
    .nullable()
    .openapi({ description: 'What the host did to it there, until somebody keeps or restores it' }),
});

export async function presentWrites(
  db: Reader,
  { workspaceId, id, hostIds, status }: Booking,
): Promise<z.infer<typeof calendarWriteView>[]> {
  const rows = await shownWrites(db, workspaceId, id);
  const own = rows.filter(({ host_id }) => status === 'scheduled' && hostIds.includes(host_id));
  return own.map(({ host_id, name, state, question, question_start, question_end }) => ({
    hostId: host_id,
    calendarName: name,
    state,
    question: question && {
      kind: question,
      start: question_start === null ? null : isoFromMinute(question_start),
      end: question_end === null ? null : isoFromMinute(question_end),
    },
  }));
}
