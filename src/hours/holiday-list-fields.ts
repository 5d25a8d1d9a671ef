import { date, line, z } from '#platform/http/fields.ts';
import { MOST_HOLIDAYS } from './holiday-list.ts';

const days = z
  .array(z.strictObject({ date, name: line(200) }))
  .max(MOST_HOLIDAYS, `Keep at most ${MOST_HOLIDAYS} dates in a list.`)
  .refine(
    (list) => new Set(list.map((day) => day.date)).size === list.length,
    'A date stands here twice; put its names together.',
  );
export const holidayListFields = { name: line(200), days };

export const holidayListShape = z
  .object({ id: z.string(), ...holidayListFields, version: z.number(), createdAt: z.string() })
  .openapi('HolidayList');
