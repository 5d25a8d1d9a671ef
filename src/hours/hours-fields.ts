import { date, endOfSpan, timeOfDay, z } from '#platform/http/fields.ts';
import { MOST_OVERRIDES, MOST_SPANS_A_DAY } from './weekly-hours.ts';

const span = { start: timeOfDay, end: endOfSpan };
const MOST_IN_A_WEEK = 7 * MOST_SPANS_A_DAY;
const TOO_MANY = `A day holds at most ${MOST_SPANS_A_DAY} spans of hours.`;

const weekly = z
  .array(
    z.strictObject({
      day: z.number().int().min(1, 'Days count from 1, Monday.').max(7, 'Days count to 7, Sunday.'),
      ...span,
    }),
  )
  .max(MOST_IN_A_WEEK, TOO_MANY)
  .refine((spans) => mostOfOneDay(spans) <= MOST_SPANS_A_DAY, TOO_MANY);

const overrides = z
  .array(z.strictObject({ date, spans: z.array(z.strictObject(span)).max(MOST_SPANS_A_DAY, TOO_MANY) }))
  .max(MOST_OVERRIDES, `Keep at most ${MOST_OVERRIDES} dates with hours of their own.`)
  .refine(
    (list) => new Set(list.map((one) => one.date)).size === list.length,
    'A date stands here twice; put its spans together.',
  );

/** Hours as members and links write them: spans may overlap, touch and cross midnight (ENGINE 3). */
export const hoursFields = { weekly, overrides };

function mostOfOneDay(spans: readonly { day: number }[]): number {
  return Math.max(
    0,
    ...Map.groupBy(spans, ({ day }) => day)
      .values()
      .map((list) => list.length),
  );
}
