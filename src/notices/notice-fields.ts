import { z } from '#platform/http/fields.ts';

export const noticeAnswer = z
  .object({
    id: z.string(),
    kind: z.string(),
    record: z.object({ kind: z.string(), id: z.string() }),
    byId: z.string().nullable(),
    at: z.string(),
    data: z.record(z.string(), z.unknown()),
    readAt: z.string().nullable(),
  })
  .openapi('Notice');
