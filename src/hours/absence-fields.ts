import { date, z } from '#platform/http/fields.ts';

export const absenceShape = z
  .object({ id: z.string(), from: date, to: date, reason: z.string().nullable(), createdAt: z.string() })
  .openapi('Absence');
