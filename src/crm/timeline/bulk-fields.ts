import { id, z } from '#platform/http/fields.ts';

/** So many at a time. */
export const MOST_AT_ONCE = 500;

const most = `Choose at most ${MOST_AT_ONCE} at a time.`;

export const idsGiven = z
  .array(id)
  .min(1, 'Choose at least one.')
  .max(MOST_AT_ONCE, most)
  .transform((list) => [...new Set(list)]);

const refused = z.array(z.object({ id: z.string(), status: z.number(), message: z.string() }));
const done = z.array(z.string());

export const BulkOutcome = z
  .object({ done, refused })
  .openapi('BulkOutcome', { description: 'Each record by itself: what was done stays done' });

export const BulkChanged = z
  .object({
    done,
    refused,
    changed: z
      .array(z.object({ id: z.string(), version: z.number(), before: z.record(z.string(), z.unknown()) }))
      .openapi({ description: 'What the fields that changed held before; give it to /reversals to undo' }),
  })
  .openapi('BulkChanged');

/** What `changed` told, given back: each only while it still has that version. */
export const reversalsGiven = (changes: z.ZodType) =>
  z.strictObject({
    changed: z
      .array(z.strictObject({ id, version: z.number().int().positive(), before: changes }))
      .min(1, 'Choose at least one.')
      .max(MOST_AT_ONCE, most),
  });
